"""A figure with a margin, as the range that it stands for: "45 ± 5 mm", "19 billion plus or minus 0.5 billion"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity

_MARGIN = regex(r"\s*,?\s*(?:±|\+\s?/\s?[-−–]|plus or minus|give or take)\s*")


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
    """Return the figures of a text, the first one as the range that a margin makes of it."""
    wide = with_margin(text, figures[0])
    return figures if wide is figures[0] else [wide, *(each for each in figures if each.start >= wide.end)]
