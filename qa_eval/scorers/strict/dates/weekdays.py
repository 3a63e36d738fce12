"""A day of the week beside a date, which the calendar may contradict."""

from __future__ import annotations

import re
from datetime import date

from qa_eval.reading.dates import read_dates
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.calendar import WEEKDAYS

_DAYS = tuple(WEEKDAYS.split("|"))
_NAMED = regex(
    rf"\b(?P<day>{'|'.join(_DAYS)})s?\b,?\s+(?:the\s+)?\Z|\A\s*[,(]?\s*(?:an?\s+)?(?P<after>{'|'.join(_DAYS)})\b",
    re.IGNORECASE,
)
_DAY = regex(rf"\b(?:{'|'.join(_DAYS)})(?=s?\b)", re.IGNORECASE)
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
