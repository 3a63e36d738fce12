"""The scoring of Natural Questions' open form, for comparison with the literature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._literature import Literature, nq_open_normalised

if TYPE_CHECKING:
    from qa_eval.model import Document, Question, Score


class Scorer:
    """NQ-open: correct on an exact match with any accepted answer after its normalising; the value is 0 or 1."""

    def __init__(self) -> None:
        self._literature = Literature(nq_open_normalised, with_f1=False)

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; the document adds nothing.

        >>> from qa_eval.model import EntityAnswer, Question
        >>> question = Question("who", "Who?", EntityAnswer("Beyoncé"), ("Beyoncé",))
        >>> Scorer().score(question, "The Beyonce\u0301").verdict.value
        'correct'
        """
        del document
        return self._literature.judged(question, text)
