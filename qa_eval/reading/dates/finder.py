"""All dates of a text: points, periods, days that share a month, with the hour and the doubt that stand beside them."""

from __future__ import annotations

from qa_eval.model import Granularity
from qa_eval.reading.dates.hints import may_hold_date
from qa_eval.reading.dates.lone import lone_date
from qa_eval.reading.dates.points import point_at
from qa_eval.reading.dates.relative import relative_at
from qa_eval.reading.dates.steps import Found, made
from qa_eval.reading.dates.tokens import Token, tokens_of
from qa_eval.reading.dates.value import DateValue, is_day
from qa_eval.reading.dates.winters import winter_at
from qa_eval.reading.dates.words import FIRST_YEAR, day_at, era_sign, year_at
from qa_eval.reading.hedges import negated_spans
from qa_eval.reading.text import plain_quotes

_TO = frozenset(("-", "to", "until", "till", "through", "thru"))
_TO_ITS_END = frozenset(("the", "in", "end", "of"))  # "from May to the end of August"
_SHARING = frozenset((",", "and", "or", "&", "/"))
_ABOUT = frozenset(
    """about around circa c ca approximately roughly ~ nearly almost sometime near approx probably""".split()  # noqa: SIM905 - a word list reads best as one text
)
_BEFORE_DATE = frozenset(("the", "in", ".", "year", "of", "on"))
_SHARED = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON)


def read_dates(text: str) -> tuple[DateValue, ...]:
    """Return the dates and periods of ``text``, in order, none within another.

    >>> [date.edtf() for date in read_dates("In early 2023, as reported on March 27, it was the 170 mm gun of the 1970s.")]
    ['2023~', 'XXXX-03-27', '197X']
    """
    lone = lone_date(text)
    if lone is not None:
        return (lone,)
    plain = plain_quotes(text)
    lowered = plain.lower()
    if not may_hold_date(lowered):
        return ()
    if len(lowered) != len(plain):  # a few capitals become two letters
        lowered = "".join(letter.lower()[0] for letter in plain)
    tokens = tokens_of(text, lowered)
    found = [value for value, _ in _sharing(tokens, _all(tokens))]
    if not found:
        return ()
    denied = negated_spans(plain)
    return tuple(
        date._replace(
            text=text[date.start : date.end_offset],
            negated=any(start < date.end_offset and date.start < end for start, end in denied),
        )
        for date in found
    )


def _all(tokens: list[Token]) -> list[tuple[DateValue, int]]:
    found: list[tuple[DateValue, int]] = []
    at, last = 0, len(tokens) - 4
    while at < last:
        here = _at(tokens, at)
        if here is None:
            at += 1
            continue
        here = _with_hour(tokens, at, _period(tokens, at, here))
        date = here[0]._replace(approximate=True) if _is_about(tokens, at, here[1]) else here[0]
        found.append((date, here[1]))
        at = here[1]
        second = _second_day(tokens, at, date)
        if second:
            found.append(second)
            at = second[1]
    return found


def _at(tokens: list[Token], at: int) -> Found:
    kind = tokens[at].kind
    if kind in ("word", "punct", "junk", "time"):
        return None
    return (
        _ancient(tokens, at)
        or winter_at(tokens, at)
        or relative_at(tokens, at)
        or point_at(tokens, at)
        or _day_of_shared_month(tokens, at)
    )


def _period(tokens: list[Token], at: int, first: tuple[DateValue, int]) -> tuple[DateValue, int]:
    """Read on from ``first`` where a second date closes a period."""
    date, place = first
    place = (
        place + 1
        if tokens[place].text in (",", ".") and tokens[place + 1].text in ("to", "until", "through")
        else place
    )
    joins = tokens[place].text in _TO or (
        tokens[place].text == "and" and "between" in (tokens[at - 1].text, tokens[at - 2].text)
    )
    joins = joins or _is_season(tokens, place)
    if not joins or date.end or date.ambiguous or date.relative:
        return first
    behind = place + 1
    while tokens[behind].text in _TO_ITS_END and behind < place + 4:
        behind += 1
    second = point_at(tokens, behind)
    if second is None or second[0].end or second[0].ambiguous or second[0].relative:
        return first
    begin, end = _filled(date, second[0], short=tokens[behind].end - tokens[behind].start <= 4)  # noqa: PLR2004 - "60s", "'60s"
    if _order(begin) > _order(end) and not _passes_new_year(begin, end):
        return first
    return made(tokens, at, second[1], begin._replace(end=end._replace(start=second[0].start)))


def _passes_new_year(begin: DateValue, end: DateValue) -> bool:
    """Return whether two dates of no year end a period over the end of one: "1 November to 15 March"."""
    years = (begin.year, begin.decade, begin.century, end.year, end.decade, end.century)
    return begin.month is not None and end.month is not None and all(each is None for each in years)


def _is_season(tokens: list[Token], place: int) -> bool:
    """Return whether a stroke joins two years that follow one another: "1989/1990"."""
    one, stroke, other = tokens[place - 1 : place + 2]
    glued = stroke.text == "/" and one.end == stroke.start and stroke.end == other.start
    return glued and one.kind == other.kind == "int" and one.value + 1 == other.value > FIRST_YEAR


