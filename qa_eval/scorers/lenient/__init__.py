"""Lenient scoring: what people accept of a free-form answer, judged from a few readable features of the same reading."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.classic import is_first_accepted
from qa_eval.model import WORD_FOR_WORD, Reason, Score, Verdict

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.lenient.judging import Judge

SHOWN = 200  # characters of an answer and of an accepted one that a report shows


class Scorer:
    """Lenient: accepts what people accept of free-form answers; the value is how likely they do."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; the value is the probability that people accept it. The document adds nothing.

        >>> from qa_eval.model import EntityAnswer, Question
        >>> question = Question("who", "Who wrote it?", EntityAnswer("Sir Arthur Conan Doyle"), ("Sir Arthur Conan Doyle",))
        >>> score = Scorer().score(question, "It was Conan Doyle.")
        >>> score.verdict.value, score.reason.value
        ('correct', 'enough_words')
        """
        del document
        if self.at_once(question, text):
            read = text[:SHOWN]
            return Score(Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD, read, read, exact_match=True, f1=1.0)
        return self._judge.score(question, text)

    def at_once(self, question: Question, text: str) -> bool:
        """Return whether an answer is scored without all that ``prepare`` makes."""
        return is_first_accepted(text, question.accepted)

    def prepare(self) -> None:
        """Import the rules, so that the first answer that is judged by them does not take the time."""
        _ = self._judge

    @cached_property
    def _judge(self) -> Judge:
        from qa_eval.scorers.lenient.judging import Judge  # noqa: PLC0415 - takes as long to import as all that asks

        return Judge()
