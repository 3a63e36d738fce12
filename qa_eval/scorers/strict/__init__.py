"""Strict scoring: as precise as the accepted answer, complete, unambiguous, by rules alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.classic import is_first_accepted
from qa_eval.model import WORD_FOR_WORD, ListAnswer, Reason, Score, Verdict, YesNoAnswer
from qa_eval.scorers._words.shown import shown

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.judging import Judge

_OF_ITS_OWN_REASON = frozenset((YesNoAnswer, ListAnswer))


class Scorer:
    """Strict: accepts what is as precise as the accepted answer, complete and unambiguous."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer. With its document, a wrong figure is recognised as that of something else.

        >>> from qa_eval.model import Question, QuantityAnswer
        >>> question = Question("calibre", "What calibre?", QuantityAnswer("155 mm"), ("155 mm",))
        >>> score = Scorer().score(question, "15.5 cm")
        >>> score.verdict.value, score.reason.value
        ('correct', 'converted_unit')
        """
        if self.at_once(question, text):
            read, gold = shown(text), question.answer.text
            return Score(Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD, read, gold, exact_match=True, f1=1.0)
        return self._judge.score(question, text, document)

    def at_once(self, question: Question, text: str) -> bool:
        """Return whether an answer is scored without all that ``prepare`` makes."""
        return is_first_accepted(text, question.accepted) and type(question.answer) not in _OF_ITS_OWN_REASON

    def prepare(self) -> None:
        """Import the rules, so that the first answer that is judged by them does not take the time."""
        _ = self._judge

    @cached_property
    def _judge(self) -> Judge:
        from qa_eval.scorers.strict.judging import Judge  # noqa: PLC0415 - takes as long to import as all that asks

        return Judge()
