"""Ratios with what they are of: "1:3 water to ethanol" is "3:1 ethanol to water", and "1:3 ethanol to water" is not; odds in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer, Reason
from qa_eval.reading.notations import Kind, notation_of
from qa_eval.reading.notations.proportions import asked_per, asked_proportion, read_proportion
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, Wording
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.reading.notations.proportions import Proportion
    from qa_eval.scorers.strict.relation import Gold

_PAIR = 2
_ASKED = regex(r"\b(?:ratios?|proportions?|rates?|scale|mix\w*|dilut\w+|exchanged?|worth)\b", re.IGNORECASE)
_WRITTEN = regex(r"\bparts?\b|=|\d\s?:\s?\d")
_ODDS = regex(r"\bodds\b")
_AS_ODDS = regex(r"\d{1,4}\s?/\s?\d{1,3}")
_LED = regex(r"(?:the )?odds (?:of|were|are|was) |(?:at|it was|of) ")


class ProportionGold:
    """An accepted proportion of two things; ``plain`` judges an answer that does not tell of both."""

    def __init__(self, proportion: Proportion, unit: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.proportion, self.unit, self.plain = proportion, unit, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted proportion."""
        told = read_proportion(strip_frame(text)) if " " in text and len(text) <= SHORT else None
        if told is not None and told.things == self.proportion.things:
            if self.proportion.is_same(told):
                return Relation(Reason.EQUAL_VALUE, f"the same proportion, {self.shown}", shown(text), certain=True)
            return Relation(Reason.WRONG_VALUE, f"another proportion of the same, accepted {self.shown}", shown(text))
        figure = read_quantity(text) if self.unit and len(text) <= SHORT else None
        if figure is not None and figure.unit == self.unit:
            return Relation(Reason.WRONG_UNIT, f"so many of the other, accepted {self.shown}", shown(text))
        return self.plain.relate(text, document)


class OddsGold:
    """Accepted odds, "5/2", which an answer may tell as "five to two"; ``plain`` judges odds with a stroke."""

    def __init__(self, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted odds."""
        told = _stroke(text) if len(text) <= SHORT else ""
        relation = self.plain.relate(told or text, document)
        return relation._replace(read=shown(text)) if told else relation


def _stroke(text: str) -> str:
    """Return odds in words or with another sign as they are with a stroke; "" for another text."""
    whole = Wording(text).text.lower().strip(" .")
    told = [each for each in notation_of(_LED.sub("", whole, count=1)) if each.kind is Kind.SCORE]
    values = next(iter(told[0].values)) if len(told) == 1 else ()
    return "/".join(map(str, values)) if len(values) == _PAIR else ""


def proportion_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares proportions where the accepted answer is one, by itself or with its question, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer | QuantityAnswer) or len(question.accepted) != 1:
        return plain
    accepted = question.accepted[0]
    if isinstance(question.answer, QuantityAnswer):
        if _ODDS.search(question.text) and _AS_ODDS.fullmatch(accepted):
            return OddsGold(plain)
        figure = read_quantity(accepted)
        if figure is None or figure.high is not None:
            return plain
        asked = asked_per(question.text, figure.value)
        return ProportionGold(asked, asked.unit, plain) if asked else plain
    if not _ASKED.search(question.text) and not _WRITTEN.search(accepted):
        return plain  # "a mirror and two beads"
    ratio = _ratio(accepted)
    proportion = read_proportion(accepted) or (asked_proportion(question.text, ratio) if ratio else None)
    return ProportionGold(proportion, "", plain) if proportion else plain


def _ratio(text: str) -> Fraction | None:
    told = [each for each in notation_of(text) if each.kind is Kind.SCORE]
    values = next(iter(told[0].values)) if told else ()
    return values[0] / values[1] if len(values) == _PAIR and values[1] else None