def _ancient(tokens: list[Token], at: int) -> Found:
    """Read "300-200 BC"."""
    first, join, second, era = tokens[at : at + 4]
    if (
        first.kind == second.kind == "int"
        and join.text in _TO | {"and"}
        and era.kind == "era"
        and first.value
        and second.value
    ):
        sign = era_sign(era)
        end = DateValue(year=sign * second.value, granularity=Granularity.YEAR)
        return made(tokens, at, at + 4, DateValue(year=sign * first.value, end=end))
    return None


def _filled(begin: DateValue, end: DateValue, *, short: bool) -> tuple[DateValue, DateValue]:
    """Give each end of a period what only the other says: "March to May 2023", "1850s-60s"."""
    if begin.decade is not None and end.decade is not None and short:
        end = end._replace(decade=begin.decade // 100 * 100 + end.decade % 100)
    if begin.year is None and end.year is not None and begin.granularity in _SHARED:
        begin = begin._replace(year=end.year)
        if _order(begin) > _order(end):
            begin = begin._replace(year=end.year - 1)
    elif end.year is None and begin.year is not None and end.granularity in _SHARED:
        end = end._replace(year=begin.year)
        if _order(begin) > _order(end) and begin.month and end.month:
            end = end._replace(year=begin.year + 1)
    return begin, end


_SEASON_ORDER = {
    "winter": 0,
    "spring": 3,
    "summer": 6,
    "fall": 9,
    "q1": 1,
    "q2": 4,
    "q3": 7,
    "q4": 10,
    "h1": 1,
    "h2": 7,
}


def _order(date: DateValue) -> tuple[int, int, int]:
    year = date.year if date.year is not None else date.decade
    if year is None:
        year = date.century * 100 if date.century is not None else 0
    return year, date.month or _SEASON_ORDER.get(date.season, 0), date.day or 0


def _day_of_shared_month(tokens: list[Token], at: int) -> Found:
    """Read the 27 of "27 and 28 March 2023"."""
    day = day_at(tokens, at) if tokens[at].kind in ("int", "ordinal") else None
    if day is None or tokens[day[1]].text not in _SHARING:
        return None
    behind = day[1] + 1
    while tokens[behind].text in ("and", "the") and behind < day[1] + 3:
        behind += 1
    if tokens[behind].kind not in ("int", "ordinal") or tokens[behind + 1].text in _SHARING:
        return None
    found = point_at(tokens, behind)
    if found is None or found[0].day is None or found[0].month is None or not day[0] < found[0].day:
        return None
    return made(tokens, at, day[1], DateValue(year=found[0].year, month=found[0].month, day=day[0]))


def _second_day(tokens: list[Token], at: int, date: DateValue) -> Found:
    """Read the 28 of "March 27 and 28"."""
    if (
        date.month is None
        or date.day is None
        or date.end
        or date.ambiguous
        or tokens[at].text not in ("and", "or", "&", ",")
    ):
        return None
    behind = at + 2 if tokens[at + 1].text == "and" else at + 1
    day = day_at(tokens, behind) if tokens[behind].kind in ("int", "ordinal") else None
    if day is None or point_at(tokens, behind) or not date.day < day[0] or not is_day(date.year, date.month, day[0]):
        return None
    place = day[1]
    if tokens[place].kind not in ("end", "punct") or tokens[place].text == "%":
        return None
    comma = place + 1 if tokens[place].text == "," else place
    year = year_at(tokens, comma) if date.year is None else None
    value, after = year or (date.year, place)
    return made(tokens, behind, after, DateValue(year=value, month=date.month, day=day[0]))


def _sharing(tokens: list[Token], found: list[tuple[DateValue, int]]) -> list[tuple[DateValue, int]]:
    """Give "March" and "27 March" the year of the date that they are joined to: "March and April 2023"."""
    for index in range(len(found) - 2, -1, -1):
        (date, after), (following, _) = found[index], found[index + 1]
        if following.year is None or date.year is not None or date.relative or date.end:
            continue
        near = tokens[after].text in _SHARING and following.start - date.end_offset <= len(", and ")
        if near and date.granularity in _SHARED and following.granularity is date.granularity:
            found[index] = date._replace(year=following.year), after
    return found


def _with_hour(tokens: list[Token], at: int, found: tuple[DateValue, int]) -> tuple[DateValue, int]:
    """Take in the time of day and the weekday that stand beside a day."""
    date, place = found
    if date.granularity is not Granularity.DAY or date.end:
        return found
    behind = place + 1 if tokens[place].text in (",", "(") else place
    if tokens[behind].kind == "weekday" and len(tokens[behind].text) > 2 and not date.relative:  # noqa: PLR2004 - "Mon"
        place = behind + 2 if tokens[behind + 1].text == ")" and behind > place else behind + 1
        date = date._replace(end_offset=tokens[place - 1].end)
    behind = place + 1 if tokens[place].text in (",", "at", "t", "@") else place
    if tokens[behind].kind == "time":
        return date._replace(time=tokens[behind].text, end_offset=tokens[behind].end), behind + 1
    before = at - 2 if tokens[at - 1].text in ("on", ",") else at - 1
    if tokens[before].kind == "time":
        return date._replace(time=tokens[before].text, start=tokens[before].start), place
    return date, place


def _is_about(tokens: list[Token], at: int, after: int) -> bool:
    before = at - 1
    while before > at - 4 and tokens[before].text in _BEFORE_DATE:
        before -= 1
    return tokens[before].text in _ABOUT or (
        tokens[after].text == "or" and tokens[after + 1].text in ("so", "thereabouts")
    )
