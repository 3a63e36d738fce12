"""Dates that only mean something to who knows today: "yesterday", "last fall", "Friday", "two weeks ago"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as calendar_day
from typing import TYPE_CHECKING

from qa_eval.model import Granularity
from qa_eval.reading.dates.points import point_at
from qa_eval.reading.dates.steps import made
from qa_eval.reading.dates.tokens import PARTS, SEASONS, UNITS
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.dates.words import day_at

if TYPE_CHECKING:
    from qa_eval.reading.dates.steps import Found
    from qa_eval.reading.dates.tokens import Token

# a week is coarser than a day, and the next that there is is the month
_GRANULARITY = {
    "day": Granularity.DAY, "week": Granularity.MONTH, "month": Granularity.MONTH, "quarter": Granularity.SEASON,
    "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.CENTURY,
}  # fmt: skip
_ANCHORS = ("now", "today", "yesterday", "tomorrow", "tmrw", "then")
_COUNTERS = frozenset(("int", "number", "tens", "some"))
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def relative_at(tokens: list[Token], at: int) -> Found:
    """Return the relative date that begins at ``at``, None when none does."""
    kind = tokens[at].kind
    if kind == "weekday":
        return _weekday(tokens, at)
    if kind == "season":
        return _season_of(tokens, at)
    if kind == "relative":
        return _said(tokens, at, at + 1, DateValue())
    if kind == "deixis":
        return _deixis(tokens, at)
    if kind in ("unit", "units"):
        return _day_before(tokens, at)
    if kind in ("nth", "ordinal", "tens") and (found := _nth_weekday(tokens, at) or _nth_of_month(tokens, at)):
        return found
    if kind == "part":
        return _part_of_relative(tokens, at)
    return _ago(tokens, at) if kind in _COUNTERS else None


def _said(tokens: list[Token], at: int, after: int, date: DateValue, granularity: Granularity | None = None) -> Found:
    words = (
        SEASONS.get(token.text, token.text)
        for token in tokens[at:after]
        if token.text not in ("the", "on", ",", "of", "-")
    )
    found, place = made(tokens, at, after, date._replace(relative=" ".join(words)))
    return (found._replace(granularity=granularity) if granularity else found), place


def _weekday(tokens: list[Token], at: int) -> Found:
    """Monday, 27 March 2023; Thursday the 21st; Friday; Tuesday next week."""
    place = at + 1
    while tokens[place].text in (",", ".", "the") and place < at + 4:
        place += 1
    found = point_at(tokens, place)
    if found and found[0].granularity is Granularity.DAY and found[0].relative == "":
        bare_day = found[0].month is None and found[0].year is None
        if bare_day:
            return _said(tokens, at, found[1], found[0]._replace(relative=""))
        return made(tokens, at, found[1], found[0])
    day = day_at(tokens, place)
    if day and tokens[place - 1].text == "the":
        return _said(tokens, at, day[1], DateValue(day=day[0]))
    if not _is_weekday(tokens, at):
        return None
    after = at + 2 if tokens[at + 1].text in ("of", "on") else at + 1
    if tokens[after].kind == "deixis" and tokens[after + 1].text == "week":
        return _said(tokens, at, after + 2, DateValue(), Granularity.DAY)
    return _said(tokens, at, at + 1, DateValue(), Granularity.DAY)


def _is_weekday(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if len(token.text) > 5:  # noqa: PLR2004 - "Monday"; the short ones are words of their own
        return True
    return token.large and (at == 0 or tokens[at - 1].text == "on") and tokens[at + 1].kind in ("end", "punct")


_DEFINITE = frozenset(("the", "its", "his", "her", "their"))


def _is_last_day(tokens: list[Token], at: int) -> bool:
    """Return whether the last day of something is spoken of: "the last day is 14 March", not "he came the last day"."""
    named = tokens[at].text == "last" and tokens[at + 1].text == "day" and at > 0
    return named and tokens[at - 1].text in _DEFINITE and tokens[at + 2].kind not in ("end", "punct")


def _deixis(tokens: list[Token], at: int) -> Found:
    """Last fall; next March; this Friday; last week; next week on Friday; this week Friday."""
    follows = tokens[at + 1]
    if follows.kind == "weekday":
        return _last_weekday(tokens, at) or _said(tokens, at, at + 2, DateValue(), Granularity.DAY)
    if follows.kind == "season":
        return _said(tokens, at, at + 2, DateValue(season=SEASONS[follows.text]))
    if follows.kind == "month":
        day = day_at(tokens, at + 2)
        after = day[1] if day else at + 2
        return _said(tokens, at, after, DateValue(month=follows.value, day=day[0] if day else None))
    if follows.kind != "unit" or _is_last_day(tokens, at):
        return None
    after = at + 2
    if follows.text == "week":
        weekday = after + 1 if tokens[after].text == "on" else after
        if tokens[weekday].kind == "weekday":
            return _said(tokens, at, weekday + 1, DateValue(), Granularity.DAY)
    return _said(tokens, at, after, DateValue(), _GRANULARITY[UNITS[follows.text]])


def _season_of(tokens: list[Token], at: int) -> Found:
    """Read "the fall of last year", or "fall last year", as "last fall"."""
    season = SEASONS[tokens[at].text]
    place = at + 2 if tokens[at + 1].text == "of" else at + 1
    if tokens[place].kind != "deixis" or tokens[place + 1].text != "year":
        return None
    return made(tokens, at, place + 2, DateValue(season=season, relative=f"{tokens[place].text} {season}"))


def _day_before(tokens: list[Token], at: int) -> Found:
    """Read "the day before yesterday"."""
    if (
        tokens[at].text in ("day", "days")
        and tokens[at + 1].text in ("before", "after")
        and tokens[at + 2].text in _ANCHORS
    ):
        return _said(tokens, at, at + 3, DateValue())
    return None


def _nth_weekday(tokens: list[Token], at: int) -> Found:
    """Read "first Friday of July 2023" as its day, and without a year as a day that is not known."""
    nth = day_at(tokens, at)
    if nth is None or tokens[nth[1]].kind != "weekday" or nth[0] > 5:  # noqa: PLR2004 - no month has six
        return None
    weekday, place = tokens[nth[1]].value, nth[1] + 1
    place = place + 1 if tokens[place].text in ("of", "in") else place
    place = place + 1 if tokens[place].text == "the" else place
    found = _deixis(tokens, place) if tokens[place].kind == "deixis" else _month_at(tokens, place)
    if found is None or found[0].granularity is not Granularity.MONTH:
        return _said(tokens, at, nth[1] + 1, DateValue(), Granularity.DAY)
    month = found[0]
    if month.year is None or month.month is None or month.year < 1:
        return _said(tokens, at, found[1], DateValue(month=month.month), Granularity.DAY)
    first = calendar_day(month.year, month.month, 1).isoweekday()
    day = 1 + (weekday - first) % 7 + 7 * (nth[0] - 1)
    return made(tokens, at, found[1], month._replace(day=day)) if day <= _MONTH_DAYS[month.month - 1] else None


def _last_weekday(tokens: list[Token], at: int) -> Found:
    """Read "last Sunday of March" as a day that is not known, "last Sunday of March 2024" as its day."""
    if tokens[at].text != "last" or tokens[at + 2].text not in ("of", "in"):
        return None
    found = _month_at(tokens, at + 3)
    if found is None or found[0].granularity is not Granularity.MONTH or not found[0].month:
        return None
    year, month = found[0].year, found[0].month
    if year is None or year < 1:
        return _said(tokens, at, found[1], DateValue(month=month), Granularity.DAY)
    day = monthrange(year, month)[1]
    day -= (calendar_day(year, month, day).isoweekday() - tokens[at + 1].value) % 7
    return made(tokens, at, found[1], found[0]._replace(day=day))


def _month_at(tokens: list[Token], at: int) -> Found:
    return point_at(tokens, at) if tokens[at].kind == "month" else None


def _nth_of_month(tokens: list[Token], at: int) -> Found:
    """Read "20th of next month"."""
    day = day_at(tokens, at)
    if (
        day
        and tokens[day[1]].text == "of"
        and tokens[day[1] + 1].kind == "deixis"
        and tokens[day[1] + 2].text == "month"
    ):
        return _said(tokens, at, day[1] + 3, DateValue(day=day[0]))
    return None


def _part_of_relative(tokens: list[Token], at: int) -> Found:
    """Read "late last year", "the end of this month"."""
    place = at + 1
    while tokens[place].text in ("of", "in", "the", "-"):
        place += 1
    found = relative_at(tokens, place) if tokens[place].kind == "deixis" else None
    return (
        _said(tokens, at, found[1], found[0]._replace(part=PARTS[tokens[at].text]), found[0].granularity)
        if found
        else None
    )


def _ago(tokens: list[Token], at: int) -> Found:
    """Read "two days ago", "a month later", "1 year and 2 months earlier", "three weeks from tomorrow"."""
    place, unit = _amounts(tokens, at)
    if unit is None:
        return None
    if tokens[place].kind == "ago":
        after = place + 1
    elif tokens[place].text in ("from", "after", "before") and tokens[place + 1].text in _ANCHORS:
        after = place + 2
    else:
        return None
    day = unit in ("week", "weekday")
    return _said(tokens, at, after, DateValue(), Granularity.DAY if day else _GRANULARITY[unit])


def _amounts(tokens: list[Token], at: int) -> tuple[int, str | None]:
    """Read amounts of time in a row; return the place after them and the finest unit."""
    unit, place, end = None, at, at + 24  # of all the numbers in a row, no more are looked at from each
    while tokens[place].kind in _COUNTERS and place < end:
        number = place
        while number < end and (
            tokens[number].kind in _COUNTERS or tokens[number].text in ("business", "of", "working")
        ):
            number += 1
        named = tokens[number]
        if named.kind == "weekday":
            return number + 1, "weekday"
        if named.kind not in ("unit", "units"):
            break
        unit = UNITS.get(named.text) or UNITS[named.text.removesuffix("s")]
        place = number + 1
        joined = place + 1 if tokens[place].text in ("and", ",") else place
        if tokens[joined].kind not in _COUNTERS:
            break
        place = joined
    return place, unit
