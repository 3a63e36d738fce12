"""Geographical coordinates: 58.2° N is neither 58.2° S nor 58.2° E, and as good as 58°12′ north."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_SIXTIETHS = 60
_NUMBER = r"(?P<degrees>\d{1,3}(?:\.\d{1,9})?)\s?(?:(?:°|º|degrees?\b|deg\b)\s?)?(?:(?P<minutes>\d{1,2}(?:\.\d{1,6})?)\s?(?:['′’]|minutes?\b|min\b)\s?)?(?:(?P<seconds>\d{1,2}(?:\.\d{1,6})?)\s?(?:[\"″”]|seconds?\b)\s?)?"
_LABEL = r"(?:(?P<label>(?i:lat|lon|long|latitude|longitude))\b\.?\s*(?:is|of|:|=)?\s*)"
_COORDINATE = regex(
    rf"{_LABEL}?(?<![\w.,−-]){_NUMBER}(?P<side>[NSEW](?![\w'’])|(?i:north|south|east|west)(?:ern)?\b)(?:\s(?:latitude|longitude)\b)?"
    rf"|{_LABEL.replace('label', 'only')}(?<![\w.,−-]){_NUMBER.replace('degrees>', 'plain>').replace('minutes>', 'small>').replace('seconds>', 'smallest>')}"
    r"|(?P<number>\d{1,3}(?:\.\d{1,9})?)\s?(?:°|º|degrees?)?\s(?P<behind>latitude|longitude)\b"
)
_BETWEEN = regex(r"(?:[\s,;/()]|\band\b|\bby\b)*")
_ASKED = regex(r"\b(?:coordinates?|latitude|longitude)\b", re.IGNORECASE)
_DEGREE = regex(r"[°º]|\bdeg", re.IGNORECASE)
# what leaves coordinates open, takes them back or gives them of another point
_OPEN = regex(r"\d|\b(?:not|no|never|or|near|about|than|from|was|were|but|instead)\b|n['’]t\b|\?", re.IGNORECASE)


class Coordinate(NamedTuple):
    """A latitude or longitude: which of them, how many degrees, and on which side, "" where that is not told."""

    is_latitude: bool
    degrees: Fraction
    side: str


def read_coordinates(text: str) -> tuple[Coordinate, ...]:
    """Return the coordinates that a text gives with their side or by their name.

    >>> [(c.is_latitude, float(c.degrees), c.side) for c in read_coordinates("58°12′ N, longitude 11.5")]
    [(True, 58.2, 'n'), (False, 11.5, '')]
    """
    return tuple(map(_coordinate, _COORDINATE.finditer(text)))


def _coordinate(found: re.Match[str]) -> Coordinate:
    if found["side"]:
        side = found["side"][0].lower()
        return Coordinate(side in "ns", _degrees(found["degrees"], found["minutes"], found["seconds"]), side)
    if found["number"]:
        return Coordinate(found["behind"].startswith("lat"), Fraction(found["number"]), "")
    degrees = _degrees(found["plain"], found["small"], found["smallest"])
    return Coordinate(found["only"].startswith("lat"), degrees, "")


def _degrees(degrees: str, minutes: str | None, seconds: str | None) -> Fraction:
    return Fraction(degrees) + Fraction(minutes or 0) / _SIXTIETHS + Fraction(seconds or 0) / _SIXTIETHS**2


class CoordinatesGold:
    """Accepted coordinates; ``plain`` judges an answer that tells neither side nor name of any."""

    def __init__(self, own: tuple[tuple[Coordinate, ...], ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.own, self.plain = own, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted coordinates."""
        said = read_coordinates(text) if len(text) <= SHORT else ()
        relation = self.plain.relate(text, document)
        if not said or relation.reason is Reason.ABSTAINED:
            return relation
        if not any(_agree(said, own) for own in self.own):
            return Relation(Reason.WRONG_VALUE, f"other coordinates than {self.shown}", shown(text))
        if _OPEN.search(_COORDINATE.sub(" ", text)):
            return relation
        return Relation(Reason.EQUAL_VALUE, f"the accepted {self.shown}", shown(text), certain=True)


def _agree(said: tuple[Coordinate, ...], own: tuple[Coordinate, ...]) -> bool:
    """Return whether coordinates are the accepted ones, in any order, each of them at least once and no other."""
    return all(any(_same(each, one) for one in own) for each in said) and all(
        any(_same(each, one) for each in said) for one in own
    )


def _same(said: Coordinate, own: Coordinate) -> bool:
    return said.is_latitude == own.is_latitude and said.degrees == own.degrees and said.side in ("", own.side)


def coordinates_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares coordinates by their sides, where such are accepted; else ``plain``."""
    texts = question.accepted
    if not texts or not (_DEGREE.search(texts[0]) or _ASKED.search(question.text)):
        return plain
    if not all(any(side in text for side in "NSEWnsew") for text in texts):
        return plain
    own = tuple(map(read_coordinates, texts))
    whole = all(_BETWEEN.fullmatch(_COORDINATE.sub(" ", text)) for text in texts)
    return CoordinatesGold(own, plain) if whole and all(own) else plain
