"""Do two dates agree, and which is finer? One relation, over which a strict and a lenient judge may each decide."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.reading.dates.deictic import is_ranked, meanings, ranked
from qa_eval.reading.dates.value import granularity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.reading.dates.value import DateValue

Day: TypeAlias = "tuple[int, int, int]"
Span: TypeAlias = "tuple[Day, Day]"


class DateRelation(StrEnum):
    """How an answer's date relates to the accepted one. Doubt ("about") is not looked at."""

    SAME = "same"  # the same point or period, whatever the format
    FINER = "finer"  # agrees and says more: "27 March 2023" for "March 2023", "March 27, 2023" for "March 27"
    COARSER = "coarser"  # agrees and says less: "2023" for "27 March 2023", "March 27" for "27 March 2023"
    OVERLAPPING = "overlapping"  # no contradiction, and each says what the other does not: "March 2023" for "March 27"
    PART_OF_PERIOD = "part_of_period"  # a point within the accepted period: "1951" for "1950 to 1953"
    AMBIGUOUS = "ambiguous"  # agrees in one of its readings only: 03/04/2023
    SAME_YEAR = "same_year"  # the year agrees, the month, day or season does not
    NEAR_YEAR = "near_year"  # the years are neighbours
    DIFFERENT_YEAR = "different_year"
    CONFLICT = "conflict"  # contradicts, and no two years can be compared
    UNANCHORED = "unanchored"  # "last fall", "yesterday": says nothing that could be compared

    @property
    def agreeing(self) -> bool:
        """Whether nothing in the answer contradicts the accepted date."""
        return self in _AGREEING


_AGREEING = (
    DateRelation.SAME,
    DateRelation.FINER,
    DateRelation.COARSER,
    DateRelation.OVERLAPPING,
    DateRelation.PART_OF_PERIOD,
)
_FROM_BEST = tuple(DateRelation)
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# generous on purpose: astronomers and calendars draw the seasons' borders in different weeks
_SEASON_MONTHS = {
    "spring": (3, 6), "summer": (6, 9), "fall": (9, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12),
}  # fmt: skip
_PART_MONTHS = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}
_PART_DAYS = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
_PART_YEARS = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}


def agrees(answer: DateValue, gold: DateValue) -> DateRelation:
    """Return how ``answer`` relates to ``gold``.

    >>> from qa_eval.reading.dates import read_date
    >>> [agrees(read_date(text), read_date("27 March 2023")).value for text in ("2023-03-27", "March 2023", "27 May 2023")]
    ['same', 'coarser', 'same_year']
    """
    if gold.ambiguous or answer.ambiguous:
        answer, gold = _read_alike(answer, gold)
    if gold.ambiguous:
        return _best(agrees(answer, reading) for reading in gold.ambiguous)
    if answer.ambiguous:
        best = _best(agrees(reading, gold) for reading in answer.ambiguous)
        settled = all(agrees(reading, gold).agreeing for reading in answer.ambiguous)
        return DateRelation.AMBIGUOUS if best.agreeing and not settled else best
    if answer.relative or gold.relative:
        return _of_relative(answer, gold)
    if _is_a_winter(answer) and _is_a_winter(gold):
        return _of_anchored(answer, gold)
    if answer.end is not None and gold.end is not None:
        return _of_ends(
            _of_points(answer._replace(end=None), gold._replace(end=None)), _of_points(answer.end, gold.end)
        )
    return _of_points(answer, gold)


def _is_a_winter(date: DateValue) -> bool:
    """Return whether a period is one winter, from the year in which it begins to the next."""
    end = date.end
    return end is not None and date.season == end.season == "winter" and end.year == (date.year or 0) + 1


def _read_alike(answer: DateValue, gold: DateValue) -> tuple[DateValue, DateValue]:
    """Return two dates, of which "2005-06" is the period that it may be where the other is one or may be one."""
    periods = [next((each for each in date.ambiguous if each.end is not None), date) for date in (answer, gold)]
    return (periods[0], periods[1]) if all(each.end is not None for each in periods) else (answer, gold)


