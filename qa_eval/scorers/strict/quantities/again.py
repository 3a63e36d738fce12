"""One figure said twice, in two units: 1,300 km² (500 sq mi)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity


def says_again(figure: Quantity, right: Quantity) -> bool:
    """Return whether a figure is the right one in another unit, rounded as people do in brackets: 1,300 km² (500 sq mi)."""
    if not figure.unit or not right.unit or figure.unit == right.unit:
        return False
    wanted = convert(right.value, right.unit, figure.unit)
    if wanted is None or not figure.value:
        return False
    if figure.approximate and figure.parenthesised != right.parenthesised:
        return abs(wanted - figure.value) * 10 <= abs(wanted)  # "almost two and a half years (872 days)"
    place = Fraction(10) ** _last_digit(figure.value)
    if figure.parenthesised != right.parenthesised:
        place += abs(_in_other_unit(right, figure.unit) - wanted)  # both are rounded: 180 °C (350 °F)
    return abs(wanted - figure.value) <= place / 2 and abs(wanted - figure.value) * 15 <= abs(wanted)


def is_share_of_one(one: Quantity, other: Quantity) -> bool:
    """Return whether one of two figures is the other one's percent as a share of 1: 5 % and 0.05."""
    if {one.unit, other.unit} != {"percent", ""}:
        return False
    percent, share = (one, other) if one.unit else (other, one)
    return percent.value == share.value * 100 and share.step is not None and share.step < 1


def _in_other_unit(right: Quantity, unit: str) -> Fraction:
    """Return in another unit what is one more of a figure's last digit other than 0."""
    there = convert(right.value + Fraction(10) ** _last_digit(right.value), right.unit, unit)
    return there if there is not None else Fraction(0)


def _last_digit(value: Fraction) -> int:
    """Return the power of ten of the last digit other than 0."""
    exponent = 0
    while (value / Fraction(10) ** exponent).denominator != 1:
        exponent -= 1
    while (value / Fraction(10) ** (exponent + 1)).denominator == 1:
        exponent += 1
    return exponent
