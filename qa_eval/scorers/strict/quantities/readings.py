"""A figure of an answer in the accepted unit: each way in which it can be read there.

All arithmetic is exact. "1.300 km²", "5 pounds" and a bare "0.67" for a percentage can be read in several ways.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import NO_TOLERANCE, Reason, Tolerance
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical, convert
from qa_eval.scorers.strict.quantities.rounding import significant_digits, terminates

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity


_WRITTEN = regex(r"\d+(?:[.,]\d+)*")
_HUNDRED, _THOUSAND = 100, 1000
_SHARES = frozenset(("permille", "per_ten_thousand", "per_hundred_thousand", "ppm", "ppb"))
_EXACT = Tolerance(exact=True)


class AcceptedFigure(NamedTuple):
    """One accepted figure and how near an answer has to come.

    ``margin``, ``low`` and ``high`` are in the accepted unit; ``asked`` holds the units that the question itself names;
    ``shown`` is the accepted text. What follows from these is worked out once: ``is_share`` (a percentage or a fraction
    of a whole, which are one thing written in two ways), ``digits`` (significant ones), ``endless`` (a fraction whose
    decimals do not end), ``compound`` (two numbers for one value, as 6 ft 1 in), ``is_loose`` (has any tolerance),
    ``over`` and ``under`` (the value as a fraction of two whole numbers), ``is_coarse`` (its last digit stands for more than it).
    """

    figure: Quantity
    shown: str
    tolerance: Tolerance
    margin: Fraction
    unit_required: bool
    asked: frozenset[str]
    low: Fraction | None
    high: Fraction | None
    is_share: bool
    digits: int
    endless: bool
    compound: bool
    is_loose: bool
    over: int
    under: int
    is_coarse: bool

    def beside(self, value: Fraction) -> tuple[int, int]:
        """Return a value and the accepted one times the same positive number, both whole: cheaper to compare than fractions."""
        over, under = value.as_integer_ratio()
        return over * self.under, self.over * under


def accepted_figure(
    figure: Quantity, shown: str, tolerance: Tolerance, asked: frozenset[str], *, unit_required: bool
) -> AcceptedFigure:
    """Return an accepted figure with all that follows from it."""
    step = figure.step
    part = not figure.unit and figure.value.denominator != 1
    low, high = (None if end is None else Fraction(end) for end in (tolerance.low, tolerance.high))
    margin = _margin(figure, tolerance)
    return AcceptedFigure(
        figure=figure,
        shown=shown,
        tolerance=tolerance,
        margin=margin,
        unit_required=unit_required,
        asked=asked,
        low=low,
        high=high,
        is_share=figure.unit == "percent" or (part and (step is None or abs(figure.value) < 1)),
        digits=significant_digits(figure.value),
        endless=step is None and not terminates(figure.value),
        compound=step is None or not terminates(step),
        is_loose=tolerance is not NO_TOLERANCE and tolerance not in (NO_TOLERANCE, _EXACT),
        over=figure.value.numerator,
        under=figure.value.denominator,
        is_coarse=step is not None and step > abs(figure.value),
    )


def _margin(figure: Quantity, tolerance: Tolerance) -> Fraction:
    margin = Fraction(0)
    if tolerance.absolute is not None:
        size = Fraction(tolerance.absolute)
        margin = (
            _in_unit_of(figure, size, tolerance.absolute_unit) if tolerance.absolute_unit else _on_scale(figure, size)
        )
    if tolerance.relative is not None:
        margin = max(margin, Fraction(tolerance.relative) * abs(figure.value))
    return margin


def _on_scale(figure: Quantity, size: Fraction) -> Fraction:
    """Return a difference that has no unit, on the scale that the figure is written on where it could mean nothing else: 0.5 of "$63.8 million".

    It could not where it is less than half of the last digit that is written, and of the number before "million".
    """
    number = _WRITTEN.search(figure.text)
    if figure.step is None or size >= figure.step / 2 or number is None:
        return size
    shown = Fraction(number[0].replace(",", ""))
    scale = abs(figure.value) / shown if shown else Fraction(1)
    return size * scale if scale >= _THOUSAND and size <= shown / 2 else size


def _in_unit_of(figure: Quantity, size: Fraction, unit: str) -> Fraction:
    """Return a difference in the figure's unit; a difference of temperatures has no offset."""
    name = canonical(unit) if unit else None
    if not name or name == figure.unit:
        return size
    there, origin = convert(size, name, figure.unit), convert(Fraction(0), name, figure.unit)
    return size if there is None or origin is None else abs(there - origin)


