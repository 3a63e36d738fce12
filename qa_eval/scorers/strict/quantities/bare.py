"""Answers that are a number, with a unit at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.periodical import PERIODS

if TYPE_CHECKING:
    from qa_eval.scorers.strict.quantities.asked import Asked

_WAYS = PERIODS.keys() | frozenset(
    "up down higher lower more less fewer each apiece off altogether total combined".split()  # noqa: SIM905 - a word list reads best as one text
)
_STOPS = ("", ".")


def says_no_more(text: str, asked: Asked) -> bool:
    """Return whether an answer is a number, with a unit at most, so that nothing in it can speak against it."""
    if asked.says_how_often:
        return False
    parts = text.split(maxsplit=2)
    begins = not parts[0][0].isalpha() and parts[0][0] != "+"
    has_unit = parts[0].endswith("%")  # "3.25% fixed" says more
    if len(parts) <= 1 + (bool(asked.unit) and not has_unit) and begins and parts[-1].strip(".") not in _WAYS:
        return True
    figures = read_quantities(text)
    if len(figures) != 1 or figures[0].start or text[figures[0].end :] not in _STOPS or text[0] == "+":
        return False
    if figures[0].unit.startswith("1 / "):
        return False  # "200 a year" may be 200 in all
    return not figures[0].noun or singular(figures[0].noun.lower()) in asked.known
