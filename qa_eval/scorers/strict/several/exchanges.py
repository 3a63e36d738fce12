"""Accepted rates of exchange, told from either side: "1 new crown for 100 old ones", "One new crown replaced 100 old crowns"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.exchanges import Side, read_exchange
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(r"\b(?:rates?|ratio|exchang\w*|convert\w*|conversion|swap\w*|redeem\w*|trad(?:e|ed|ing)|split|terms)\b", re.IGNORECASE)  # fmt: skip
_DENIES = regex(r"\b(?:not|never|no|nor|neither|or|instead|rather|at first|originally|formerly)\b|n['’]t\b", re.IGNORECASE)  # fmt: skip


class ExchangeGold:
    """An accepted rate of exchange; ``plain`` judges an answer that tells none of the same two things."""

    def __init__(self, sides: tuple[Side, Side], plain: Gold) -> None:
        self.shown, self.sides, self.plain = plain.shown, sides, plain
        one, other = sides
        self.own = (one.words - other.words, other.words - one.words)
        self.words = one.words | other.words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted rate."""
        relation = self.plain.relate(text, document)
        said = read_exchange(text) if len(text) <= SHORT and not _DENIES.search(text) else None
        told = self._sorted(said) if said else None
        if told is None:
            return relation
        same = told[0].amount * self.sides[1].amount == told[1].amount * self.sides[0].amount
        if same is (relation.reason in ACCEPTED):
            return relation
        if same:
            return Relation(Reason.EQUAL_VALUE, f"the same rate, {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_VALUE, f"another rate, accepted {self.shown}", shown(text))

    def _sorted(self, said: tuple[Side, Side]) -> tuple[Side, Side] | None:
        """Return the sides that an answer tells in the accepted order; None where they are of other things."""
        if not said[0].words | said[1].words <= self.words:
            return None
        for one, other in (said, said[::-1]):
            if self._is_of(one, 0) and self._is_of(other, 1):
                return one, other
        return None

    def _is_of(self, side: Side, place: int) -> bool:
        return self.own[place] <= side.words and side.words.isdisjoint(self.own[1 - place])


def exchange_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares a rate of exchange by its two sides, where one is asked for and accepted; else ``plain``."""
    if not question.accepted or not _ASKED.search(question.text):
        return plain
    sides = read_exchange(question.accepted[0])
    if sides is None or sides[0].words <= sides[1].words or sides[1].words <= sides[0].words:
        return plain
    return ExchangeGold(sides, plain)
