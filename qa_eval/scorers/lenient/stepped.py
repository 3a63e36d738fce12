"""Dates that an answer tells by a step from another one: "hit on 7 May 1915, it sank the next day", "ten years after it began in 1874"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTHS
from qa_eval.reading.dates import read_dates
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.dates import DateValue

LONGEST = 600  # characters of an answer that is read
FAR = 60  # characters between "ten years after" and the date that it counts from
_UNITS = {"day": (0, 1), "week": (0, 7), "year": (1, 0), "decade": (10, 0), "century": (100, 0), "centurie": (100, 0)}
_UNIT = r"(?P<unit>day|week|year|decade|centurie|century)s?"
_MANY = r"(?P<many>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{1,3})"
_NEXT = regex(
    rf"\b(?:on )?(?:the (?:(?:very )?next|following) (?:day|morning|afternoon|evening|night)|(?:exactly |just |only )?{_MANY} {_UNIT} later)\b",
    re.IGNORECASE,
)
_FROM = regex(
    rf"\b(?:on )?(?:the (?P<day>day|morning)|(?:exactly |just |only )?{_MANY} {_UNIT}) (?P<way>after|before) ",
    re.IGNORECASE,
)
_EDGE = regex(r"[.;:!?]\s|\b(?:and|but|while|when)\b", re.IGNORECASE)


def may_step(text: str) -> bool:
    """Return whether a text may tell a date by a step from another one."""
    return len(text) <= LONGEST and (_NEXT.search(text) or _FROM.search(text)) is not None


def with_steps(text: str, *, told: bool) -> str:
    """Return a text with dates that are told by a step written out; with ``told`` only those that follow in a tale.

    >>> with_steps("It was hit on 31 May 1915 and sank the next day.", told=False)
    'It was hit on 31 May 1915 and sank on 1 June 1915.'
    >>> with_steps("a decade after work began in 1874", told=False), with_steps("the day after 1874", told=False)
    ('in 1884', 'the day after 1874')
    """
    dates = read_dates(text)
    step = _NEXT.search(text)
    before = [each for each in dates if step and each.end_offset <= step.start()]
    if step and before and (stepped := _stepped(before[-1], step, 1)):
        return f"{text[: step.start()]}{stepped}{text[step.end() :]}"
    step = None if told else _FROM.search(text)
    behind = next((each for each in dates if step and step.end() <= each.start <= step.end() + FAR), None)
    if step is None or behind is None or _EDGE.search(text, step.end(), behind.start):
        return text
    stepped = _stepped(behind, step, 1 if step["way"].lower() == "after" else -1)
    return f"{text[: step.start()]}{stepped}{text[behind.end_offset :]}" if stepped else text


def _stepped(known: DateValue, step: re.Match[str], way: int) -> str:
    """Return the date so far behind or before a known one; "" where that is not told so finely."""
    unit = (step["unit"] or "day").lower()
    years, days = _UNITS[unit]
    many = way * _number(step["many"])
    if known.year is None or known.year + many * years < 1 or known.end is not None:
        return ""
    if days and not (known.month and known.day):
        return ""
    year = known.year + many * years
    if not (known.month and known.day):
        return f"in {year}"
    try:
        found = date(year, known.month, known.day) + timedelta(days=many * days)
    except (ValueError, OverflowError):
        return ""
    return f"on {found.day} {MONTHS[found.month - 1].capitalize()} {found.year}"


def _number(text: str | None) -> int:
    if text is None or text.lower() in ("a", "an"):
        return 1
    return int(read_quantities(f"{text} people")[0].value)
