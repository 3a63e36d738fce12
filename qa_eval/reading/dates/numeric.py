"""Dates in digits alone: 2023-03-27, 27/03/2023, 3/27/23, 27.3.2023, 20230327, 2019-sep-1."""

from __future__ import annotations

import re
from dataclasses import replace

from qa_eval.model import Granularity
from qa_eval.reading.dates.tokens import MEANINGS
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.dates.words import FIRST_YEAR, LAST_YEAR, two_digit_year

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTS = re.compile(r"[-./,']+\s?")
_MONTHS = range(1, 13)


def is_day(year: int | None, month: int, day: int) -> bool:
    """Return whether the calendar has this day; 29 February needs a leap year when the year is known."""
    if month not in _MONTHS or not 1 <= day <= _LONGEST[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def digits_as_date(digits: str) -> DateValue | None:
    """Read 20230327; None when the digits are no plausible date.

    >>> digits_as_date("20230327").edtf()
    '2023-03-27'
    """
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    plausible = 1500 <= year <= LAST_YEAR and is_day(year, month, day)  # noqa: PLR2004 - older days are not written so
    return DateValue(year=year, month=month, day=day) if plausible else None


def numeric_date(shown: str) -> DateValue | None:
    """Read three numbers with marks between; day and month in both orders when both are possible.

    >>> numeric_date("27/03/2023").edtf()
    '2023-03-27'
    >>> numeric_date("03/04/2023").edtf()
    '[2023-04-03,2023-03-04]'
    """
    first, second, third = _PARTS.split(shown)
    if not second.isdigit():
        return _with_month_name(first, MEANINGS.get(second, ("", 0)), third)
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:  # noqa: PLR2004 - a year
        return _day(one, two, three) or _day(one, three, two) if len(third) <= 2 else None  # noqa: PLR2004 - month and day
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and "." in shown):  # noqa: PLR2004 - "1.2.10" is a version
        return None
    year = two_digit_year(three) if len(third) == 2 else three  # noqa: PLR2004 - '23
    return _either(_day(year, two, one), _day(year, one, two))


def _with_month_name(first: str, month: tuple[str, int], third: str) -> DateValue | None:
    if month[0] != "month":
        return None
    if len(first) == 4:  # noqa: PLR2004 - 2019-sep-1
        return _day(int(first), month[1], int(third))
    year = two_digit_year(int(third)) if len(third) == 2 else int(third)  # noqa: PLR2004 - '23
    return _day(year, month[1], int(first))


def _day(year: int, month: int, day: int) -> DateValue | None:
    return (
        DateValue(year=year, month=month, day=day)
        if FIRST_YEAR <= year <= LAST_YEAR and is_day(year, month, day)
        else None
    )


def _either(one: DateValue | None, other: DateValue | None) -> DateValue | None:
    if one is None or other is None or one == other:
        return one or other
    return replace(one, month=None, day=None, ambiguous=(one, other), granularity=Granularity.DAY)
