"""Changes that are accepted as a statement, "it fell by 1,200": told in any words that go the same way by as much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.quantities import Quantity, read_quantities, written
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.direction import way_of
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold

_STATED = regex(r"(?:it|they|he|she|the [a-z]+(?: [a-z]+)?) [a-z]+ by \S+(?: \S+){0,2}", re.IGNORECASE)
_PLAIN = regex(
    r"\W*(?:(?:it|they|that|this) (?:was|were|is|are) |(?:up|down) (?:by )?)?[$€£]?\d\S*(?: \S+){0,3}\W*", re.IGNORECASE
)
_NOT = regex(r"\b(?:not|no|never|or|about|almost|nearly|over|under|than)\b|n't\b", re.IGNORECASE)


class ChangeGold:
    """An accepted change; ``words`` judges what is no such statement."""

    def __init__(self, figure: Quantity, way: int, words: Gold) -> None:
        self.shown = words.shown
        self.figure, self.way, self.words = figure, way, words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted change."""
        if len(text) <= SHORT and _PLAIN.fullmatch(text) and not _NOT.search(text) and way_of(text) == self.way:
            said = read_quantities(text)
            if len(said) == 1 and (said[0].value, said[0].unit) == (self.figure.value, self.figure.unit):
                message = f"the same change: read {written(said[0])}, accepted {self.shown}"
                return Relation(Reason.CONTAINS_GOLD, message, text.strip())
        return self.words.relate(text, document)


def change_gold(text: str, words: Gold) -> Gold:
    """Return a gold that compares changes where the accepted text states one and nothing else, else ``words``."""
    if not _STATED.fullmatch(text.strip(" .")):
        return words
    figures, way = read_quantities(text), way_of(text)
    return ChangeGold(figures[0], way, words) if way and len(figures) == 1 and figures[0].high is None else words
