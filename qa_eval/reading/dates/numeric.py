"""Dates in digits alone: 2023-03-27, 27/03/2023, 3/27/23, 27.3.2023, 20230327, 2019-sep-1, 03/2023, 2023年3月27日."""

from __future__ import annotations

import re
from calendar import month_name
from typing import TYPE_CHECKING

from qa_eval.model import Granularity
from qa_eval.reading.dates.tokens import MEANINGS
from qa_eval.reading.dates.value import DateValue, is_day
from qa_eval.reading.dates.words import FIRST_YEAR, LAST_YEAR, two_digit_year
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = regex(r"\s*(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})\.?\s*")
_FRACTION = regex(r"\s*\d{1,2}\s?/\s?\d{1,2}\.?\s*")
_SHORT_YEAR = regex(r"\s*(?P<date>(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.)(?P<year>\d\d)\.?\s*")
_LEGEND = regex(
    r"(?<![\d/.-])(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})[/.-](?P<year>\d{4})\s*\((?P<order>dd?[/.-]mm?[/.-]y{2,4}|mm?[/.-]dd?[/.-]y{2,4}|day[/.-]month[/.-]year|month[/.-]day[/.-]year|day first|month first)\)",
    re.IGNORECASE,
)
_PARTS = regex(r"[-./,'年년月월]+\s?")
_DENOMINATORS = (15, 16, 20, 24, 25, 30)


def day_and_month(first: str, second: str, *, said: bool) -> DateValue | None:
    """Read "22/04" or "4/22"; ``said`` is whether the words around call it a date, else it may be a fraction.

    >>> day_and_month("4", "22", said=False).edtf()
    'XXXX-04-22'
    >>> day_and_month("3", "16", said=False) is None
    True
    """
    one, two = int(first), int(second)
    by_day = DateValue(month=two, day=one) if is_day(None, two, one) else None
    by_month = DateValue(month=one, day=two) if is_day(None, one, two) else None
    if said:
        return _either(by_day, by_month)
    if by_day and not by_month:
        return by_day if second.startswith("0") else None  # "24/7" is no date
    return by_month if by_month and not by_day and two not in _DENOMINATORS else None


def may_be_fraction(text: str) -> bool:
    """Return whether a text is two numbers and a stroke, so that only what is asked tells a date from a fraction.

    >>> may_be_fraction("1/13"), may_be_fraction("1/13/2020")
    (True, False)
    """
    return _FRACTION.fullmatch(text) is not None


def short_date(text: str) -> str:
    """Return a text that is a day and a month in digits as one that reads as a date; with a dot the day comes first.

    >>> short_date("25.12."), short_date("27/3"), short_date("27 March"), short_date("3.3.25")
    ('25 December', 'on 27/3', '27 March', '3.3.2025')
    """
    short = _SHORT.fullmatch(text)
    if short is None:
        whole = _SHORT_YEAR.fullmatch(text)
        return f"{whole['date']}{two_digit_year(int(whole['year']))}" if whole else text
    if short["mark"] == "." and 1 <= int(short["month"]) < len(month_name):
        return f"{short['day']} {month_name[int(short['month'])]}"
    return f"on {text.strip()}"


def with_order_told(text: str) -> str:
    """Return a text with a date in digits as its legend says to read it.

    >>> with_order_told("on 3/11/1716 (day/month/year)"), with_order_told("3/11/1716 (mm/dd/yyyy)")
    ('on 3 November 1716', '11 March 1716')
    """
    return _LEGEND.sub(_in_order, text) if "(" in text and any(map(str.isdecimal, text)) else text


def _in_order(found: re.Match[str]) -> str:
    day, month = found["one"], found["other"]
    if found["order"][0].lower() == "m":
        day, month = month, day
    known = 1 <= int(month) < len(month_name)
    return f"{int(day)} {month_name[int(month)]} {found['year']}" if known else found[0]


def settled(dates: Sequence[DateValue]) -> list[DateValue]:
    """Return dates of one answer, each that can be read in two ways as another one of them tells it: "12/06/1887, the twelfth of June".

    >>> from qa_eval.reading.dates import read_dates
    >>> [date.edtf() for date in settled(read_dates("12/06/1887, that is the twelfth of June"))]
    ['1887-06-12', 'XXXX-06-12']
    """
    days = [(date.month, date.day) for date in dates if date.day is not None and not date.ambiguous]
    out = []
    for date in dates:
        fits = [each for each in date.ambiguous if (each.month, each.day) in days]
        told = (
            fits[0]._replace(start=date.start, end_offset=date.end_offset, text=date.text) if len(fits) == 1 else date
        )
        out.append(told)
    return out


def digits_as_date(digits: str) -> DateValue | None:
    """Read 20230327; None when the digits are no plausible date.

    >>> digits_as_date("20230327").edtf()
    '2023-03-27'
    """
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    plausible = 1500 <= year <= LAST_YEAR and is_day(year, month, day)  # noqa: PLR2004 - older days are not written so
    return DateValue(year=year, month=month, day=day) if plausible else None


def month_and_year(first: str, second: str) -> DateValue | None:
    """Read "03/2023".

    >>> month_and_year("03", "2023").edtf()
    '2023-03'
    """
    month, year = int(first), int(second)
    fits = 1 <= month <= 12 and len(second) == 4 and FIRST_YEAR <= year <= LAST_YEAR  # noqa: PLR2004 - months, a year
    return DateValue(year=year, month=month) if fits else None


def numeric_date(shown: str) -> DateValue | None:
    """Read three numbers with marks between; day and month in both orders when both are possible.

    >>> numeric_date("27/03/2023").edtf()
    '2023-03-27'
    >>> numeric_date("03/04/2023").edtf()
    '[2023-04-03,2023-03-04]'
    """
    first, second, third = _PARTS.split(shown.rstrip("日일"))
    if not second.isdigit():
        return _with_month_name(first, MEANINGS.get(second, ("", 0)), third)
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:  # noqa: PLR2004 - a year
        return _day(one, two, three) or _day(one, three, two) if len(third) <= 2 else None  # noqa: PLR2004 - month and day
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and "." in shown and len(first + second) < 4):  # noqa: PLR2004 - "1.2.10" is a version
        return None
    year = two_digit_year(three) if len(third) == 2 else three  # noqa: PLR2004 - '23
    if "." in shown:  # wherever dots are written, the day comes first
        return _day(year, two, one) or _day(year, one, two)
    return _either(_day(year, two, one), _day(year, one, two))


def _with_month_name(first: str, month: tuple[str, int], third: str) -> DateValue | None:
    if month[0] != "month":
        return None
    if len(first) == 4:  # noqa: PLR2004 - 2019-sep-1
        return _day(int(first), month[1], int(third))
    year = two_digit_year(int(third)) if len(third) == 2 else int(third)  # noqa: PLR2004 - '23
    return _day(year, month[1], int(first))


def _day(year: int, month: int, day: int) -> DateValue | None:
    # 29 February of any year: a day that never was is still a date, and a wrong one
    known = FIRST_YEAR <= year <= LAST_YEAR and is_day(None, month, day)
    return DateValue(year=year, month=month, day=day) if known else None


def _either(one: DateValue | None, other: DateValue | None) -> DateValue | None:
    if one is None or other is None or one == other:
        return one or other
    return one._replace(month=None, day=None, ambiguous=(one, other), granularity=Granularity.DAY)
