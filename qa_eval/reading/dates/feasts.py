"""Days and quarters that have a name: "New Year's Day 2026" is 1 January 2026, "the last quarter of 2026" the fourth."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_FEASTS = {
    "new year's day": "1 January", "epiphany": "6 January", "burns night": "25 January", "candlemas": "2 February", "valentine's day": "14 February",
    "st valentine's day": "14 February", "leap day": "29 February", "st david's day": "1 March", "international women's day": "8 March",
    "st patrick's day": "17 March", "april fools' day": "1 April", "april fool's day": "1 April", "st george's day": "23 April", "anzac day": "25 April",
    "may day": "1 May", "canada day": "1 July", "bastille day": "14 July", "halloween": "31 October", "hallowe'en": "31 October",
    "all saints' day": "1 November", "all souls' day": "2 November", "guy fawkes night": "5 November", "bonfire night": "5 November",
    "armistice day": "11 November", "st andrew's day": "30 November", "christmas eve": "24 December", "christmas day": "25 December",
    "boxing day": "26 December", "st stephen's day": "26 December", "new year's eve": "31 December",
}  # fmt: skip
_NAME = "|".join(_FEASTS).replace("st ", r"(?:st\.?|saint) ").replace("'", "['’]?")
_FEAST = regex(
    rf"\b(?:{_NAME})(?P<year>(?:,| of| in)? (?P<number>1\d{{3}}|20\d\d)\b)?(?!\s*\(|,? \d{{1,2}} (?:jan|feb|mar|apr|may|jul|oct|nov|dec))",
    re.IGNORECASE,
)
_HINT = regex(r"day|eve|hallow|night|epiphany|candlemas", re.IGNORECASE)
_IS_FEAST = regex(rf"(?:on\s+)?(?:the\s+)?(?:{_NAME})(?:(?:,| of| in)? (?:1\d{{3}}|20\d\d))?\.?", re.IGNORECASE)


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
_LAST_DAY = regex(
    rf"\b(?:the )?(?P<which>first|last|final) day of (?:(?P<month>{'|'.join(_LAST_DAYS)})\b|(?:the year )?(?P<year>(?:1\d|20)\d\d)\b)",
    re.IGNORECASE,
)


def with_feasts(text: str) -> str:
    """Return a text with such days written as dates, but for those that have their date beside.

    >>> with_feasts("on Christmas Day 1914"), with_feasts("Christmas Day (25 December)")
    ('on 25 December 1914', 'Christmas Day (25 December)')
    """
    if "quarter" in text.lower():
        text = _LAST_QUARTER.sub("fourth quarter", text)
    if "months" in text.lower():
        text = _FIRST_MONTHS.sub(_part_of_year, text)
    if " day of" in text:
        text = _LAST_DAY.sub(_edge, text)
    if "'s " in text or "close of" in text:
        text = _ENDS.sub(_part_written, text)
    return _FEAST.sub(_written, text) if _HINT.search(text) else text


def feasts_in(text: str) -> frozenset[str]:
    """Return the days of the feasts that a text names.

    >>> sorted(feasts_in("from Christmas Eve to New Year's Day"))
    ['1 January', '24 December']
    """
    return frozenset(_written(found) for found in _FEAST.finditer(text)) if _HINT.search(text) else frozenset()


def is_feast(text: str) -> bool:
    """Return whether a text is the name of a feast that has its fixed date, and nothing beside.

    >>> is_feast("on St. Patrick's Day"), is_feast("Easter Monday")
    (True, False)
    """
    return _HINT.search(text) is not None and _IS_FEAST.fullmatch(text.strip()) is not None


def _part_written(found: re.Match[str]) -> str:
    part = (found["part"] or "end").lower()
    return f"the {'end' if part == 'close' else part} of {found['month'] or ''}"


def _edge(found: re.Match[str]) -> str:
    first = found["which"].lower() == "first"
    month = found["month"] or ("January" if first else "December")
    day = 1 if first else _LAST_DAYS[month.lower()]
    return f"{day} {month} {found['year']}" if found["year"] else f"{day} {month}"


def _part_of_year(found: re.Match[str]) -> str:
    first, quarter = found["which"].lower() == "first", found["count"].lower() in ("three", "3")
    return f"{'Q' if quarter else 'H'}{1 if first else 4 if quarter else 2} "


def _written(found: re.Match[str]) -> str:
    name = found[0][: -len(found["year"])] if found["year"] else found[0]
    year = f" {found['number']}" if found["number"] else ""
    known = _bare(name.lower()).replace("saint ", "st ").replace("st. ", "st ")
    return f"{_BY_BARE_NAME[known]}{year}"


def _bare(name: str) -> str:
    return name.replace("'", "").replace("’", "")


_BY_BARE_NAME = {_bare(name): day for name, day in _FEASTS.items()}
