"""Small steps among the tokens that every reader of dates takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from qa_eval.reading.dates.value import granularity_of
from qa_eval.reading.dates.words import counts_something, year_at

if TYPE_CHECKING:
    from qa_eval.reading.dates.tokens import Token
    from qa_eval.reading.dates.value import DateValue

Found: TypeAlias = "tuple[DateValue, int] | None"


def made(tokens: list[Token], at: int, after: int, date: DateValue) -> tuple[DateValue, int]:
    """Give a new ``date`` its granularity and place; return it beside the place after it."""
    start, end = tokens[at].start, tokens[after - 1].end
    return date._replace(granularity=granularity_of(date), start=start, end_offset=end), after


def skip(tokens: list[Token], at: int, *texts: str) -> int:
    """Return the place behind a token that is one of ``texts``, else ``at``."""
    return at + 1 if tokens[at].text in texts else at


def skip_stop(tokens: list[Token], at: int) -> int:
    """Skip the full stop of an abbreviation or of an ordinal ("Mar. 27", "16. Nov."), not that of a sentence."""
    stop, before, follows = tokens[at], tokens[at - 1], tokens[at + 1]
    if stop.text != "." or stop.start != before.end:
        return at
    short = before.kind == "int" or (len(before.text) <= 4 and before.text not in ("may", "june", "july"))  # noqa: PLR2004 - "Sept"
    closed = follows.kind in ("int", "ordinal") and tokens[at + 2].kind in ("end", "punct")
    return at + 1 if short or closed else at


def year_after(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """Read ", 2023", " of 2023", "-2023", "/23", " '23"; (None, ``at``) when no year follows."""
    place = skip(tokens, at, ",", "-", "/")
    if tokens[place - 1].text != "-":
        place = skip(tokens, place, "of", "in")
        place = skip(tokens, place, "the") if tokens[place + 1].text == "year" else place
        place = skip(tokens, place, "year")
    year = year_at(tokens, place)
    if year is None or counts_something(tokens, place, year[1]):
        return None, at
    return year
