"""Figures that decide by themselves: where all that is accepted is figures, the words around them mean little."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.scorers.lenient.values import EQUAL, ROUNDED

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.values import Closest
    from qa_eval.scorers.lenient.wanted import Asked

SHORT = 12  # words of an answer that has no room for a second figure of another kind
NEAR = 0.7  # values.closeness of half a percent
ALMOST = 0.6  # of one percent


class Decision(NamedTuple):
    """How likely people accept a figure, and which rule says so."""

    probability: float
    reason: Reason
    sentence: str


def by_figure(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Return what the figures of an answer decide; None where they leave it to the words."""
    if not asked.figures or len(asked.figures) < len(asked.wanted) or not said.figures or asked.dates:
        return None
    return is_the_figure(figure) or is_nearly_computed(asked, said, figure) or is_no_such_figure(said, figure)


def is_the_figure(figure: Closest) -> Decision | None:
    """Decide where a figure is the accepted one in its writing, unit, rounding or scale, and no other competes."""
    if figure.near < ROUNDED * ROUNDED or figure.rivals:
        return None
    if figure.near == EQUAL:
        return Decision(0.97, Reason.EQUAL_VALUE, "the same value")
    return Decision(0.9, Reason.ROUNDS_TO_GOLD, "the same value once rounded or scaled")


def is_nearly_computed(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where both figures are written with decimals, as what is worked out is, and lie within half a percent."""
    decimals = any(gold.step is not None and gold.step < 1 for _, gold in asked.figures)
    worked_out = any(each.step is not None and each.step < 1 for each in said.figures)
    if figure.near < NEAR or figure.rivals or not (decimals and worked_out):
        return None
    return Decision(0.7, Reason.ROUNDS_TO_GOLD, "within half a percent of what is worked out")


def is_no_such_figure(said: Said, figure: Closest) -> Decision | None:
    """Decide where a short answer gives figures and none is near an accepted one."""
    if figure.near > 0 or len(said.words) > SHORT:
        return None
    return Decision(0.04, Reason.WRONG_VALUE, "another value")
