"""How one figure relates to one accepted figure: equal, converted, rounded, within the tolerance, or off and how.

All arithmetic is exact. Where a figure can be read in several ways, the reading nearest to the accepted figure counts.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.model import Bound, Reason
from qa_eval.reading.units import convert
from qa_eval.scorers.strict.quantities.difference import LEAST_DIGITS, difference, gold_as_answered
from qa_eval.scorers.strict.quantities.readings import readings
from qa_eval.scorers.strict.quantities.rounding import (
    agrees_to_decimals,
    agrees_to_significant,
    rounded,
    rounded_to_digits,
    shown_digits,
    significant_digits,
    terminates,
)
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure, Reading

MOST_DIGITS_ASKED = 3
WHOLE = Fraction(1, 50)
NEARLY = Fraction(1, 200)  # 500 sq mi for 501.9
_TEN = 10
ALLOWED_BOUNDS = {
    Bound.NONE: frozenset((Bound.NONE,)),
    Bound.UP_TO: frozenset((Bound.UP_TO, Bound.NONE)),
    Bound.AT_LEAST: frozenset((Bound.AT_LEAST, Bound.NONE)),
    Bound.MORE_THAN: frozenset((Bound.MORE_THAN,)),
    Bound.LESS_THAN: frozenset((Bound.LESS_THAN,)),
}


_EQUAL = {reason: Closeness(reason) for reason in (Reason.EQUAL_VALUE, Reason.CONVERTED_UNIT)}
_WITHIN = Closeness(Reason.WITHIN_TOLERANCE)
_ANOTHER_UNIT = Closeness(Reason.WRONG_UNIT, "another unit")


def closeness(figure: Quantity, accepted: AcceptedFigure) -> Closeness:
    """Return how ``figure`` relates to ``accepted``; the reason is one of ``relation.ACCEPTED`` when it is right."""
    found = readings(figure, accepted)
    if not found:
        return _ANOTHER_UNIT
    for reading in found:
        near = _near(figure, reading, accepted)
        if near is not None:
            return _allowed(figure, near, accepted)
    return difference(figure, found, accepted)


def _allowed(figure: Quantity, near: Closeness, accepted: AcceptedFigure) -> Closeness:
    """Return how a figure relates whose value is right: so do its rank, its unit and its bound have to be."""
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


def _near(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> Closeness | None:
    gold = accepted.figure
    if (reading.high is None) != (gold.high is None):
        both = reading.high is not None and _within(reading.value, accepted) and _within(reading.high, accepted)
        return _WITHIN if both else None
    if gold.high is None:
        said, wanted = accepted.beside(reading.value)
        if said == wanted:
            return _EQUAL[reading.how]
        if accepted.is_loose and _within(reading.value, accepted):
            return _WITHIN
        # no rounding leads from one to the other: to a digit it changes half of a figure at most
        if accepted.tolerance.exact or (abs(said - wanted) > abs(wanted) and not accepted.is_coarse):
            return None
        return _rounds(figure, reading, accepted)
    if reading.value == gold.value and reading.high == gold.high:
        return _EQUAL[reading.how]
    if _within(reading.value, accepted) and _within(reading.high, accepted, gold.high):
        return _WITHIN
    return _rounds_at_both_ends(figure, reading, gold)


def _rounds_at_both_ends(figure: Quantity, reading: Reading, gold: Quantity) -> Closeness | None:
    """Return how a converted range relates: "36 to 46 °F" is 2 to 8 °C at the precision that is shown."""
    if reading.how is not Reason.CONVERTED_UNIT or figure.step is None or figure.high is None or gold.high is None:
        return None
    ends = [
        (convert(end, gold.unit, figure.unit), said)
        for end, said in ((gold.value, figure.value), (gold.high, figure.high))
    ]
    if all(wanted is not None and rounded(wanted, figure.step) == said for wanted, said in ends) and all(
        shown_digits(said, figure.step) >= LEAST_DIGITS for _, said in ends
    ):
        return Closeness(Reason.ROUNDS_TO_GOLD, "converted, and equal at the precision that is shown")
    return None


def _within(value: Fraction | None, accepted: AcceptedFigure, gold: Fraction | None = None) -> bool:
    if value is None:
        return False
    tolerance = accepted.tolerance
    wanted = accepted.figure.value if gold is None else gold
    if accepted.low is not None and accepted.high is not None:
        return accepted.low <= value <= accepted.high
    if abs(value - wanted) <= accepted.margin:
        return True
    if tolerance.significant is not None and agrees_to_significant(value, wanted, tolerance.significant):
        return True
    return tolerance.decimals is not None and agrees_to_decimals(value, wanted, tolerance.decimals)


def _rounds(figure: Quantity, reading: Reading, accepted: AcceptedFigure) -> Closeness | None:
    gold = accepted.figure
    if _allows_finer(figure, reading, gold) and _finer(figure, reading, gold):
        return Closeness(Reason.ROUNDS_TO_GOLD, "it rounds to the accepted figure at that figure's precision")
    if reading.how is Reason.CONVERTED_UNIT and _rounds_back(figure, reading, gold):
        return Closeness(Reason.ROUNDS_TO_GOLD, "converted, and equal at the precision of both")
    if figure.step is None:
        return None
    if reading.how is Reason.CONVERTED_UNIT:
        wanted = gold_as_answered(figure, reading, gold)
        if wanted is not None and _rounded_conversion(figure, figure.step, wanted, accepted):
            return Closeness(Reason.ROUNDS_TO_GOLD, "converted, and equal at the precision that is shown")
    elif accepted.compound and _rounded_parts(figure, figure.step, reading, accepted):
        return Closeness(Reason.ROUNDS_TO_GOLD, "equal at the precision that is shown")
    if accepted.endless and shown_digits(figure.value, figure.step) >= LEAST_DIGITS:
        wanted = gold_as_answered(figure, reading, gold)
        if wanted is not None and rounded(wanted, figure.step) == figure.value:
            return Closeness(Reason.ROUNDS_TO_GOLD, "equal at the precision that is shown")
    return None


def _rounds_back(figure: Quantity, reading: Reading, gold: Quantity) -> bool:
    """Return whether a whole figure of one digit and the accepted one are each the other, converted and rounded: "four feet" for 1.2 m."""
    if gold.step is None or figure.value.denominator != 1 or not 0 < abs(figure.value) < _TEN:
        return False
    wanted = gold_as_answered(figure, reading, gold)
    if (
        wanted is None
        or abs(figure.value - wanted) > WHOLE * abs(wanted)
        or rounded(wanted, Fraction(1)) != figure.value
    ):
        return False
    return rounded(reading.value, gold.step) == gold.value


def _allows_finer(figure: Quantity, reading: Reading, gold: Quantity) -> bool:
    """Return whether a figure may be finer than the accepted one: any where that has decimals, a near one of what is measured."""
    if gold.step is None:
        return False
    if gold.step.denominator != 1 or (gold.unit == "percent" and figure.step is None):
        return True
    measured = gold.unit and (
        gold.step > 1 or not gold.unit.isupper()
    )  # of money, 78 is no 78.20, but 78 million may be
    return bool(measured) and abs(reading.value - gold.value) <= NEARLY * abs(gold.value)


def _finer(figure: Quantity, reading: Reading, gold: Quantity) -> bool:
    """Return whether the answer shows more digits than the accepted figure, or is an exact fraction, and rounds to it."""
    if gold.step is None or rounded(reading.value, gold.step) != gold.value:
        return False
    digits = shown_digits(gold.value, gold.step)
    return significant_digits(figure.value) > digits and (figure.step is not None or digits >= LEAST_DIGITS)


def _rounded_conversion(figure: Quantity, step: Fraction, wanted: Fraction, accepted: AcceptedFigure) -> bool:
    """Return whether a converted figure is the accepted one, rounded no more than the accepted one allows.

    Digits shown count, at least two and, for an accurate gold, three; zeros at the end of a whole number count as
    rounded only down to the accepted figure's own digits: 500 sq mi is 1,300 km² to two digits.
    """
    shown = shown_digits(figure.value, step)
    asked = max(LEAST_DIGITS, min(MOST_DIGITS_ASKED, accepted.digits - 1))
    if shown >= asked and rounded(wanted, step) == figure.value:
        return True
    if shown == accepted.digits == 1 and abs(figure.value - wanted) <= WHOLE * abs(wanted):  # 8 km for 5 miles
        return rounded(wanted, step) == figure.value
    fewest = max(LEAST_DIGITS, accepted.digits)
    near = 2 * NEARLY if figure.approximate or accepted.figure.approximate else NEARLY
    if abs(figure.value - wanted) > near * abs(wanted):
        return False
    return any(rounded_to_digits(wanted, digits) == figure.value for digits in range(fewest, shown))


def _rounded_parts(figure: Quantity, step: Fraction, reading: Reading, accepted: AcceptedFigure) -> bool:
    """Return whether a decimal is an accepted figure of two units, rounded as one of its smaller unit may be: 2.33 h for 2 h 20 min, as for 140 min."""
    gold = accepted.figure
    wanted = gold_as_answered(figure, reading, gold)
    if wanted is None or gold.step is None or step.denominator == 1 or not terminates(step):
        return False
    if (abs(figure.value) % 1) / step == (abs(gold.value) % 1) / gold.step:
        return False  # "6.1 ft" for 6 ft 1 in writes the parts with a point
    of_smaller = accepted._replace(digits=significant_digits(gold.value / gold.step))
    return _rounded_conversion(figure, step, wanted, of_smaller)


def sentence(read: str, close: Closeness, accepted: AcceptedFigure) -> str:
    """Return what a curator is told: "off by a factor of 1,000: read 1.3 km², accepted 1,300 km²"."""
    return f"{close.note or _NOTES[close.reason]}: read {read}, accepted {accepted.shown}"


_NOTES = {
    Reason.EQUAL_VALUE: "the same value",
    Reason.CONVERTED_UNIT: "the same value in another unit",
    Reason.WITHIN_TOLERANCE: "within the tolerance",
    Reason.WRONG_VALUE: "another value",
}
