"""How one figure relates to one accepted figure: equal, converted, rounded, within the tolerance, or off and how.

All arithmetic is exact. A figure is brought to the accepted unit; where that can be read in several ways ("1.300 km²",
"5 pounds", a bare "0.67" for a percentage) the reading nearest to the accepted figure counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound, Reason, Tolerance
from qa_eval.reading.quantities import written
from qa_eval.reading.units import convert
from qa_eval.scorers.strict.rounding import (
    agrees_to_decimals,
    agrees_to_significant,
    power_of_ten,
    rounded,
    shown_digits,
    significant_digits,
)

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

LEAST_DIGITS = 2  # a figure rounded to one digit is as good as a guess
MOST_DIGITS_ASKED = 3
NEARLY = Fraction(1, 200)  # 500 sq mi for 501.9
ALLOWED_BOUNDS = {
    Bound.NONE: frozenset((Bound.NONE,)),
    Bound.UP_TO: frozenset((Bound.UP_TO, Bound.NONE)),
    Bound.AT_LEAST: frozenset((Bound.AT_LEAST, Bound.NONE)),
    Bound.MORE_THAN: frozenset((Bound.MORE_THAN,)),
    Bound.LESS_THAN: frozenset((Bound.LESS_THAN,)),
}


@dataclass(frozen=True, slots=True)
class AcceptedFigure:
    """One accepted figure and how near an answer has to come.

    ``margin`` is in the accepted unit; ``asked`` holds the units that the question itself names.
    """

    figure: Quantity
    shown: str
    tolerance: Tolerance
    margin: Fraction
    unit_required: bool
    asked: frozenset[str]

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or a fraction of a whole, which are one thing written in two ways."""
        gold = self.figure
        part = not gold.unit and gold.value.denominator != 1
        return gold.unit == "percent" or (part and (gold.step is None or abs(gold.value) < 1))


class Reading(NamedTuple):
    """A figure in the accepted unit. ``how``: the reason it gives when it is equal."""

    value: Fraction
    high: Fraction | None
    how: Reason


class Closeness(NamedTuple):
    """How a figure relates to the accepted one; ``note`` ends the sentence "read X, accepted Y"."""

    reason: Reason
    note: str = ""


def closeness(figure: Quantity, accepted: AcceptedFigure) -> Closeness:
    """Return how ``figure`` relates to ``accepted``; the reason is one of ``relation.ACCEPTED`` when it is right."""
    readings = _readings(figure, accepted)
    if not readings:
        return Closeness(Reason.WRONG_UNIT, "another unit")
    near = next((near for reading in readings if (near := _near(figure, reading, accepted))), None)
    if near is None:
        return _difference(figure, readings, accepted)
    gold = accepted.figure
    if figure.ordinal and not gold.ordinal and (gold.unit or gold.noun):
        return Closeness(Reason.WRONG_VALUE, "a rank is no count")
    if accepted.unit_required and gold.unit and not figure.unit:
        return Closeness(Reason.MISSING_UNIT, "the question requires the unit")
    if figure.bound not in ALLOWED_BOUNDS[gold.bound]:
        return Closeness(Reason.WRONG_BOUND, _bound_note(figure, gold))
    return near


def _bound_note(figure: Quantity, gold: Quantity) -> str:
    said = figure.bound.value if figure.bound is not Bound.NONE else "exactly"
    return (
        f'"{said}" is not "{gold.bound.value}"'
        if gold.bound is not Bound.NONE
        else f'"{said}" is a bound, not the value'
    )


def _readings(figure: Quantity, accepted: AcceptedFigure) -> list[Reading]:
    gold = accepted.figure
    if figure.unit == gold.unit:
        found = [Reading(figure.value, figure.high, Reason.EQUAL_VALUE)]
        if figure.alternatives:
            found += [Reading(value, None, Reason.EQUAL_VALUE) for value in _clear_alternatives(figure, gold)]
        return found
    found = []
    for unit in (figure.unit, *figure.other_units):
        for value in (figure.value, *(_clear_alternatives(figure, gold) if figure.alternatives else ())):
            found += _in_unit(figure, value, unit, accepted)
    return found


def _clear_alternatives(figure: Quantity, gold: Quantity) -> tuple[Fraction, ...]:
    """Return the other readings of "1.300": clear where a decimal would not end in 0, or where things are counted."""
    counted = not gold.unit and gold.value.denominator == 1
    return figure.alternatives if counted or digits_end_in_zero(figure.text) else ()


