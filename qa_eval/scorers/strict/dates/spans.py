"""What ends with a month: "the end of May"."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.dates import DateValue

_LIMITED = regex(
    r"\b(?:until|till|by|deadline|due|valid|expir\w+|last|latest|ends?|closes?|runs? out|no later than)\b",
    re.IGNORECASE,
)
_LEAP = 2000  # any year with a 29 February


def last_day(date: DateValue | None, question: str, accepted: Sequence[str]) -> str:
    """Return the last day of a month where it is accepted as a limit, as an answer may tell it by the month's end; "" for another.

    >>> from qa_eval.reading.dates import read_date
    >>> last_day(read_date("30 June"), "Until when is it open?", ()), last_day(read_date("30 June"), "When did it open?", ())
    ('30 June', '')
    """
    if date is None or date.day is None or date.month is None or date.end is not None or date.relative:
        return ""
    last = monthrange(date.year if date.year and date.year > 0 else _LEAP, date.month)[1]
    limited = date.day == last and _LIMITED.search(" ".join((question, *accepted)))
    return f"{date.day} {MONTH_NAMES[date.month - 1]}" if limited else ""


def ended_on(text: str, day: str) -> str:
    """Return a text with the end of a month, or of a year, written as that ``day``, the last of its month.

    >>> ended_on("by the end of June 2024", "30 June"), ended_on("the end of 2024", "31 December"), ended_on("end of July", "30 June")
    ('by 30 June 2024', '31 December 2024', 'end of July')
    """
    if not day or "end of" not in text:
        return text
    month = day.rpartition(" ")[2]
    year = r"|(?=(?:the year )?\d{4}\b)(?:the year )?" if month == "December" else ""
    return re.sub(rf"\b(?:the )?(?:very )?end of (?:{month}\b\s?{year})", f"{day} ", text, flags=re.IGNORECASE).rstrip()


_THAT_YEAR = regex(
    r"(?P<first>\b(?P<year>1\d{3}|20\d\d)\b[^.;\d]{1,30}?\d{1,2}(?:st|nd|rd|th)?[^.;\d]{0,15}?)\s+(?:of\s+)?(?:the\s+(?P<which>same|following|next)\s+year|that\s+(?:same\s+)?year)\b",
    re.IGNORECASE,
)


def with_year_told(text: str) -> str:
    """Return a text with "the same year" and "the next year" behind a second date as that year.

    >>> with_year_told("From June 3, 1645 until August 19 of the same year."), with_year_told("3 May 1911 to 4 May of the next year")
    ('From June 3, 1645 until August 19 1645.', '3 May 1911 to 4 May 1912')
    """
    return _THAT_YEAR.sub(_told_year, text) if " year" in text else text


def _told_year(found: re.Match[str]) -> str:
    later = (found["which"] or "same").lower() != "same"
    return f"{found['first'].rstrip()} {int(found['year']) + later}"
