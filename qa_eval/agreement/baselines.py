"""What a scorer has to beat: exact match, token F1 of a half, and the accepted words within the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.classic import prepare, squad_figures, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qa_eval.model import Question

HALF = 0.5


def exact_match(question: Question, text: str) -> bool:
    """Return whether the answer is an accepted one after SQuAD's normalising."""
    return squad_figures(text, prepare(question.accepted))[0]


def half_of_f1(question: Question, text: str) -> bool:
    """Return whether SQuAD's token F1 is at least a half."""
    return squad_figures(text, prepare(question.accepted))[1] >= HALF


def containment(question: Question, text: str) -> bool:
    """Return whether an accepted answer stands within the answer after SQuAD's normalising.

    >>> from qa_eval.model import EntityAnswer, Question
    >>> containment(Question("town", "Which?", EntityAnswer("Sudzha"), ("Sudzha",)), "It was Sudzha, in Kursk.")
    True
    """
    said = f" {' '.join(tokens(text))} "
    return any(f" {' '.join(words)} " in said for accepted in question.accepted if (words := tokens(accepted)))


BASELINES: Mapping[str, Callable[[Question, str], bool]] = {
    "exact match": exact_match,
    "F1 ≥ 0.5": half_of_f1,
    "containment": containment,
}
