"""Days and months: "27 March 2023", "March 27-29", "the twenty-seventh of March", "March 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.dates.steps import made, skip, skip_stop, year_after
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.dates.words import counts_something, day_at, two_digit_year, year_at

if TYPE_CHECKING:
    from qa_eval.reading.dates.steps import Found
    from qa_eval.reading.dates.tokens import Token

_RANGE = frozenset(("-", "to", "through", "thru", "until", "till"))
_BEFORE_MONTH = frozenset(
    """in since until till by during from of to through before after early late mid last next this previous following and between
    every each for around about circa""".split()  # noqa: SIM905 - a word list reads best as one text
)
# "may" and "march" are verbs first
VERBLIKE = ("may", "march", "mar")
_BEFORE_VERBLIKE = frozenset(
    """in since until till during from early late mid last next previous following between through""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LISTING = frozenset(("and", "or", "to", "-", "&", ","))
_JOINING = _LISTING | _RANGE
_SENTENCE_ENDS = (".", "!", "?", ":")
_TWO_DIGITS = 2


def month_first(tokens: list[Token], at: int) -> Found:
    """March 27, 2023; Mar. 27th; March the twenty-seventh; March 27-29, 2023; March 2023; March."""
    month = tokens[at].value
    place = skip(tokens, skip_stop(tokens, at + 1), "-", "/")
    place = skip(tokens, place, "the") if tokens[place + 1].kind in ("ordinal", "nth", "tens") else place
    day = day_at(tokens, place)
    if day and is_day(tokens, place, day[1]):
        return _day_of_month(tokens, at, month, day)
    year, after = year_after(tokens, skip_stop(tokens, at + 1))
    if year is not None:
        return made(tokens, at, after, DateValue(year=year, month=month))
    return made(tokens, at, at + 1, DateValue(month=month)) if _is_month_alone(tokens, at) else None


def is_day(tokens: list[Token], at: int, after: int) -> bool:
    """Return whether a number behind a month is its day: not "May 12 km", not "March 3 to 5 %", not "March twenty twenty-three"."""
    if tokens[at].kind == "tens" and year_at(tokens, at):
        return False
    follows = tokens[after]
    glued = follows.start == tokens[after - 1].end and follows.kind == "word"
    return not glued and not (tokens[at].kind == "int" and counts_something(tokens, at, after))


def _day_of_month(tokens: list[Token], at: int, month: int, day: tuple[int, int]) -> Found:
    """Read what may follow "March 27": "-29", " to 29", ", 2023"."""
    last, place = _last_day(tokens, day[1], day[0])
    year, after = year_after(tokens, place)
    return _days(tokens, at, after, DateValue(year=year, month=month, day=day[0]), last)


def _last_day(tokens: list[Token], place: int, first: int) -> tuple[int | None, int]:
    """Read "-29" behind "March 27", but not "-3 April"; (None, ``place``) when it is not there."""
    if tokens[place].text not in _RANGE:
        return None, place
    behind = skip(tokens, place + 1, "the")
    last = day_at(tokens, behind)
    if last is None or last[0] <= first:
        return None, place
    return (None, place) if tokens[skip(tokens, last[1], "of")].kind == "month" else last


def _days(tokens: list[Token], at: int, after: int, first: DateValue, last: int | None) -> Found:
    return made(tokens, at, after, first._replace(end=first._replace(day=last)) if last else first)


def _is_month_alone(tokens: list[Token], at: int) -> bool:
    """Return whether a month without day and year is one: "in May", "March to May", not "they may march"."""
    token, before = tokens[at], tokens[at - 1]
    if token.text == "may" and tokens[at + 1].text == "'":
        return False  # a surname
    behind = at + 5 if [each.text for each in tokens[at + 2 : at + 5]] == ["the", "end", "of"] else at + 2
    listed = tokens[at + 1].text in _JOINING and tokens[behind].kind == "month"
    closes = at > 1 and before.text in _LISTING and tokens[at - 2].kind == "month"
    if listed or closes or (at == 0 and tokens[at + 1].kind in ("end", "punct")):
        return True
    if token.text in VERBLIKE:
        within = token.large and at > 0 and before.text not in _SENTENCE_ENDS
        return within or before.text in _BEFORE_VERBLIKE
    return before.text in _BEFORE_MONTH or (token.large and len(token.text) > 3)  # noqa: PLR2004 - "Jan" is also a name


def day_first(tokens: list[Token], at: int) -> Found:
    """27 March 2023; the 27th of March; 27-29 March; between 27 and 29 March; 16. Nov. 2016; 27 Mar 98."""
    day = day_at(tokens, at)
    if day is None:
        return None
    place, last = day[1], None
    if tokens[place].text in _RANGE or (tokens[place].text in ("and", "&") and tokens[at - 1].text == "between"):
        other = day_at(tokens, skip(tokens, place + 1, "the"))
        if other and other[0] > day[0]:
            last, place = other
    place = skip(tokens, skip(tokens, skip_stop(tokens, place), "day"), "of", "-", "/")
    if tokens[place].kind != "month":
        return None
    month, place = tokens[place].value, place + 1
    year, after = year_after(tokens, skip_stop(tokens, place))
    if year is None:
        year, after = _short_year(tokens, place)
    return _days(tokens, at, after, DateValue(year=year, month=month, day=day[0]), last)


def _short_year(tokens: list[Token], place: int) -> tuple[int | None, int]:
    """Read the 98 of "27 March 98" when nothing follows that it could count."""
    token, follows = tokens[place], tokens[place + 1]
    if (
        token.kind == "int"
        and token.end - token.start == _TWO_DIGITS
        and follows.kind in ("end", "punct")
        and follows.text not in ("%", "-")
    ):
        return two_digit_year(token.value), place + 1
    return None, place
