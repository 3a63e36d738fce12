"""SQuAD's own scoring, in both of its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.classic import prepare, squad_figures, tokens
from qa_eval.errors import UsageError
from qa_eval.model import Reason, Score, Verdict

if TYPE_CHECKING:
    from qa_eval.model import Document, Question

_SHOWN = 200
_VERSIONS = (1, 2)


class Squad:
    """Correct on an exact match after normalising, as published for version 1 (1.1) or 2 (2.0); the value is the token F1."""

    def __init__(self, version: int) -> None:
        if version not in _VERSIONS:
            raise UsageError(f"SQuAD has no version {version}", hint="version=1 is SQuAD 1.1, version=2 is 2.0")
        self.version = version

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; the document adds nothing.

        >>> from qa_eval.model import EntityAnswer, Question
        >>> question = Question("town", "Which town?", EntityAnswer("Sudzha"), ("Sudzha",))
        >>> score = Squad(2).score(question, "the town of Sudzha")
        >>> score.verdict.value, score.f1
        ('incorrect', 0.5)
        """
        del document
        exact, f1 = squad_figures(text, prepare(question.accepted, version=self.version))
        words = tokens(text)
        verdict = Verdict.CORRECT if exact else Verdict.INCORRECT if words else Verdict.ABSTAINED
        reason, message = _told(verdict, f1, answerable=bool(question.accepted))
        gold = question.accepted[0] if question.accepted else "not stated"
        return Score(verdict, f1, reason, f"{message}, accepted {gold}", " ".join(words)[:_SHOWN], gold, exact, f1)


def _told(verdict: Verdict, f1: float, *, answerable: bool) -> tuple[Reason, str]:
    if verdict is Verdict.CORRECT:
        return (Reason.EXACT, "the same words") if answerable else (Reason.RIGHTLY_ABSTAINED, "an empty answer")
    if verdict is Verdict.ABSTAINED:
        return Reason.ABSTAINED, "an empty answer"
    if not answerable:
        return Reason.ANSWERED_UNANSWERABLE, "not an empty answer"
    return (Reason.PARTIAL, f"some of the words, F1 {f1:.2f}") if f1 else (Reason.WRONG_WORDS, "none of the words")