class Reading(NamedTuple):
    """A figure in the accepted unit. ``how``: the reason it gives when it is equal."""

    value: Fraction
    high: Fraction | None
    how: Reason


def readings(figure: Quantity, accepted: AcceptedFigure) -> list[Reading]:
    """Return the ways to read a figure in the accepted unit, the likeliest first; none for another dimension."""
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

    >>> digits_end_in_zero("1.300 km2"), digits_end_in_zero("10.935 m")
    (True, False)
    """
    written = _WRITTEN.search(text)
    return written is not None and written[0][-1] == "0"


def _in_unit(figure: Quantity, value: Fraction, unit: str, accepted: AcceptedFigure) -> list[Reading]:
    gold = accepted.figure
    high = figure.high
    if not unit:
        return _bare(figure, value, accepted)
    if not gold.unit:
        if unit == "percent" and accepted.is_share:
            return [Reading(value / 100, high / 100 if high is not None else None, Reason.EQUAL_VALUE)]
        return _in_asked_unit(value, high, unit, accepted.asked)
    there = convert(value, unit, gold.unit)
    if there is None:
        return _otherwise(value, unit, gold)
    how = Reason.EQUAL_VALUE if unit == gold.unit or "percent" in (unit, gold.unit) else Reason.CONVERTED_UNIT
    return [Reading(there, convert(high, unit, gold.unit) if high is not None else None, how)]


def _in_asked_unit(value: Fraction, high: Fraction | None, unit: str, asked: frozenset[str]) -> list[Reading]:
    """Return the readings in a unit that the question names, which the accepted number leaves out: "25" basis points."""
    if unit in asked:
        return [Reading(value, high, Reason.EQUAL_VALUE)]
    if high is not None:
        return []
    points = {"percent": "percentage_point", "percentage_point": "percent"}
    found = ((each, _converted(value, unit, each)) for each in sorted(asked) if each != points.get(unit))
    return [Reading(there, None, Reason.CONVERTED_UNIT) for _, there in found if there is not None]


def _converted(value: Fraction, unit: str, to: str) -> Fraction | None:
    """Return a value in another unit, basis points as percentage points also; None for another dimension."""
    if {unit, to} == {"basis_point", "percentage_point"}:
        return value / _HUNDRED if unit == "basis_point" else value * _HUNDRED
    return convert(value, unit, to)


def _otherwise(value: Fraction, unit: str, gold: Quantity) -> list[Reading]:
    """Return the reading in what the accepted unit may mean as well, C for coulomb, and basis points as percentage points."""
    if {unit, gold.unit} == {"basis_point", "percentage_point"} and (points := _converted(value, unit, gold.unit)):
        return [Reading(points, None, Reason.CONVERTED_UNIT)]
    found = (
        (other, convert(value, unit, other))
        for other in gold.other_units
        if not (other.isupper() and gold.unit.isupper())  # no other currency
    )
    return [
        Reading(there, None, Reason.EQUAL_VALUE if unit == other else Reason.CONVERTED_UNIT)
        for other, there in found
        if there is not None and convert(Fraction(1), other, gold.unit) is None
    ]


def _bare(figure: Quantity, value: Fraction, accepted: AcceptedFigure) -> list[Reading]:
    """Return the readings of a number without a unit where the accepted one has a unit: as that unit, or as a share."""
    high = figure.high
    is_points = figure.noun in {"point", "points"}
    if is_points and accepted.figure.unit == "basis_point" and figure.step is None:
        value *= _HUNDRED  # "a quarter point"
    points = is_points and accepted.figure.unit in {"percentage_point", "basis_point"}
    other = figure.noun and singular(figure.noun.lower()) != accepted.figure.unit  # "2.3 bars" are a pressure there
    understood = [] if other and not points else [Reading(value, high, Reason.EQUAL_VALUE)]
    if accepted.figure.unit in _SHARES and figure.step is None and value.denominator != 1:  # "five in a thousand"
        there = convert(value, "", accepted.figure.unit)
        return understood if there is None else [Reading(there, None, Reason.EQUAL_VALUE)]
    if accepted.figure.unit != "percent":
        return understood
    share = Reading(value * 100, high * 100 if high is not None else None, Reason.EQUAL_VALUE)
    if figure.step is None and value.denominator != 1 and abs(value) < 1:
        return [share]  # "half" is never half a percent
    return [*understood, share] if abs(value) <= 1 else understood
