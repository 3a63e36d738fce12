"""Winters that are told by the two years in which they lie: "the winter of 1941–42", "the 1941/42 winter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Granularity
from qa_eval.reading.dates.steps import made, skip
from qa_eval.reading.dates.value import DateValue
from qa_eval.reading.dates.words import year_at

if TYPE_CHECKING:
    from qa_eval.reading.dates.steps import Found
    from qa_eval.reading.dates.tokens import Token

_CENTURY = 100


def winter_at(tokens: list[Token], at: int) -> Found:
    """Read a winter that begins in one year and ends in the next; None for anything else."""
    leads = tokens[at].text == "winter"
    place = skip(tokens, at + 1, "of", "in", ",") if leads else at
    place = skip(tokens, place, "the") if leads else place
    year = year_at(tokens, place)
    after = None if year is None else _next_year(tokens, year)
    if year is None or after is None or not (leads or tokens[after].text == "winter"):
        return None
    end = DateValue(year=year[0] + 1, season="winter", granularity=Granularity.SEASON)
    winter = DateValue(year=year[0], season="winter", end=end, granularity=Granularity.SEASON)
    return made(tokens, at, after if leads else after + 1, winter)


def _next_year(tokens: list[Token], year: tuple[int, int]) -> int | None:
    """Return the place behind a year that is joined to the one before it, in full or by its last two digits."""
    mark, second = tokens[year[1]], tokens[year[1] + 1]
    glued = mark.text in ("-", "/") and tokens[year[1] - 1].end == mark.start and mark.end == second.start
    if not glued or second.kind != "int" or second.value not in (year[0] + 1, (year[0] + 1) % _CENTURY):
        return None
    return year[1] + 2