def _best(relations: Iterable[DateRelation]) -> DateRelation:
    return min(relations, key=_FROM_BEST.index)


def _of_relative(answer: DateValue, gold: DateValue) -> DateRelation:
    if answer.relative and gold.relative and meanings(answer.relative) == meanings(gold.relative):
        return DateRelation.SAME
    here, there = _without_year(answer), _without_year(gold)
    if not _says_anything(here) or not _says_anything(there):
        return DateRelation.UNANCHORED
    relation = _of_ranked(answer, gold) or _of_points(here, there)
    if relation is DateRelation.SAME:
        if answer.relative and gold.relative:
            return DateRelation.UNANCHORED
        return DateRelation.FINER if gold.relative and answer.year is not None else DateRelation.COARSER
    return relation


def _of_ranked(answer: DateValue, gold: DateValue) -> DateRelation | None:
    """Compare "the second Saturday of March" with a day of the month, of which its year tells whether it is one."""
    which = ranked(answer) or ranked(gold)
    day, other = (gold, answer) if ranked(answer) else (answer, gold)
    if which is None or day.day is None or day.month is None or day.relative:
        return None
    same = is_ranked(day, which)
    if day.month != other.month or same is False:
        return DateRelation.CONFLICT
    if same is None:
        return DateRelation.UNANCHORED
    return DateRelation.FINER if day is answer else DateRelation.COARSER


def _of_ends(first: DateRelation, last: DateRelation) -> DateRelation:
    both = {first, last}
    if both == {DateRelation.SAME}:
        return DateRelation.SAME
    if both <= {DateRelation.SAME, DateRelation.FINER}:
        return DateRelation.FINER
    if both <= {DateRelation.SAME, DateRelation.COARSER}:
        return DateRelation.COARSER
    if first.agreeing and last.agreeing:
        return DateRelation.OVERLAPPING
    return max(first, last, key=_FROM_BEST.index)


def _of_points(answer: DateValue, gold: DateValue) -> DateRelation:
    """Compare two of which at most one is a period."""
    known = _has_year(answer), _has_year(gold)
    if known == (True, True):
        return _of_anchored(answer, gold)
    if known == (False, False):
        return _of_yearless(answer, gold)
    here, there = _without_year(answer), _without_year(gold)
    if not _says_anything(here) or not _says_anything(there):
        return DateRelation.OVERLAPPING
    relation = _of_yearless(here, there)
    more, less = (DateRelation.FINER, DateRelation.COARSER) if known[0] else (DateRelation.COARSER, DateRelation.FINER)
    if relation in (DateRelation.SAME, more):
        return more
    return DateRelation.OVERLAPPING if relation is less else relation


def _has_year(date: DateValue) -> bool:
    return date.year is not None or date.decade is not None or date.century is not None


def _without_year(date: DateValue) -> DateValue:
    bare = date._replace(
        year=None, decade=None, century=None, relative="", part=date.part if date.month or date.season else ""
    )
    return bare._replace(end=bare.end._replace(year=None) if bare.end else None)


def _says_anything(date: DateValue) -> bool:
    return date.month is not None or date.day is not None or bool(date.season)


def _of_yearless(answer: DateValue, gold: DateValue) -> DateRelation:
    if (answer.month is None and not answer.season) or (gold.month is None and not gold.season):
        if answer.day is None or gold.day is None:
            return DateRelation.OVERLAPPING
        if answer.day != gold.day:
            return DateRelation.CONFLICT
        return (
            DateRelation.SAME
            if answer.month == gold.month
            else DateRelation.FINER
            if answer.month
            else DateRelation.COARSER
        )
    relation = _of_anchored(_in_year(answer, 0), _in_year(gold, 0))
    return relation if relation.agreeing else DateRelation.CONFLICT


def _in_year(date: DateValue, year: int) -> DateValue:
    end = None if date.end is None else date.end._replace(year=year if _order(date.end) >= _order(date) else year + 1)
    return date._replace(year=year, end=end)


def _order(date: DateValue) -> tuple[int, int]:
    return date.month or 0, date.day or 0


