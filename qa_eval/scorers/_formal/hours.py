"""Hours from one time to another: those of the day that is asked about, "0800-1300", and hours of a night told without its halves."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.notations.hours import hours_in
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.notations.notation import Values

LONGEST = 200  # characters; a longer answer tells more than hours
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_LABEL = regex(
    rf"\b(?:(?P<first>{_DAY})\.?(?:\s*(?:[-–—]|to|through|until|till)\s*(?P<last>{_DAY})\.?)?|(?P<week>weekdays?)|(?P<end>weekends?))(?![a-z])",
    re.IGNORECASE,
)
_PARTS = regex(
    rf"[;,\n]\s*|\.\s+|\s+(?:and|but)\s+(?=(?:on\s+|from\s+)?(?:{_DAY}|weekdays?|weekends?)\b)|(?<=\d)\s+(?={_DAY}\b)",
    re.IGNORECASE,
)
_FOUR_DIGITS = regex(
    r"(?<![\w.,:/-])([01]\d|2[0-4])([0-5]\d)(\s?(?:[-–—]|to|until|till)\s?)([01]\d|2[0-4])([0-5]\d)(?![\w:/-]|[.,]\d)"
)
_AT_NIGHT = regex(r"\b(?:nights?|overnight|nocturnal)\b", re.IGNORECASE)
_HALF_TOLD = regex(
    r"\d\s?[ap]\.?\s?m\b|\b(?:morning|evening|afternoon|noon|midday|midnight)\b|\b(?:0\d|1[3-9]|2\d)\b|\d[:.]\d",
    re.IGNORECASE,
)
_HALF_DAY, _WHOLE_DAY = 12 * 60, 24 * 60


def of_day(text: str, question: str) -> str:
    """Return what an answer tells of the one day of the week that is asked about, with colons in its times.

    >>> asked = "When is it open on Saturdays?"
    >>> of_day("Mon-Fri 7-19, Sat 8-13", asked), of_day("0800-1300", asked), of_day("8 to 1", asked)
    ('Sat 8-13', '08:00-13:00', '8 to 1')
    """
    if len(text) > LONGEST:
        return text
    text = _FOUR_DIGITS.sub(r"\1:\2\3\4:\5", text)
    day = _day_asked(question)
    if day is None:
        return text
    parts = [part for part in _PARTS.split(text) if any(map(str.isdecimal, part))]
    labels = [list(_LABEL.finditer(part)) for part in parts]
    if len(parts) < 2 or any(len(each) != 1 for each in labels):  # noqa: PLR2004 - of one day alone
        return text
    own = [part for part, (label,) in zip(parts, labels, strict=True) if day in _days_of(label)]
    return own[0] if len(own) == 1 else text


def hours_told(text: str, question: str) -> list[frozenset[Values]]:
    """Return the spans from one time to another of an answer, each with all that it may mean, in minutes since midnight.

    >>> [sorted(tuple(map(int, value)) for value in span) for span in hours_told("10 till 6", "When does the night shift work?")]
    [[(1320, 360)]]
    """
    text = of_day(text, question)
    spans = [
        each.values
        for each in notations_in(text, (Kind.TIME,))
        if all(len(value) > 1 for value in each.values) and each.values
    ]
    if spans:
        return spans
    alone = hours_in(text)
    return [at_night(alone.values, alone.text, question)] if alone else []


def at_night(values: frozenset[Values], told: str, question: str) -> frozenset[Values]:
    """Return hours told without morning and evening as those of a night, where one is asked about: "10 till 6"."""
    if not _AT_NIGHT.search(question) or _HALF_TOLD.search(told):
        return values
    turned = frozenset(tuple(Fraction((each + _HALF_DAY) % _WHOLE_DAY) for each in value) for value in values)
    return turned if all(value[0] > value[1] for value in turned) else values


@lru_cache(maxsize=512)
def _day_asked(question: str) -> int | None:
    """Return the one day of the week that a question names; None for none, or several."""
    days = {day for label in _LABEL.finditer(question) for day in _days_of(label)}
    return days.pop() if len(days) == 1 else None


def _days_of(label: re.Match[str]) -> tuple[int, ...]:
    if label["week"]:
        return (0, 1, 2, 3, 4)
    if label["end"]:
        return (5, 6)
    first = _DAYS.index(label["first"][:3].lower())
    last = _DAYS.index(label["last"][:3].lower()) if label["last"] else first
    return tuple(range(first, last + 1)) if first <= last else (*range(first, 7), *range(last + 1))
