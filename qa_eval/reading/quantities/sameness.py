"""Whether two figures are one, or could be: equal as they stand or converted, and of one dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Quantity


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one: equal as they stand or converted, a missing unit taken as the other's."""
    if not one.unit or not other.unit or one.unit == other.unit:
        return one.value == other.value and one.high == other.high
    there = convert(one.value, one.unit, other.unit)
    return there is not None and there == other.value and one.high is other.high is None


def same_dimension(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures have units of one dimension."""
    if not one.unit or not other.unit:
        return False
    return one.unit == other.unit or convert(one.value, one.unit, other.unit) is not None
