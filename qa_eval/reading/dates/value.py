"""A date as people give it: with a day or without, with a year or without, or only a decade."""

from __future__ import annotations

from typing import NamedTuple

from qa_eval.model import Granularity
from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.counting import ORDINALS, ordinal

# a quarter or a half of a year stands where a season would
_SEASON_CODES = {
    "spring": 21, "summer": 22, "fall": 23, "winter": 24,
    "q1": 33, "q2": 34, "q3": 35, "q4": 36, "h1": 40, "h2": 41,
}  # fmt: skip
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = range(1, 13)


class DateValue(NamedTuple):
    """A point in time or a period, as fine as it was given; what is unknown is None or "".

    ``year`` is negative before Christ: -44 is 44 BC. ``season`` is spring, summer, fall or winter, a quarter (q1 to q4) or a
    half (h1, h2) of the year; ``part`` is early, mid or late; ``decade`` its first year (1990), ``century`` its number (20,
    negative BC). ``relative`` holds words that only mean something to who knows today ("last fall", "yesterday").
    ``end`` is the last point of a period. ``ambiguous`` holds the readings of 03/04/2023; then this value itself has only
    what they share. ``time`` is what was said of the hour, in its own words. ``start`` and ``end_offset`` are characters
    of the text that was read, and ``text`` what stands there.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""
    part: str = ""
    decade: int | None = None
    century: int | None = None
    relative: str = ""
    end: DateValue | None = None
    ambiguous: tuple[DateValue, ...] = ()
    approximate: bool = False
    negated: bool = False
    granularity: Granularity = Granularity.DAY
    start: int = 0
    end_offset: int = 0
    text: str = ""
    time: str = ""

    def edtf(self) -> str:
        """Return the date in the Extended Date/Time Format; "" where that has no form for it (a season of no year, 30 February).

        >>> DateValue(month=3, day=27).edtf()
        'XXXX-03-27'
        >>> DateValue(decade=1990, granularity=Granularity.DECADE).edtf()
        '199X'
        """
        if self.ambiguous:
            return f"[{','.join(reading.edtf() for reading in self.ambiguous)}]"
        first = _point(self)
        if self.end is None:
            return first
        last = _point(self.end)
        if "X" in first + last:
            first, last = (
                first.rstrip("~"),
                last.rstrip("~"),
            )  # a period of unknown digits cannot be approximate as well
        return f"{first}/{last}" if first and last else ""


def _point(date: DateValue) -> str:
    mark = "~" if date.approximate or date.part else ""
    if date.century is not None:
        sign = "-" if date.century < 0 else ""
        return f"{sign}{abs(date.century) - 1:02d}XX{mark}"
    if date.decade is not None:
        return f"{date.decade // 10:03d}X{mark}"
    year = "XXXX" if date.year is None else _astronomical(date.year)
    if date.season:
        return "" if date.year is None else f"{year}-{_SEASON_CODES[date.season]}"
    if date.month is None and date.day is None:
        unknown = {Granularity.DAY: "-XX-XX", Granularity.MONTH: "-XX"}.get(date.granularity, "")
        return f"{year}{mark}" if date.year is not None else f"{year}{unknown}"
    if date.month and date.day and not is_day(date.year, date.month, date.day):
        return ""
    day = "" if date.day is None else f"-{date.day:02d}"
    return f"{year}-{_two(date.month)}{day}{mark if date.year is not None else ''}"


def _astronomical(year: int) -> str:
    """Return the year as EDTF counts it, with a year 0, which is 1 BC."""
    return f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def is_day(year: int | None, month: int, day: int) -> bool:
    """Return whether the calendar has this day; 29 February needs a leap year when the year is known."""
    if month not in _MONTHS or not 1 <= day <= _LONGEST[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def granularity_of(date: DateValue) -> Granularity:
    """Return how fine the fields of ``date`` are."""
    if date.ambiguous:
        return date.ambiguous[0].granularity
    if date.day is not None:
        return Granularity.DAY
    if date.month is not None:
        return Granularity.MONTH
    if date.season:
        return Granularity.SEASON
    if date.year is not None:
        return Granularity.YEAR
    if date.decade is not None:
        return Granularity.DECADE
    return Granularity.CENTURY if date.century is not None else date.granularity


def written(date: DateValue) -> str:
    """Return the date in short English: "27 March 2023", "early 2023", "the 1990s", "44 BC", "1950 to 1953".

    >>> written(DateValue(year=2023, month=3, granularity=Granularity.MONTH, part="late"))
    'late March 2023'
    """
    if date.ambiguous:
        return " or ".join(written(reading) for reading in date.ambiguous)
    words = _written_point(date)
    if date.end is not None:
        words = f"{words} to {_written_point(date.end)}"
    words = f"about {words}" if date.approximate else words
    return f"not {words}" if date.negated else words


def _written_point(date: DateValue) -> str:
    if date.relative and date.year is None:
        return date.relative
    known = _written_fields(date)
    if not known:
        return date.text
    article = "" if date.part else "the " if date.century is not None or date.decade is not None else ""
    return f"{f'{date.part} ' if date.part else article}{known}"


def _written_fields(date: DateValue) -> str:
    if date.century is not None:
        return f"{ordinal(abs(date.century))} century{' BC' if date.century < 0 else ''}"
    if date.decade is not None:
        return f"{date.decade}s"
    year = "" if date.year is None else _written_year(date.year)
    day = "" if date.day is None else str(date.day) if date.month else f"the {ordinal(date.day)}"
    season = _written_season(date.season)
    month = MONTH_NAMES[date.month - 1] if date.month else ""
    return " ".join(word for word in (day, month, season, year) if word)


def _written_year(year: int) -> str:
    if year < 0:
        return f"{-year} BC"
    return str(year) if year >= 1000 else f"{year} AD"  # noqa: PLR2004 - fewer digits do not look like a year


def _written_season(season: str) -> str:
    if season[:1] in ("q", "h"):
        return f"{ORDINALS[int(season[1])]} {'quarter' if season[0] == 'q' else 'half'} of"
    return season
