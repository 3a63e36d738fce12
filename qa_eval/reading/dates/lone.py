"""The dates that most answers are, with nothing beside them: read at once, as the reader of all dates would read them."""

from __future__ import annotations

from qa_eval.model import Granularity
from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.regex import regex

_MONTH = "|".join(MONTH_NAMES)
_DAY, _YEAR = "[1-9]|1[0-9]|2[0-8]", "1[0-9]{3}|20[0-9]{2}"  # every month has 28 days
_LONE = regex(
    f"(?:[Oo]n |[Ii]n )?((?:({_DAY}) )?({_MONTH}) ({_YEAR})|({_MONTH}) ({_DAY}), ({_YEAR})"
    f"|({_YEAR})-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))\\.?"
)
_NUMBERS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}


def lone_date(text: str) -> DateValue | None:
    """Return the date of a text that is one day or month and nothing else; None where that is not plain.

    >>> lone_date("27 March 2023").edtf(), lone_date("in March 2023").edtf(), lone_date("31 March 2023")
    ('2023-03-27', '2023-03', None)
    """
    lone = _LONE.fullmatch(text)
    if lone is None:
        return None
    whole, *day_first, named, day, year, iso, iso_month, iso_day = lone.groups()
    if iso:
        parts = int(iso), int(iso_month), int(iso_day)
    elif named:
        parts = int(year), _NUMBERS[named], int(day)
    else:
        day, named, year = day_first
        parts = int(year), _NUMBERS[named], int(day or 0)
    start, end = lone.span(1)
    granularity = Granularity.DAY if parts[2] else Granularity.MONTH
    return DateValue(*parts[:2], parts[2] or None, granularity=granularity, start=start, end_offset=end, text=whole)
