"""What decides by itself: figures where nothing else is accepted, and what overturns words that would be."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.hedges import HedgeKind
from qa_eval.scorers.lenient.values import EQUAL, ROUNDED

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.values import Closest
    from qa_eval.scorers.lenient.wanted import Asked

SHORT = 12  # words of an answer that has no room for a second figure of another kind
NEAR = 0.7  # values.closeness of half a percent
TWO = 2  # sides of an alternative


class Decision(NamedTuple):
    """How likely people accept a figure, and which rule says so."""

    probability: float
    reason: Reason
    sentence: str


def by_figure(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Return what the figures of an answer decide; None where they leave it to the words."""
    if not asked.figures or len(asked.figures) < len(asked.wanted) or not said.figures or asked.dates:
        return None
    return (
        leaves_figures_open(said, figure)
        or is_the_figure(figure)
        or is_nearly_computed(asked, said, figure)
        or is_no_such_figure(said, figure)
    )


def by_words(row: Row) -> Decision | None:
    """Return what overturns words that would be accepted; None where nothing does."""
    return denies_it(row) or is_another_person(row) or is_no_place(row)


def denies_it(row: Row) -> Decision | None:
    """Decide where a short answer says the accepted words only to deny them."""
    if row["denied"] and row["length"] <= log2(1 + SHORT):
        return Decision(0.1, Reason.CONTRADICTION, "denies the accepted answer")
    return None


def is_another_person(row: Row) -> Decision | None:
    """Decide where the accepted given name stands beside another surname, or one like the accepted surname beside another name.

    Kate Winslet is not Kate Walsh, nor is Olena Zelenska Volodymyr Zelensky.
    """
    if row["other_name"] and (row["recall"] == 0 or (row["first"] and not row["last"])):
        return Decision(0.25, Reason.WRONG_NAME, "another name that shares a part")
    return None


def is_no_place(row: Row) -> Decision | None:
    """Decide where a date or figure is all that an answer gives to a question that asks where."""
    if row["where"] and row["odd_kind"] and row["precision"] == 1:
        return Decision(0.3, Reason.WRONG_WORDS, "a date or figure where a place is asked for")
    return None


def leaves_figures_open(said: Said, figure: Closest) -> Decision | None:
    """Decide where an accepted figure is only one side of an alternative: "170 or 152 mm"."""
    if figure.near < NEAR or not figure.rivals or said.options < TWO:
        return None
    right = [start for near, start, _ in figure.by_gold.values() if near == figure.near]
    sides = [(hedge.start, hedge.end) for hedge in said.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
    others = [side for side in sides if not any(side[0] <= start < side[1] for start in right)]
    if len(others) == len(sides) or not any(low <= each.start < high for each in said.figures for low, high in others):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "leaves several figures open")


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
