"""What most answers are, told at a glance: a day, a month or no date at all."""

from __future__ import annotations

import re

from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.dates.hints import may_hold_date

_MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
_DAY, _YEAR = "(?:[1-9]|1[0-9]|2[0-8])", "(?:1[0-9]{3}|20[0-9]{2})"
_DATE = re.compile(f"{_DAY} {_MONTH} {_YEAR}|{_MONTH} {_DAY}, {_YEAR}|{_MONTH} {_YEAR}")
_WORDS = re.compile("[A-WYZa-z ',.-]{1,200}")  # an X may be a part of a date that is not known: "199X"


def is_plain_date(text: str) -> bool:
    """Return whether a text is a date, without reading it; False where that is not plain.

    >>> is_plain_date("27 March 2023"), is_plain_date("31 June 2023"), is_plain_date("in March 2023")
    (True, False, False)
    """
    return _DATE.fullmatch(text) is not None


def has_no_date(text: str) -> bool:
    """Return whether a text holds no date, as words that no date has show at a glance; False where that takes reading it.

    >>> has_no_date("Ada Lovelace"), has_no_date("the day before"), has_no_date("12 ships")
    (True, False, False)
    """
    return _WORDS.fullmatch(text) is not None and not may_hold_date(text.lower())
