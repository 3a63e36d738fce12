"""What stands for a range: a figure with a margin, "45 ± 5 mm", and the least and the most of it, "at least 40 and at most 50 mm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity

_MARGIN = regex(r"(?:\s*,)?\s*(?:±|\+\s?/\s?[-−–]|plus or minus|give or take)\s*")

_AND_THE_OTHER = regex(
    r"[\s,]*(?:[a-z]+\s+)?(?:and|but|to)\s+(?:(?:an?\s+|the\s+)?(?:maximum|minimum)(?:\s+of)?|at\s+(?:the\s+)?(?:most|least)|no\s+(?:more|less|fewer)\s+than|up\s+to)\s+",
    re.IGNORECASE,
)


def with_margin(text: str, figure: Quantity) -> Quantity:
    """Return a figure of a text as the range that the margin behind it makes of it; the figure itself where none is told.

    >>> from qa_eval.reading.quantities import read_quantities, written
    >>> [written(with_margin(text, read_quantities(text)[0])) for text in ("45 ± 5 mm", "19 km plus or minus 500 m", "45 mm")]
    ['40–50 mm', '18.5–19.5 km', '45 mm']
    """
    margin = (
        None
        if figure.high is not None
        else _MARGIN.search(text, figure.start, figure.end) or _MARGIN.match(text, figure.end)
    )
    if margin is None:
        return figure
    behind = read_quantities(text[margin.end() :])
    if not behind or behind[0].start or behind[0].high is not None:
        return figure
    size = behind[0]
    unit = figure.unit or size.unit
    value = size.value if size.unit in ("", unit) else convert(size.value, size.unit, unit)
    if not value:
        return figure
    steps = [step for step in (figure.step, size.step) if step is not None]
    return figure._replace(
        value=figure.value - value,
        high=figure.value + value,
        unit=unit,
        step=min(steps, default=None),
        approximate=False,
        alternatives=(),
        end=margin.end() + size.end,
    )


def with_margins(text: str, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the figures of a text, the first one as the range that a margin, or the other end of it, makes of it."""
    wide = with_margin(text, figures[0])
    if wide is figures[0] and len(figures) > 1:
        wide = _to_the_other(text, figures[0], figures[1])
    return figures if wide is figures[0] else [wide, *(each for each in figures if each.start >= wide.end)]


def _to_the_other(text: str, one: Quantity, other: Quantity) -> Quantity:
    """Return a figure as the range up to the other one where one is the least and the other the most."""
    least, most = (one, other) if one.bound is Bound.AT_LEAST else (other, one)
    ends = least.bound is Bound.AT_LEAST and most.bound is Bound.UP_TO and least.high is most.high is None
    alike = least.unit in ("", most.unit) or not most.unit
    if not (ends and alike and least.value < most.value and _AND_THE_OTHER.fullmatch(text, one.end, other.start)):
        return one
    steps = [step for step in (least.step, most.step) if step is not None]
    return least._replace(
        high=most.value,
        unit=least.unit or most.unit,
        step=min(steps, default=None),
        bound=Bound.NONE,
        alternatives=(),
        start=one.start,
        end=other.end,
    )
