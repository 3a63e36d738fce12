"""One point in time at one place among the tokens: a day, a month, a season, a year, a decade, a century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Granularity
from qa_eval.reading.dates.monthly import VERBLIKE, day_first, is_day, month_first
from qa_eval.reading.dates.numeric import day_and_month, digits_as_date, month_and_year, numeric_date
from qa_eval.reading.dates.steps import made, skip, year_after
from qa_eval.reading.dates.tokens import PARTS, SEASONS
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.dates.words import FIRST_YEAR, LAST_YEAR, counts_something, day_at, era_sign, year_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.reading.dates.steps import Found
    from qa_eval.reading.dates.tokens import Token

_BEFORE_SEASON = frozenset(
    """in since until till by during from of the early late mid last next this each every""".split()  # noqa: SIM905 - a word list reads best as one text
)
_CLOSING = frozenset(".,;:!?)'\"")
_NO_DECADE_AFTER = ("his", "her", "their", "my", "your", "its", "our")


def point_at(tokens: list[Token], at: int) -> Found:
    """Return the date that begins at ``at``, None when none does."""
    reader = _READERS.get(tokens[at].kind)
    return reader(tokens, at) if reader else None


def _number_first(tokens: list[Token], at: int) -> Found:
    """27 March 2023; the 27th of March; 20th century; first quarter of 2023; 2023; 44 BC; 1950-53."""
    token = tokens[at]
    if token.kind == "int" and token.end - token.start == 8:  # noqa: PLR2004 - 20230327
        date = digits_as_date(token.text)
        return made(tokens, at, at + 1, date) if date else None
    if tokens[at + 1].text in _CLOSING and token.value < FIRST_YEAR:
        stopped = tokens[at + 1].text == "." and day_first(tokens, at)
        return stopped or _day_alone(tokens, at)
    return (
        day_first(tokens, at)
        or _nth_of(tokens, at)
        or _year_first(tokens, at)
        or _day_and_month(tokens, at)
        or _day_alone(tokens, at)
    )


def _day_and_month(tokens: list[Token], at: int) -> Found:
    """22/04, on 4/22, on 4-22: when one of the numbers can only be a day, or the text says that it is a date."""
    first, mark, second, follows = tokens[at : at + 4]
    if (
        mark.text not in ("/", "-")
        or first.kind != "int"
        or second.kind != "int"
        or counts_something(tokens, at + 2, at + 3)
    ):
        return None
    glued = (
        first.end == mark.start
        and mark.end == second.start
        and (follows.start != second.end or follows.text in _CLOSING)
    )
    if glued and mark.text == "/" and (date := month_and_year(first.text, second.text)):
        return made(tokens, at, at + 3, date)
    short = len(first.text) <= 2 and len(second.text) <= 2  # noqa: PLR2004 - a day and a month
    said = tokens[at - 1].text in ("on", "dated") or tokens[at - 1].kind == "weekday"
    if not glued or not short or (mark.text == "-" and not said):
        return None
    date = day_and_month(first.text, second.text, said=said)
    return made(tokens, at, at + 3, date) if date else None


def _nth_of(tokens: list[Token], at: int) -> Found:
    """Read "20th century", "third quarter of 2023", "first half of 2023"."""
    if tokens[at].kind not in ("ordinal", "nth", "tens"):
        return None
    number = day_at(tokens, at)
    if number is None:
        return None
    place = skip(tokens, number[1], "-")
    unit = tokens[place]
    if unit.text in ("century", "centuries", "centuries'", "cent"):
        era = tokens[place + 1]
        sign, after = (era_sign(era), place + 2) if era.kind == "era" else (1, place + 1)
        return made(tokens, at, after, DateValue(century=sign * number[0]))
    if unit.text == "c" and tokens[place + 1].text == "." and tokens[place + 1].start == unit.end:
        sign, after = (era_sign(tokens[place + 2]), place + 3) if tokens[place + 2].kind == "era" else (1, place + 2)
        return made(tokens, at, after, DateValue(century=sign * number[0]))
    if unit.text == "quarter" and number[0] <= 4:  # noqa: PLR2004 - four quarters
        return _season_of_year(tokens, at, place + 1, f"q{number[0]}")
    if unit.text == "half" and number[0] <= 2:  # noqa: PLR2004 - two halves
        return _season_of_year(tokens, at, place + 1, f"h{number[0]}") or _part_of(
            tokens, at, place + 1, "early" if number[0] == 1 else "late"
        )
    return _first_of_centuries(tokens, at, number, place)


def _first_of_centuries(tokens: list[Token], at: int, number: tuple[int, int], place: int) -> Found:
    """Read the 19th of "19th and 20th centuries"."""
    second = day_at(tokens, place + 1) if tokens[place].text in ("and", "or", "to", "-") else None
    unit = skip(tokens, second[1], "-") if second else place
    if not tokens[unit].text.startswith("centur"):
        return None
    sign = era_sign(tokens[unit + 1]) if tokens[unit + 1].kind == "era" else 1
    return made(tokens, at, number[1], DateValue(century=sign * number[0]))


_PLAINLY_SEASONS = frozenset(("summer", "autumn", "winter"))  # "the 1987 summer"; spring is water, and to fall a deed


def _year_first(tokens: list[Token], at: int) -> Found:
    year = year_at(tokens, at)
    if year is None or counts_something(tokens, at, year[1]) or _within_number(tokens, at):
        return None
    place = year[1]
    plainly = tokens[place].text in _PLAINLY_SEASONS and tokens[place + 1].kind in ("end", "punct")
    if tokens[place].kind in ("quarter", "half") or plainly:
        season = SEASONS.get(tokens[place].text, tokens[place].text)
        return made(tokens, at, place + 1, DateValue(year=year[0], season=season))
    if tokens[place].kind == "month" and (tokens[place].large or tokens[place].text not in VERBLIKE):
        day = day_at(tokens, place + 1)
        if day and is_day(tokens, place + 1, day[1]):
            return made(tokens, at, day[1], DateValue(year=year[0], month=tokens[place].value, day=day[0]))
    return _shortened_range(tokens, at, year) or made(tokens, at, place, DateValue(year=year[0]))


def _within_number(tokens: list[Token], at: int) -> bool:
    """Return whether this is the second half of a number such as 555-1234."""
    first, mark = tokens[at - 2], tokens[at - 1]
    glued = first.kind == "int" and first.end == mark.start and mark.end == tokens[at].start
    return glued and mark.text in ("-", "/") and not FIRST_YEAR <= first.value <= LAST_YEAR and len(first.text) > 2  # noqa: PLR2004 - a month


def _shortened_range(tokens: list[Token], at: int, year: tuple[int, int]) -> Found:
    """Read "1950-53" as a period and "2023-03" as a month; "2003-04" may be both."""
    dash, short = tokens[year[1]], tokens[year[1] + 1]
    glued = dash.text in ("-", "/") and dash.start == tokens[at].end and short.start == dash.end
    if not glued or short.kind != "int" or short.end - short.start != 2 or tokens[at].kind != "int":  # noqa: PLR2004 - "53"
        return None
    after, later = year[1] + 2, year[0] // 100 * 100 + short.value
    month = DateValue(year=year[0], month=short.value, granularity=Granularity.MONTH)
    period = DateValue(
        year=year[0], end=DateValue(year=later, granularity=Granularity.YEAR), granularity=Granularity.YEAR
    )
    is_month, is_period = 1 <= short.value <= 12 and dash.text == "-" and not dash.large, later > year[0]  # noqa: PLR2004 - months
    if 21 <= short.value <= 24 and not is_period:  # noqa: PLR2004 - EDTF's seasons
        return made(
            tokens, at, after, DateValue(year=year[0], season=("spring", "summer", "fall", "winter")[short.value - 21])
        )
    if is_month and is_period:
        return made(tokens, at, after, DateValue(year=year[0], ambiguous=(month, period)))
    if is_month or is_period:
        return made(tokens, at, after, month if is_month else period)
    return None


def _day_alone(tokens: list[Token], at: int) -> Found:
    """Read "the 27th", "on the 15th", "on 15": a number with nothing behind that it could count."""
    day = day_at(tokens, at)
    if day is None:
        return None
    before, follows = tokens[at - 1].text, tokens[day[1]]
    if tokens[at].kind == "int":
        closed = before == "on" and (follows.kind == "end" or follows.text in _CLOSING)
        return made(tokens, at, day[1], DateValue(day=day[0])) if closed else None
    counts = follows.kind == "word" and follows.text not in ("at", "and", "or", "in", "when")
    if before != "the" or counts or tokens[day[1] - 1].kind not in ("ordinal", "nth"):
        return None
    said = tokens[at].kind == "ordinal" or tokens[at - 2].text in ("on", "by", "until", "since")
    return made(tokens, at, day[1], DateValue(day=day[0])) if said else None


def _numeric(tokens: list[Token], at: int) -> Found:
    date = numeric_date(tokens[at].text)
    return made(tokens, at, at + 1, date) if date else None


def _decade(tokens: list[Token], at: int) -> Found:
    """1990s, '90s, the nineties; 1800s is a century; the twenties may be two decades."""
    token = tokens[at]
    if token.value:
        if tokens[at - 1].text in _NO_DECADE_AFTER:
            return None
        value = token.value
        if tokens[at - 1].text == "-" and tokens[at - 2].kind == "number" and 13 <= tokens[at - 2].value <= 20:  # noqa: PLR2004 - see below
            return made(tokens, at - 2, at + 1, DateValue(decade=100 * tokens[at - 2].value + value))
        if tokens[at - 1].kind == "number" and 13 <= tokens[at - 1].value <= 20:  # noqa: PLR2004 - "nineteen nineties"
            return made(tokens, at - 1, at + 1, DateValue(decade=100 * tokens[at - 1].value + value))
        before, other = tokens[at - 1], tokens[at - 2]
        known = before.text == "the" or "part" in (before.kind, other.kind) or at == 0 or other.kind == "decade"
    else:
        value, known = int(token.text.strip("'s")), tokens[at - 1].text not in _NO_DECADE_AFTER
    if not known:
        return None
    if value < 100:  # noqa: PLR2004 - two digits
        return _short_decade(tokens, at, value)
    if value % 100 == 0 and value != 2000:  # noqa: PLR2004 - the 2000s are a decade to most
        sign, after = (era_sign(tokens[at + 1]), at + 2) if tokens[at + 1].kind == "era" else (1, at + 1)
        return made(tokens, at, after, DateValue(century=sign * (value // 100 + 1)))
    return made(tokens, at, at + 1, DateValue(decade=value)) if FIRST_DECADE <= value <= LAST_DECADE else None


FIRST_DECADE, LAST_DECADE = 10, 2090


def _short_decade(tokens: list[Token], at: int, value: int) -> Found:
    if value == 20:  # noqa: PLR2004 - the twenties, of the last century or of this one
        readings = tuple(DateValue(decade=decade, granularity=Granularity.DECADE) for decade in (1920, 2020))
        return made(tokens, at, at + 1, DateValue(ambiguous=readings, granularity=Granularity.DECADE))
    return made(tokens, at, at + 1, DateValue(decade=value + (2000 if value < 20 else 1900)))  # noqa: PLR2004 - the 10s are 2010s


def _season(tokens: list[Token], at: int) -> Found:
    season = SEASONS[tokens[at].text]
    found = _season_of_year(tokens, at, at + 1, season)
    if found:
        return found
    before = tokens[at - 1]
    alone = at == 0 and tokens[at + 1].kind in ("end", "punct")
    known = (
        alone
        or tokens[at - 2].kind == "season"
        or before.text in _BEFORE_SEASON
        or (tokens[at].text == "autumn")
        or (before.text == "-" and tokens[at - 2].text in PARTS)
    )
    return (
        made(tokens, at, at + 1, DateValue(season=season))
        if known and tokens[at + 1].text not in ("of", "from")
        else None
    )


def _season_of_year(tokens: list[Token], at: int, place: int, season: str) -> Found:
    place = skip(tokens, place, "of", "in", ",")
    place = skip(tokens, skip(tokens, place, "the"), "fiscal", "year", "fy")
    year, after = year_after(tokens, place)
    if year is None:
        return None
    return made(tokens, at, after, DateValue(year=year, season=season))


def _quarter(tokens: list[Token], at: int) -> Found:
    return _season_of_year(tokens, at, at + 1, tokens[at].text)


def _part(tokens: list[Token], at: int) -> Found:
    """Early 2023; mid-March; late 1990s; the end of the 19th century."""
    part = tokens[at].text
    if part in ("beginning", "start", "middle", "end") and tokens[at + 1].text != "of":
        return None
    if part in ("halfway", "midway", "way"):  # "halfway through May"
        through = tokens[at + 1].text == "through" and (part != "way" or tokens[at - 2].text == "half")
        return _part_of(tokens, at, at + 2, "mid") if through else None
    return _part_of(tokens, at, at + 1, PARTS[part])


def _part_of(tokens: list[Token], at: int, place: int, part: str) -> Found:
    place = skip(tokens, place, "-")
    place = skip(tokens, skip(tokens, place, "part"), "of", "in", "on")
    place = skip(tokens, place, "the")
    found = point_at(tokens, place) if tokens[place].kind != "part" else None
    if found is None or found[0].day or found[0].part or found[0].relative:
        return None
    return made(tokens, at, found[1], found[0]._replace(part=part))


def _fiscal(tokens: list[Token], at: int) -> Found:
    place = skip(tokens, at + 1, "year")
    year = year_at(tokens, place)
    return made(tokens, at, year[1], DateValue(year=year[0])) if year else None


def _era_first(tokens: list[Token], at: int) -> Found:
    year = year_at(tokens, at)
    return made(tokens, at, year[1], DateValue(year=year[0])) if year else None


_READERS: dict[str, Callable[[list[Token], int], Found]] = {
    "month": month_first,
    "int": _number_first,
    "ordinal": _number_first,
    "nth": _number_first,
    "tens": _number_first,
    "number": _number_first,
    "short": _year_first,
    "numeric": _numeric,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "half": _quarter,
    "part": _part,
    "fiscal": _fiscal,
    "era": _era_first,
}
