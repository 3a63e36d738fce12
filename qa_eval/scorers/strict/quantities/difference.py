"""A figure that is not the accepted one: how it is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.units import convert
from qa_eval.scorers.strict.quantities.rounding import (
    power_of_ten_between,
    rounded_to_digits,
    significant_digits,
    terminates,
)
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure, Reading

LEAST_DIGITS = 2  # a figure rounded to one digit is as good as a guess
_ANOTHER_VALUE = Closeness(Reason.WRONG_VALUE)
_NEAR = 20  # a figure rounded to two digits is off by a twentieth at most


def difference(figure: Quantity, readings: Sequence[Reading], accepted: AcceptedFigure) -> Closeness:
    """Return how a figure that has been read and is not the accepted one differs from it."""
    gold = accepted.figure
    if gold.high is not None or figure.high is not None:
        return _range_difference(figure, readings, gold)
    factor = _factor(figure, readings[0], accepted)
    if factor is not None:
        return Closeness(Reason.SCALE_ERROR, f"off by a factor of {factor:,}")
    if figure.unit not in ("", gold.unit) and figure.value == gold.value and _same_digits(figure, gold):
        return Closeness(Reason.WRONG_UNIT, "the same number in another unit")
    if not accepted.tolerance.exact:
        for reading in readings:
            if _coarser(figure, reading, accepted):
                return Closeness(Reason.LESS_PRECISE, "rounded more than the accepted figure")
    return _ANOTHER_VALUE


def _same_digits(figure: Quantity, gold: Quantity) -> bool:
    """Return whether two figures are written with one number each: 2 min 30 s is not 2.5 h in another unit."""
    return all(each.step is None or terminates(each.step) for each in (figure, gold))


def _range_difference(figure: Quantity, readings: Sequence[Reading], gold: Quantity) -> Closeness:
    reading = readings[0]
    if figure.value == gold.value and figure.high == gold.high and figure.unit != gold.unit:
        return Closeness(Reason.WRONG_UNIT, "the same numbers in another unit")
    if gold.high is None and reading.high is not None and reading.value <= gold.value <= reading.high:
        return Closeness(Reason.LESS_PRECISE, "a range that holds the value does not state it")
    if gold.high is not None and reading.high is None and reading.value in (gold.value, gold.high):
        return Closeness(Reason.PARTIAL, "only one end of the range")
    return Closeness(Reason.WRONG_VALUE)


def _factor(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> int | None:
    """Return the power of ten by which the figure is off, when a scale word, a prefix or a lost point explains it."""
    gold = accepted.figure
    if gold.unit == "percent" and not figure.unit:
        return None
    exponent = power_of_ten_between(*accepted.beside(reading.value))
    return 10**exponent if exponent and (exponent > 1 or figure.unit not in (gold.unit, "")) else None


def _coarser(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> bool:
    """Return whether the answer is the accepted figure rounded to fewer digits, two at least."""
    said, wanted = accepted.beside(reading.value)
    if abs(said - wanted) * _NEAR > abs(wanted) or figure.step is None:
        return False
    gold = accepted.figure
    digits = significant_digits(figure.value)
    if digits < LEAST_DIGITS or (accepted.compound and figure.unit == gold.unit):
        return False
    there = gold_as_answered(figure, reading, gold)
    return bool(there) and there is not None and rounded_to_digits(there, digits) == figure.value


def gold_as_answered(figure: Quantity, reading: Reading, gold: Quantity) -> Fraction | None:
    """Return the accepted value in the unit that the answer uses, a share as a percentage or fraction as answered."""
    if figure.unit == gold.unit or not figure.value:
        return gold.value
    if reading.how is Reason.CONVERTED_UNIT:
        units = (figure.unit, *figure.other_units)
        return next((there for unit in units if (there := convert(gold.value, gold.unit, unit)) is not None), None)
    return gold.value * figure.value / reading.value if reading.value else None