def digits_end_in_zero(text: str) -> bool:
    """Return whether the last digit of a number as written is a 0.

    >>> digits_end_in_zero("1.300 km²"), digits_end_in_zero("10.935 m")
    (True, False)
    """
    last = [character for character in text if character.isdecimal()]
    return bool(last) and last[-1] == "0"


def _in_unit(figure: Quantity, value: Fraction, unit: str, accepted: AcceptedFigure) -> list[Reading]:
    gold = accepted.figure
    high = figure.high
    if not unit:
        return _bare(figure, value, accepted)
    if not gold.unit:
        if unit == "percent" and accepted.is_share:
            return [Reading(value / 100, high / 100 if high is not None else None, Reason.EQUAL_VALUE)]
        return [Reading(value, high, Reason.EQUAL_VALUE)] if unit in accepted.asked else []
    there = convert(value, unit, gold.unit)
    if there is None:
        return []
    how = Reason.EQUAL_VALUE if unit == gold.unit or "percent" in (unit, gold.unit) else Reason.CONVERTED_UNIT
    return [Reading(there, convert(high, unit, gold.unit) if high is not None else None, how)]


def _bare(figure: Quantity, value: Fraction, accepted: AcceptedFigure) -> list[Reading]:
    """Return the readings of a number without a unit where the accepted one has a unit: as that unit, or as a share."""
    high = figure.high
    understood = [] if figure.noun else [Reading(value, high, Reason.EQUAL_VALUE)]
    if accepted.figure.unit != "percent":
        return understood
    share = Reading(value * 100, high * 100 if high is not None else None, Reason.EQUAL_VALUE)
    if figure.step is None and value.denominator != 1 and abs(value) < 1:
        return [share]  # "half" is never half a percent
    return [*understood, share] if abs(value) <= 1 else understood