def _of_anchored(answer: DateValue, gold: DateValue) -> DateRelation:
    if _bare_year(answer) and answer.year == gold.year and gold.end is None:
        return DateRelation.SAME if _bare_year(gold) else DateRelation.COARSER
    if _differ_in_words(answer, gold):
        return _conflict(answer, gold)
    found = _best(_of_spans(one, other) for one in _spans(answer) for other in _spans(gold))
    if found is DateRelation.FINER and gold.end is not None and answer.end is None:
        return DateRelation.PART_OF_PERIOD
    return found if found.agreeing else _conflict(answer, gold)


def _bare_year(date: DateValue) -> bool:
    return date.year is not None and date.end is None and not date.part and not _says_anything(date)


def _differ_in_words(answer: DateValue, gold: DateValue) -> bool:
    """Return whether two parts, seasons or centuries differ; their spans may overlap at the borders."""
    centuries = {_century(answer), _century(gold)}
    if len(centuries) == 2 and None not in centuries:  # noqa: PLR2004 - two
        return True
    seasons = {answer.season, gold.season}
    if len(seasons) == 2 and "" not in seasons:  # noqa: PLR2004 - two
        kinds = {season[1:].isdigit() for season in seasons}
        return len(kinds) == 1 and not any(season[0] == "h" for season in seasons)
    same_thing = granularity_of(answer) is granularity_of(gold)
    return same_thing and bool(answer.part and gold.part) and answer.part != gold.part


def _century(date: DateValue) -> int | None:
    if date.end is not None or date.year is not None:
        return None
    return date.century if date.decade is None else date.decade // 100 + 1


def _conflict(answer: DateValue, gold: DateValue) -> DateRelation:
    if answer.year is None or gold.year is None:
        return DateRelation.DIFFERENT_YEAR
    apart = abs(answer.year - gold.year)
    if apart > 1:
        return DateRelation.DIFFERENT_YEAR
    return DateRelation.NEAR_YEAR if apart else DateRelation.SAME_YEAR


def _of_spans(answer: Span, gold: Span) -> DateRelation:
    if answer == gold:
        return DateRelation.SAME
    if gold[0] <= answer[0] and answer[1] <= gold[1]:
        return DateRelation.FINER
    if answer[0] <= gold[0] and gold[1] <= answer[1]:
        return DateRelation.COARSER
    return DateRelation.OVERLAPPING if answer[0] <= gold[1] and gold[0] <= answer[1] else DateRelation.CONFLICT


def _spans(date: DateValue) -> tuple[Span, ...]:
    """Return the days that ``date`` may mean, first and last; a winter may begin in its year or end in it."""
    begin = _point_spans(date)
    if date.end is None:
        return begin
    return ((begin[0][0], _point_spans(date.end)[-1][1]),)


def _point_spans(date: DateValue) -> tuple[Span, ...]:
    if date.year is None:
        return (_years(date),)
    year = date.year
    if date.month is not None:
        return (_days(date, year, date.month),)
    if date.season == "winter":
        return ((year, 12, 1), (year + 1, 3, 31)), ((year - 1, 12, 1), (year, 3, 31))
    low, high = _SEASON_MONTHS.get(date.season) or _PART_MONTHS.get(date.part) or (1, 12)
    return (((year, low, 1), (year, high, _LAST_DAYS[high - 1])),)


def _days(date: DateValue, year: int, month: int) -> Span:
    if date.day is not None:
        return (year, month, date.day), (year, month, date.day)
    low, high = _PART_DAYS.get(date.part, (1, 31))
    return (year, month, low), (year, month, min(high, _LAST_DAYS[month - 1]))


def _years(date: DateValue) -> Span:
    if date.decade is not None:
        low, length = date.decade, 9
    else:
        century = date.century or 0
        low, length = (100 * (century - 1), 100) if century > 0 else (100 * century, 99)
    begin, end = _PART_YEARS.get(date.part, (0.0, 1.0))
    return (low + int(begin * length), 1, 1), (low + int(end * length), 12, 31)
