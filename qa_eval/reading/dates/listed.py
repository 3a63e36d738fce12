"""Several days that share a month: "5 and 6 July", "July 5th and 6th", "Friday the 5th and Saturday the 6th of July"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.calendar import A_DAY, A_MONTH, MONTHS, SHORT_DAYS, SHORT_MONTHS
from qa_eval.reading.regex import regex

_WEEKDAY = rf"(?:(?:{A_DAY})s?|(?:{'|'.join(SHORT_DAYS)})\.?)(?!\w)"
_MONTH = rf"(?:{A_MONTH}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_DAY = rf"(?:(?:on\s+)?(?:the\s+)?(?:{_WEEKDAY},?\s+(?:the\s+)?)?[0-3]?\d(?:st|nd|rd|th)?)"
_JOINT = r"(?:,?\s+(?:and|to)\s+|,\s+|\s?[-–/&]\s?)"
_DAYS = rf"(?P<days>{_DAY}(?:{_JOINT}{_DAY}){{1,5}})"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_TOO = rf"(?P<weekdays>\s*[,(]\s*{_WEEKDAY}(?:\s?(?:/|and|&|,|[-–])\s?{_WEEKDAY})+\s*\)?)?"
_FORMS = (
    regex(rf"(?<![\d.,:/]){_DAYS}\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w){_YEAR}{_TOO}(?!\d)", re.IGNORECASE),
    regex(rf"\b(?P<month>{_MONTH})\s+{_DAYS}(?![\d%]|[:.]\d){_YEAR}{_TOO}(?!\d)", re.IGNORECASE),
)
# the month that is said again with each day: "5 July and 6 July", "July 5 and July 6"
_SAID_AGAIN = (
    (regex(rf"\b(?P<day>[0-3]?\d(?:st|nd|rd|th)?)\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w)(?=.*\b(?P=month)(?!\w))", re.IGNORECASE), r"\g<day>"),
    (regex(rf"(?P<first>\b(?P<month>{_MONTH})\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+(?:and\s+|&\s+)?)(?P=month)\s+(?=\d)", re.IGNORECASE), r"\g<first>"),
)  # fmt: skip
_NUMBER, _A_WEEKDAY, _SPAN = regex(r"\d+"), regex(_WEEKDAY, re.IGNORECASE), regex(r"\d\w*\s?[-–]|\sto\s")
_LAST_DAY = 31


class ListedDays(NamedTuple):
    """Days of one month that a text lists, in order; the weekdays and the year that are told with them, "" for none."""

    month: str
    days: tuple[int, ...]
    weekdays: frozenset[str]
    year: str
    rest: str


def read_listed_days(text: str) -> ListedDays | None:
    """Return the days that a text lists, ``rest`` being what else it says; None for no list of days.

    >>> read_listed_days("July 5th and 6th (Fri/Sat)")[:2], read_listed_days("5-9 July"), read_listed_days("5 or 6 July")
    (('july', (5, 6)), None, None)
    """
    for again, one in _SAID_AGAIN:
        text = again.sub(one, text)
    found = next(filter(None, (form.search(text) for form in _FORMS)), None)
    if found is None:
        return None
    days = tuple(map(int, _NUMBER.findall(found["days"])))
    is_span = _SPAN.search(found["days"]) is not None and (len(days) > 2 or days[1] - days[0] != 1)  # noqa: PLR2004 - "5-6 July" are two days
    if is_span or not all(0 < day <= _LAST_DAY for day in days):
        return None
    month = found["month"].lower().rstrip(".")
    named = (each[0].lower().rstrip(".") for each in _A_WEEKDAY.finditer(found[0]))
    weekdays = frozenset(SHORT_DAYS.get(day, day.removesuffix("s")) for day in named)
    month = month if month in MONTHS else SHORT_MONTHS[month]
    return ListedDays(month, days, weekdays, found["year"] or "", text[: found.start()] + text[found.end() :])
