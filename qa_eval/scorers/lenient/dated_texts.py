"""Accepted dates that are written so short that another accepted text has to say what they are: "476" beside "476 AD", "20 or 21 March"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.dates import DateValue

_ERA = regex(
    r"(?:[\s\S]*\D)?(?P<year>\d{1,3}) ?(?P<era>A\.?D\.?|C\.?E\.?|B\.?C\.?(?:E\.?)?)|A\.?D\.? ?(?P<late>\d{1,3})"
)
_MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH_FIRST = regex(rf"(?:on )?(?P<month>{_MONTH}) (?P<one>{_DAY}) or (?P<other>{_DAY})(?P<year>,? \d{{4}})?")
_DAY_FIRST = regex(
    rf"(?:on )?(?:the )?(?P<one>{_DAY}) or (?P<other>{_DAY}) (?:of )?(?P<month>{_MONTH})(?P<year>,? \d{{4}})?"
)


def with_eras(texts: Sequence[str]) -> Sequence[str]:
    """Return accepted texts with the era behind a year that another one tells it of.

    >>> with_eras(["476 AD", "476"]), with_eras(["1066", "year 1066"])
    (['476 AD', '476 AD'], ['1066', 'year 1066'])
    """
    known = {
        found["year"] or found["late"]: found["era"] or "AD"
        for text in texts
        if (found := _ERA.fullmatch(text.strip()))
    }
    if not known or len(known) > 1:
        return texts
    year, era = next(iter(known.items()))
    bare = regex(rf"(?:[\s\S]*\D)?{year}")
    return [f"{text} {era}" if bare.fullmatch(text) and not _ERA.fullmatch(text) else text for text in texts]


def either_day(text: str) -> tuple[str, ...]:
    """Return each of two days of one month between which an accepted text leaves the choice; none for another text.

    >>> either_day("March 20 or 21"), either_day("the 1st or 2nd of May"), either_day("March 20")
    (('20 March', '21 March'), ('1st May', '2nd May'), ())
    """
    found = _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    return tuple(f"{found[day]} {found['month']}{found['year'] or ''}" for day in ("one", "other")) if found else ()


def with_years(read: Sequence[DateValue | None]) -> tuple[tuple[int, DateValue], ...]:
    """Return the dates among what accepted texts were read as, and their places, each with the year that the same day has beside.

    "May 16" is of 2018 beside "May 16, 2018", but not beside that and "May 16, 2019".
    """
    dates = tuple((place, date) for place, date in enumerate(read) if date is not None)
    years: dict[tuple[int | None, int | None], set[int]] = {}
    for _, date in dates:
        if date.year is not None and date.day is not None:
            years.setdefault((date.month, date.day), set()).add(date.year)
    if not years:
        return dates
    return tuple((place, _of_year(date, years.get((date.month, date.day), set()))) for place, date in dates)


def _of_year(date: DateValue, years: set[int]) -> DateValue:
    if date.year is not None or date.month is None or date.relative or date.end is not None or len(years) != 1:
        return date
    return date._replace(year=next(iter(years)))
