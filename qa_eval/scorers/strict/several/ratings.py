"""Accepted ratings with their outlook, however an answer puts the two: "BB+, outlook stable", "It is rated BB+ (stable)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.ratings import Rating, read_rating
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(r"\b(?:rating|rated?|grade|outlook)\b", re.IGNORECASE)
_TOLD = stems(
    "rating rated rate grade graded outlook credit it its they given gets got has had have carries carry assigned stands set at by plus long term agency"
)
_DENIES = frozenset("not no never neither nor or from previously formerly earlier until before instead without".split())  # noqa: SIM905 - a word list reads best as one text


class RatingGold:
    """An accepted rating; ``plain`` judges an answer that gives none, or says more."""

    def __init__(self, question: Question, rating: Rating, plain: Gold) -> None:
        self.shown, self.rating, self.plain = plain.shown, rating, plain
        self.known = stems(question.text) | _TOLD

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted rating."""
        relation = self.plain.relate(text, document)
        said = read_rating(text) if len(text) <= SHORT else None
        if said is None:
            return relation
        if relation.reason in ACCEPTED:
            if said.is_same(self.rating):
                return relation
            return Relation(Reason.WRONG_NAME, f"another rating, accepted {self.shown}", shown(text))
        told = key(said.rest)
        if said.is_same(self.rating) and _DENIES.isdisjoint(told) and stems(said.rest) <= self.known:
            return Relation(Reason.ALIAS, f"the same rating, {self.shown}", shown(text), certain=True)
        return relation


def rating_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares a rating by its grade and outlook, where one is asked for and accepted; else ``plain``."""
    if not question.accepted or not _ASKED.search(question.text):
        return plain
    rating = read_rating(question.accepted[0])
    return RatingGold(question, rating, plain) if rating and stems(rating.rest) <= _TOLD else plain
