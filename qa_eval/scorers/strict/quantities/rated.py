"""A figure of an answer beside the accepted one, and what such figures come to together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.directions import goes_against, told_at, wanted_way
from qa_eval.reading.quantities import written
from qa_eval.scorers._words.direction import way_of
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure
    from qa_eval.scorers.strict.relation import Closeness

_FALL = ("amount", "-")
_ENDS = 2  # of a difference


class Rated(NamedTuple):
    """A figure of the answer beside the accepted figure that it is nearest to."""

    figure: Quantity
    close: Closeness
    accepted: AcceptedFigure

    @property
    def is_right(self) -> bool:
        """Whether the figure is an accepted one."""
        return self.close.reason in ACCEPTED


def goes_otherwise(question: str, figure: Quantity, accepted: AcceptedFigure, text: str) -> str:
    """Return the word by which an answer says that the accepted figure goes the other way than is accepted or asked for; "" for none."""
    if not figure.start and figure.end >= len(text) - 1 and text[0] != "+":
        return ""
    wanted = wanted_way(question, accepted.shown, accepted.figure)
    if not wanted.senses:
        return ""
    said = told_at(text, figure.start, figure.end)
    return said.word if said.senses and goes_against(said, wanted) else ""


def as_falls(figures: Sequence[Quantity], text: str) -> Sequence[Quantity]:
    """Return the figures of an answer that tells of a fall as what is below zero: "a decline of 3.2 %", "3.2 % less"."""
    if min(each.value for each in figures) < 0:
        return figures
    if way_of(text) < 0 or all(_FALL in told_at(text, each.start, each.end).senses for each in figures):
        return [each._replace(value=-abs(each.value), alternatives=()) for each in figures]
    return figures


def adds_up(whole: Rated, rated: Sequence[Rated]) -> bool:
    """Return whether the other figures are the parts of this one: "37 (16 gold, 8 silver, 13 bronze)"."""
    parts = [each.figure for each in rated if each is not whole]
    figure = whole.figure
    same = all(part.unit in ("", figure.unit) and part.high is None for part in parts)
    return len(parts) > 1 and same and sum(part.value for part in parts) == figure.value


def lies_between(best: Rated, others: Sequence[Rated]) -> bool:
    """Return whether the other figures are two that lie as far apart as the accepted one says: "by nine points, 79-88"."""
    figures = [each.figure for each in others]
    ends = [end for figure in figures for end in (figure.value, figure.high) if end is not None]
    same = all(figure.unit in ("", best.figure.unit) for figure in figures)
    return len(ends) == _ENDS and same and abs(ends[0] - ends[1]) == best.figure.value


def competing(best: Rated, other: Rated) -> Relation:
    """Relate an answer that gives an accepted figure and another one that competes with it."""
    read = f"{written(best.figure)} and {written(other.figure)}"
    if other.figure.parenthesised:
        return Relation(Reason.CONTRADICTION, f"says it twice and differently: {read}", read)
    return Relation(Reason.SEVERAL_ANSWERS, f"gives several figures, one is wanted: {read}", read)
