"""Accepted clauses that answers say in their own words, one by one, where nothing else that is known of clauses tells it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import PhraseAnswer, Reason
from qa_eval.scorers._words.contractions import asks_duty, is_duty, is_told_as_done
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import Wording
from qa_eval.scorers.strict.phrases.first_sentence import said_first
from qa_eval.scorers.strict.phrases.reordered import owned_in, owners_turned
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.scorers.strict.meaning.covered import Covered

_FEWEST = 2  # spaces in an answer that says a clause


class EveryWord:
    """The accepted clauses of one question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        answer = question.answer
        self._is_free = isinstance(answer, PhraseAnswer) and not answer.must_say and not answer.must_not_say

    @cached_property
    def _is_duty(self) -> bool:
        return asks_duty(self._question.text) or any(map(is_duty, self._question.accepted))

    @cached_property
    def _covered(self) -> Covered:
        from qa_eval.scorers.strict.meaning.covered import Covered  # noqa: PLC0415 - few answers get so far

        return Covered(self._question.accepted, self._question.text)

    @cached_property
    def _turned(self) -> frozenset[tuple[str, str]]:
        """What belongs to what in the accepted texts, turned round."""
        return owners_turned(self._question.accepted)

    def judged(self, relation: Relation, text: str) -> Relation:
        """Return that an answer of other words says every accepted word in its own, or the relation where it does not, or surely gives another answer."""
        if not self._is_free or relation.reason is not Reason.WRONG_WORDS or text.count(" ") < _FEWEST:
            return relation
        if relation.certain:
            return relation
        first = said_first(text, self._question.text, self._question.answer.text)
        covered = self._covered.by(text) or (bool(first) and self._covered.by(first))
        if not covered or Wording(text).hedges or owned_in(text) in self._turned:
            return relation
        if self._is_duty and is_told_as_done(text):
            return relation  # "They painted the walls", where it is asked what has to be done
        return Relation(
            Reason.CONTAINS_GOLD, f"says every word of {self._question.answer.text} in its own", shown(text)
        )
