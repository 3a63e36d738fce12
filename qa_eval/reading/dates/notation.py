"""A whole text as one date, in English or in the Extended Date/Time Format ("XXXX-03-27", "199X", "2023~", "1950/1953")."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.model import Granularity
from qa_eval.reading.dates.finder import read_dates
from qa_eval.reading.dates.value import DateValue, granularity_of
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes, strip_frame, words

_AROUND = frozenset(
    """in on at the of year years around about circa c ca by since during from until between to and month ad
    approximately roughly some time sometime back probably or so thereabouts""".split()  # noqa: SIM905 - a word list reads best as one text
)
_EDTF_POINT = r"-?[\dX]{4}(?:-[\dX]{2}){0,2}[~?%]?"
_EDTF = regex(rf"{_EDTF_POINT}(?:/{_EDTF_POINT})?|\[{_EDTF_POINT}(?:,\s?{_EDTF_POINT})+\]")
_SHORT = 200  # characters; an accepted answer is read more than once
_EDTF_MARKS = frozenset("X~?%/[")
_SEASONS = {
    21: "spring", 22: "summer", 23: "fall", 24: "winter", 33: "q1", 34: "q2", 35: "q3", 36: "q4", 40: "h1", 41: "h2",
}  # fmt: skip


def read_date(text: str) -> DateValue | None:
    """Return the date that ``text`` is and nothing beside; None when it is more, or no date.

    >>> read_date("on the 27th of March").edtf()
    'XXXX-03-27'
    >>> read_date("199X") == read_date("199X") is not None
    True
    >>> read_date("27 March or 28 March") is None
    True
    """
    return _read_short(text) if len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=512)
def _read_short(text: str) -> DateValue | None:
    return _read(text)


def _read(text: str) -> DateValue | None:
    coded = text.strip()
    if _EDTF.fullmatch(coded) and (coded.startswith(("-", "0")) or not _EDTF_MARKS.isdisjoint(coded)):
        return _of_edtf(coded)
    bare = strip_frame(text)
    found = read_dates(bare)
    if len(found) != 1:
        return None
    date = found[0]
    rest = f"{bare[: date.start]} {bare[date.end_offset :]}"
    if not rest.isspace() and not _AROUND.issuperset(words(rest)):
        return None
    shift = max(0, plain_quotes(text).find(bare)) if bare != text else 0
    return date._replace(start=date.start + shift, end_offset=date.end_offset + shift)


def _of_edtf(text: str) -> DateValue | None:
    """Read a text in the Extended Date/Time Format; None when it does not keep to it."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - slow to import, and few answers are written so

    try:
        parse_edtf(text)
    except EDTFParseException:
        return None
    points = [_edtf_point(point.strip()) for point in re.split(r"[/,]", text.strip("[]"))]
    first = points[0]
    if len(points) > 1:
        first = (
            first._replace(end=points[1])
            if "/" in text
            else DateValue(ambiguous=tuple(points), granularity=first.granularity)
        )
    return first._replace(start=0, end_offset=len(text), text=text)


def _edtf_point(point: str) -> DateValue:
    approximate = point[-1] in "~?%"
    sign, digits = (-1, point[1:]) if point.startswith("-") else (1, point)
    year, month, day = (*digits.rstrip("~?%").split("-"), "", "")[:3]
    date = DateValue(approximate=approximate)
    if year.isdigit():
        # astronomical years count a year 0, which is 1 BC
        date = date._replace(year=int(year) if sign > 0 and int(year) else -int(year) - 1)
    elif year[2:] == "XX" and year[:2].isdigit():
        date = date._replace(century=sign * (int(year[:2]) + 1))
    elif year[3:] == "X" and year[:3].isdigit():
        date = date._replace(decade=10 * int(year[:3]))
    if month.isdigit():
        date = date._replace(season=_SEASONS[int(month)]) if int(month) in _SEASONS else date._replace(month=int(month))
    if day.isdigit():
        date = date._replace(day=int(day))
    unknown = Granularity.DAY if day else Granularity.MONTH if month else Granularity.YEAR
    return date._replace(granularity=granularity_of(date._replace(granularity=unknown)))