def _near(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> Closeness | None:
    gold = accepted.figure
    if (reading.high is None) != (gold.high is None):
        both = reading.high is not None and _within(reading.value, accepted) and _within(reading.high, accepted)
        return Closeness(Reason.WITHIN_TOLERANCE) if both else None
    if reading.value == gold.value and reading.high == gold.high:
        return Closeness(reading.how)
    if gold.high is None:
        if _within(reading.value, accepted):
            return Closeness(Reason.WITHIN_TOLERANCE)
        return _rounds(figure, reading, accepted)
    both = _within(reading.value, accepted) and _within(reading.high, accepted, gold.high)
    return Closeness(Reason.WITHIN_TOLERANCE) if both else None


def _within(value: Fraction | None, accepted: AcceptedFigure, gold: Fraction | None = None) -> bool:
    if value is None:
        return False
    tolerance = accepted.tolerance
    wanted = accepted.figure.value if gold is None else gold
    if tolerance.low is not None and tolerance.high is not None:
        return Fraction(tolerance.low) <= value <= Fraction(tolerance.high)
    if abs(value - wanted) <= accepted.margin:
        return True
    if tolerance.significant is not None and agrees_to_significant(value, wanted, tolerance.significant):
        return True
    return tolerance.decimals is not None and agrees_to_decimals(value, wanted, tolerance.decimals)


def _rounds(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> Closeness | None:
    gold = accepted.figure
    if accepted.tolerance.exact or figure.step is None:
        return None
    if gold.step is not None and gold.step.denominator != 1 and _finer(figure, reading, gold):
        return Closeness(Reason.ROUNDS_TO_GOLD, "it rounds to the accepted figure at that figure's precision")
    wanted = _gold_as_answered(figure, reading, gold)
    if wanted is None:
        return None
    if wanted != gold.value and reading.how is Reason.CONVERTED_UNIT and _rounded_conversion(figure, wanted, gold):
        return Closeness(Reason.ROUNDS_TO_GOLD, "converted, and equal at the precision that is shown")
    endless = gold.step is None and not _terminates(gold.value)
    if (
        endless
        and shown_digits(figure.value, figure.step) >= LEAST_DIGITS
        and rounded(wanted, figure.step) == figure.value
    ):
        return Closeness(Reason.ROUNDS_TO_GOLD, "equal at the precision that is shown")
    return None


def _finer(figure: Quantity, reading: Reading, gold: Quantity) -> bool:
    """Return whether the answer shows more digits than the accepted figure and rounds to it."""
    if gold.step is None or figure.step is None or rounded(reading.value, gold.step) != gold.value:
        return False
    return significant_digits(figure.value) > shown_digits(gold.value, gold.step)


def _gold_as_answered(figure: Quantity, reading: Reading, gold: Quantity) -> Fraction | None:
    """Return the accepted value in the unit that the answer uses, a share as a percentage or fraction as answered."""
    if figure.unit == gold.unit or not figure.value:
        return gold.value
    if reading.how is Reason.CONVERTED_UNIT:
        units = (figure.unit, *figure.other_units)
        return next((there for unit in units if (there := convert(gold.value, gold.unit, unit)) is not None), None)
    return gold.value * figure.value / reading.value if reading.value else None


def _rounded_conversion(figure: Quantity, wanted: Fraction, gold: Quantity) -> bool:
    """Return whether a converted figure is the accepted one, rounded no more than the accepted one allows.

    Digits shown count, at least two and, for an accurate gold, three; zeros at the end of a whole number count as
    rounded only down to the accepted figure's own digits: 500 sq mi is 1,300 km² to two digits.
    """
    if figure.step is None:
        return False
    own = significant_digits(gold.value)
    asked = max(LEAST_DIGITS, min(MOST_DIGITS_ASKED, own - 1))
    if shown_digits(figure.value, figure.step) >= asked and rounded(wanted, figure.step) == figure.value:
        return True
    fewest = max(LEAST_DIGITS, own)
    if significant_digits(figure.value) > fewest or abs(figure.value - wanted) > NEARLY * abs(wanted):
        return False
    return any(
        _to_digits(wanted, digits) == figure.value for digits in range(fewest, shown_digits(figure.value, figure.step))
    )


def _to_digits(value: Fraction, digits: int) -> Fraction:
    return rounded(value, Fraction(10) ** (power_of_ten(value) - digits + 1)) if value else value


def _terminates(value: Fraction) -> bool:
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def _difference(figure: Quantity, readings: list[Reading], accepted: AcceptedFigure) -> Closeness:
    gold = accepted.figure
    if gold.high is not None or figure.high is not None:
        return _range_difference(figure, readings, gold)
    factor = _factor(figure, readings, gold)
    if factor is not None:
        return Closeness(Reason.SCALE_ERROR, f"off by a factor of {factor:,}")
    if figure.value == gold.value and figure.unit != gold.unit and figure.unit:
        return Closeness(Reason.WRONG_UNIT, "the same number in another unit")
    if any(_coarser(figure, reading, gold) for reading in readings):
        return Closeness(Reason.LESS_PRECISE, "rounded more than the accepted figure")
    return Closeness(Reason.WRONG_VALUE)


def _range_difference(figure: Quantity, readings: list[Reading], gold: Quantity) -> Closeness:
    reading = readings[0]
    if figure.value == gold.value and figure.high == gold.high and figure.unit != gold.unit:
        return Closeness(Reason.WRONG_UNIT, "the same numbers in another unit")
    if gold.high is None and reading.high is not None and reading.value <= gold.value <= reading.high:
        return Closeness(Reason.LESS_PRECISE, "a range that holds the value does not state it")
    if gold.high is not None and reading.high is None and reading.value in (gold.value, gold.high):
        return Closeness(Reason.PARTIAL, "only one end of the range")
    return Closeness(Reason.WRONG_VALUE)


def _factor(figure: Quantity, readings: list[Reading], gold: Quantity) -> int | None:
    """Return the power of ten by which the figure is off, when a scale word, a prefix or a lost point explains it."""
    if not gold.value:
        return None
    for reading in readings:
        ratio = reading.value / gold.value
        if ratio <= 0:
            continue
        factor = max(ratio, 1 / ratio)
        exponent = power_of_ten(factor)
        unit_slip = figure.unit not in (gold.unit, "")
        if factor == Fraction(10) ** exponent and (exponent > 1 or (exponent == 1 and unit_slip)):
            return int(factor)
    return None


def _coarser(figure: Quantity, reading: Reading, gold: Quantity) -> bool:
    """Return whether the answer is the accepted figure rounded to fewer digits, two at least."""
    wanted = _gold_as_answered(figure, reading, gold)
    digits = significant_digits(figure.value)
    if not wanted or figure.step is None or shown_digits(figure.value, figure.step) < LEAST_DIGITS:
        return False
    return _to_digits(wanted, max(digits, LEAST_DIGITS)) == figure.value


def sentence(figure: Quantity, close: Closeness, accepted: AcceptedFigure) -> str:
    """Return what a curator is told: "off by a factor of 1,000: read 1.3 km², accepted 1,300 km²"."""
    told = close.note or _NOTES[close.reason]
    return f"{told}: read {written(figure)}, accepted {accepted.shown}"


_NOTES = {
    Reason.EQUAL_VALUE: "the same value",
    Reason.CONVERTED_UNIT: "the same value in another unit",
    Reason.WITHIN_TOLERANCE: "within the tolerance",
    Reason.WRONG_VALUE: "another value",
}
