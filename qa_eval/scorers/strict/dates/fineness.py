"""How finely a date is asked for: the month alone, of 27 March 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Granularity

if TYPE_CHECKING:
    from qa_eval.reading.dates import DateValue

_FINENESS = tuple(reversed(Granularity))


def as_asked(date: DateValue, granularity: Granularity | None) -> DateValue:
    """Return the date as fine as the question asks for it; the date itself where it asks for nothing coarser.

    >>> from qa_eval.reading.dates import read_date
    >>> as_asked(read_date("27 March 2023"), Granularity.MONTH).edtf(), as_asked(read_date("2023"), Granularity.MONTH).edtf()
    ('2023-03', '2023')
    """
    if granularity is None or date.end is not None or _fineness(date.granularity) <= _fineness(granularity):
        return date
    keeps, year = _fineness(granularity), date.year
    return date._replace(
        day=None,
        month=date.month if keeps >= _fineness(Granularity.MONTH) else None,
        season=date.season if keeps >= _fineness(Granularity.SEASON) else "",
        year=year if keeps >= _fineness(Granularity.YEAR) else None,
        decade=year // 10 * 10 if granularity is Granularity.DECADE and year is not None else date.decade,
        century=(year - 1) // 100 + 1 if granularity is Granularity.CENTURY and year is not None else date.century,
        part="",
        granularity=granularity,
    )


def _fineness(granularity: Granularity) -> int:
    return _FINENESS.index(granularity)
