"""How often: "twice daily", "two times a day", "2x per day" and "every 12 hours" are one and the same."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex

_HOURS: dict[str, Fraction] = {
    "second": Fraction(1, 3600),
    "minute": Fraction(1, 60),
    "min": Fraction(1, 60),
    "hr": Fraction(1),
    "hour": Fraction(1),
    "day": Fraction(24),
    "night": Fraction(24),
    "morning": Fraction(24),
    "evening": Fraction(24),
    "week": Fraction(168),
    "fortnight": Fraction(336),
    "month": Fraction(730),
    "quarter": Fraction(2190),
    "year": Fraction(8760),
}
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(CARDINALS[1:13], 1)}
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60}
_NUMBER = rf"\d{{1,4}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_PERIOD = "|".join(_HOURS)
_OFTEN = regex(
    rf"\b(?:(?P<once>once|twice|thrice)|(?P<times>{_NUMBER})\s*(?:times|x|×)|(?P<single>(?<=\bone )time))\s+"
    rf"(?:(?:an?|per|each|every|in an?)\s+(?P<period>{_PERIOD})|(?P<adverb>{'|'.join(_ADVERBS)}))\b"
    rf"|\bevery\s+(?:(?P<other>other|second)\s+(?P<other_period>{_PERIOD})|(?P<count>{_NUMBER})\s+(?P<periods>{_PERIOD})s?)\b"
    rf"|\b(?P<half>half-hourly|every half(?:[ -]an)?[ -]hour)\b"
    rf"|\b(?:each|every|per)\s+(?P<each>{_PERIOD})\b|\b(?P<alone>{'|'.join(_ADVERBS)})\b",
    re.IGNORECASE,
)

_PORTION = regex(
    rf"\W*(?P<count>{_NUMBER})\s+(?:[a-z]+s?\s+)?(?:an?|per|each|every)\s+(?P<period>{_PERIOD})\W*", re.IGNORECASE
)


class Frequency(NamedTuple):
    """Times an hour, and where in the text that is said, in characters."""

    rate: Fraction
    start: int
    end: int


def read_frequency(text: str) -> Frequency | None:
    """Return the first frequency of a text; None when there is none.

    >>> [read_frequency(text).rate == Fraction(1, 12) for text in ("twice daily", "2x a day", "every 12 hours", "twice a week")]
    [True, True, True, False]
    """
    found = _OFTEN.search(text)
    if found is None:
        return None
    return Frequency(_rate(found), found.start(), found.end())


def read_portion(text: str) -> Frequency | None:
    """Return a number a period that is all of a text, things between them or none; None for another text.

    >>> read_portion("two a day").rate == read_portion("2 tablets per day").rate, read_portion("5 km per hour up the hill") is None
    (True, True)
    """
    found = _PORTION.fullmatch(text)
    if found is None:
        return None
    return Frequency(_number(found["count"].lower()) / _HOURS[found["period"].lower()], found.start(), found.end())


def _rate(found: re.Match[str]) -> Fraction:
    part = {name: value.lower() for name, value in found.groupdict().items() if value}
    if "other_period" in part:
        return 1 / (2 * _HOURS[part["other_period"]])
    if "periods" in part:
        count = _number(part["count"])
        return 1 / (count * _HOURS[part["periods"]]) if count else Fraction(0)
    if "half" in part:
        return Fraction(2)
    if "each" in part:
        return 1 / _HOURS[part["each"]]
    if "alone" in part:
        return 1 / Fraction(_HOURS[_ADVERBS[part["alone"]]])
    period = part.get("period") or _ADVERBS[part["adverb"]]
    times = {"once": 1, "twice": 2, "thrice": 3}.get(part.get("once", "")) or (
        _number(part["times"]) if "times" in part else 1
    )
    return times / _HOURS[period]


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)
