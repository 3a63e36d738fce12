"""A day of the week beside a date, which the calendar may contradict."""

from __future__ import annotations

import re
from datetime import date

from qa_eval.reading.calendar import DAYS
from qa_eval.reading.dates import read_dates
from qa_eval.reading.regex import regex

_DAYS = DAYS
_NAMED = regex(
    rf"\b(?P<day>{'|'.join(_DAYS)})s?\b,?\s+(?:the\s+)?\Z|\A\s*[,(]?\s*(?:an?\s+)?(?P<after>{'|'.join(_DAYS)})\b",
    re.IGNORECASE,
)
_DAY = regex(rf"\b(?:{'|'.join(_DAYS)})(?=s?\b)", re.IGNORECASE)
_TOLD_BY = regex(
    rf"\b(?:(?P<past>last|this past)|this(?:\s+coming)?|(?P<coming>(?:the\s+)?coming))\s+(?=(?:{'|'.join(_DAYS)})\b(?!\s+(?:week|fortnight)))",
    re.IGNORECASE,
)
_OF_ANOTHER_WEEK = regex(
    rf"\b(?:{'|'.join(_DAYS)})\s+(?:after next|week|fortnight|before last)\b|\b(?:the\s+following|a week on)\s+(?:{'|'.join(_DAYS)})\b",
    re.IGNORECASE,
)
_WAS = regex(r"\bwhen\s+(?:did|was|were|had)\b", re.IGNORECASE)
_FIRST = 1753  # before, calendars differ from country to country
_REACH = 20  # characters between


def wrong_weekday(text: str, accepted: str = "") -> str:
    """Return a day of the week that stands beside a date and is not its own, or none of the accepted; "" for none.

    >>> wrong_weekday("Friday, 18 March 2021"), wrong_weekday("Thursday, 18 March 2021")
    ('Friday', '')
    """
    if "day" not in text.lower():
        return ""
    named, accepted_days = (frozenset(map(str.lower, _DAY.findall(each))) for each in (text, accepted))
    if named and accepted_days and named.isdisjoint(accepted_days):
        return min(named).title()
    for found in read_dates(text):
        if (
            found.year is None
            or found.month is None
            or found.day is None
            or found.year < _FIRST
            or found.end is not None
        ):
            continue
        try:
            own = _DAYS[date(found.year, found.month, found.day).weekday()]
        except ValueError:
            continue
        before = _NAMED.search(text[max(0, found.start - _REACH) : found.start])
        after = _NAMED.match(text[found.end_offset : found.end_offset + _REACH])
        said = [match["day"] or match["after"] for match in (before, after) if match]
        said += [day.title() for day in _DAYS if text[found.start : found.end_offset].lower().startswith(day)]
        wrong = next((day for day in said if day.lower() != own), "")
        if wrong:
            return wrong
    return ""


def as_bare_weekday(text: str, question: str) -> str:
    """Return a text with a day of this week by its name alone, where such a day is accepted: "last Thursday" is Thursday.

    >>> [as_bare_weekday(text, "When did it open?") for text in ("last Thursday", "this Thursday", "next Thursday", "the Thursday before last")]
    ['Thursday', 'Thursday', 'next Thursday', '']
    """
    if _OF_ANOTHER_WEEK.search(text):
        return ""
    past = _WAS.search(question) is not None
    return _TOLD_BY.sub(lambda told: told[0] if told["coming" if past else "past"] else "", text)
