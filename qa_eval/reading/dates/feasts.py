"""Days and quarters that have a name: "New Year's Day 2026" is 1 January 2026, "the last quarter of 2026" the fourth."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_FEASTS = {
    "new year's day": "1 January",
    "new year's eve": "31 December",
    "christmas eve": "24 December",
    "christmas day": "25 December",
    "boxing day": "26 December",
    "halloween": "31 October",
    "valentine's day": "14 February",
    "bastille day": "14 July",
}
_FEAST = regex(
    rf"\b(?:{'|'.join(_FEASTS)})(?P<year>(?:,| of| in)? (?P<number>1\d{{3}}|20\d\d)\b)?(?!\s*\(|,? \d{{1,2}} (?:jan|feb|jul|oct|dec))",
    re.IGNORECASE,
)


_LAST_DAYS = dict.fromkeys(("january", "march", "may", "july", "august", "october", "december"), 31)
_LAST_DAYS |= dict.fromkeys(("april", "june", "september", "november"), 30)
_LAST_QUARTER = regex(r"\b(?:last|final) quarter(?= (?:of |in )?(?:the year |FY ?)?\d{4}\b)", re.IGNORECASE)
_FIRST_MONTHS = regex(
    r"\b(?:the\s+)?(?P<which>first|last|final)\s+(?P<count>three|3|six|6)\s+months\s+of\s+(?=\d{4}\b)", re.IGNORECASE
)  # "the first three months of 2022" are its first quarter
# "October's end", "the close of October"
_ENDS = regex(
    rf"\b(?P<month>{'|'.join(_LAST_DAYS)}|february)'s (?P<part>end|close|start|beginning|middle)\b|\bthe close of (?=(?:{'|'.join(_LAST_DAYS)}|february|the year|\d{{4}})\b)",
    re.IGNORECASE,
)
_LAST_DAY = regex(rf"\b(?:the )?last day of (?P<month>{'|'.join(_LAST_DAYS)})\b", re.IGNORECASE)


def with_feasts(text: str) -> str:
    """Return a text with such days written as dates, but for those that have their date beside.

    >>> with_feasts("on Christmas Day 1914"), with_feasts("Christmas Day (25 December)")
    ('on 25 December 1914', 'Christmas Day (25 December)')
    """
    if "quarter" in text.lower():
        text = _LAST_QUARTER.sub("fourth quarter", text)
    if "months" in text.lower():
        text = _FIRST_MONTHS.sub(_part_of_year, text)
    if "last day of" in text.lower():
        text = _LAST_DAY.sub(lambda found: f"{_LAST_DAYS[found['month'].lower()]} {found['month']}", text)
    if "'s " in text or "close of" in text:
        text = _ENDS.sub(_part_written, text)
    return (
        _FEAST.sub(_written, text)
        if "day" in text.lower() or "eve" in text.lower() or "hallow" in text.lower()
        else text
    )


def _part_written(found: re.Match[str]) -> str:
    part = (found["part"] or "end").lower()
    return f"the {'end' if part == 'close' else part} of {found['month'] or ''}"


def _part_of_year(found: re.Match[str]) -> str:
    first, quarter = found["which"].lower() == "first", found["count"].lower() in ("three", "3")
    return f"{'Q' if quarter else 'H'}{1 if first else 4 if quarter else 2} "


def _written(found: re.Match[str]) -> str:
    name = found[0][: -len(found["year"])] if found["year"] else found[0]
    year = f" {found['number']}" if found["number"] else ""
    return f"{_FEASTS[name.lower()]}{year}"
