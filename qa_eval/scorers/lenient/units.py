"""How near figures of unlike units are: "8 km" to 5 miles, "25 basis points" to a quarter of a percentage point."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.quantities.periodical import SAID
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers.lenient.nearness import ROUNDED, nearness, said_round, zeros_step
from qa_eval.scorers.lenient.scales import NO, is_percent

if TYPE_CHECKING:
    from collections.abc import Collection

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked

_PER_TIME = frozenset(SAID)
_IN_POINTS = frozenset(("percent", "percentage_point", "basis_point"))
_FIFTY = 50
_OF_RATES = {"percent", "percentage_point"}
# how far two rates are apart is told in percent as often as in points
_DIFFERENCE = regex(r"\b(?:exceed|outperform|differ|spread\b|gap\b|(?:higher|lower|more|less) than\b)", re.IGNORECASE)
_POINT = {"percentage_point": 100, "percent": 100}  # basis points of one
_LETTERED = {"degree_Fahrenheit": ("farad",), "degree_Celsius": ("coulomb",)}
_SAME_LETTER = frozenset(("degree_Celsius", "coulomb"))  # a bare "C" may be either


def of_units(figure: Quantity, gold: Quantity, asked: Asked) -> float:
    """Compare two figures of unlike units: converted; a percentage is no other unit."""
    units = {figure.unit, gold.unit}
    if _goes_without_saying(units, asked) or _is_meant(figure.unit, gold):
        return nearness(figure.value, gold.value, figure.step, gold.step)
    if "basis_point" in units and units <= _IN_POINTS:  # a quarter of a percentage point is 25 basis points
        one, other = (each.value * _POINT.get(each.unit, 1) for each in (figure, gold))
        return nearness(one, other, None, None)
    if units == _OF_RATES and _DIFFERENCE.search(asked.text):
        return nearness(figure.value, gold.value, figure.step, gold.step)
    if is_percent(figure) or is_percent(gold) or _is_given(figure, asked):
        return NO
    in_degrees = "degree" in units and all(unit.startswith("degree") for unit in units) and not asked.asks_angle
    if units == _SAME_LETTER or in_degrees:
        return nearness(figure.value, gold.value, figure.step, gold.step)  # "-5 degrees" for -5 °C
    own = next((unit for unit in figure.other_units if convert(figure.value, unit, gold.unit) is not None), "")
    if own and convert(figure.value, figure.unit, gold.unit) is None:
        figure = figure._replace(unit=own)  # pounds of weight, not of money
    gold = _of_charge(gold, figure)
    converted = convert(figure.value, figure.unit, gold.unit)
    if converted is None:
        return (
            NO
            if figure.unit.isupper() and gold.unit.isupper()
            else 0.2 * nearness(figure.value, gold.value, None, None)
        )
    step = figure.step and _converted_step(figure, gold)
    near = nearness(converted, gold.value, step, gold.step)
    rounds = gold.step and abs(converted - gold.value) * 2 <= gold.step and gold.step * 10 <= abs(gold.value)
    there = convert(gold.value, gold.unit, figure.unit)  # 5 miles are 8.05 km, and 8
    rounds = rounds or _rounds_there(figure, there)
    if rounds or (figure.approximate and said_round(figure.value, there or Fraction(0))):
        return max(near, ROUNDED)
    return near


def _goes_without_saying(units: Collection[str], asked: Asked) -> bool:
    """Return whether one unit is the other by the period that is asked for, or by any that interest and pay may be by."""
    base, _, per = max(units, key=len).partition(" / ")
    if per not in _PER_TIME or base not in units:
        return False
    return per in asked.periods if asked.periods else base == "percent" or base.isupper()


def _is_meant(unit: str, gold: Quantity) -> bool:
    """Return whether the word of an accepted unit may mean another one as well: "tons" tonnes, "pounds" those of money; of which dollars is told."""
    if unit.replace("pound /", "GBP /") == gold.unit.replace("pound /", "GBP /"):
        return True  # "950 pounds a month"
    return unit in gold.other_units and not unit.startswith("degree") and not (unit.isupper() and gold.unit.isupper())


def _is_given(figure: Quantity, asked: Asked) -> bool:
    """Return whether a figure only repeats what the question measures: the mile of "how many feet are in a mile"."""
    one = figure.value == 1 and asked.forms.issuperset(figure.unit.split("_"))
    return one or any(figure.unit == each.unit and figure.value == each.value for each in asked.given)


def _of_charge(gold: Quantity, figure: Quantity) -> Quantity:
    """Return an accepted figure in farads or coulombs, where it is written with a bare "F" or "C" and the answer in parts of those."""
    unit = next((unit for unit in _LETTERED.get(gold.unit, ()) if figure.unit.endswith(unit)), "")
    return gold._replace(unit=unit) if unit else gold


def _rounds_there(figure: Quantity, there: Fraction | None) -> bool:
    """Return whether a figure is the accepted one in its own unit, rounded to the digits that it shows, by less than two percent."""
    if not there or figure.step is None:
        return False
    off = abs(there - figure.value)
    step = max(figure.step, Fraction(zeros_step(figure.value)))
    return 2 * off <= step and off * _FIFTY < abs(there)


def _converted_step(figure: Quantity, gold: Quantity) -> Fraction | None:
    """Return the place of the last digit that is written, in the unit of the accepted figure."""
    if figure.step is None:
        return None
    one, none = convert(figure.step, figure.unit, gold.unit), convert(Fraction(0), figure.unit, gold.unit)
    return None if one is None or none is None else abs(one - none)


_NO_MEASURES = ("percent", "degree", "point")


def measures_otherwise(figure: Quantity, gold: Quantity, asked: Asked) -> bool:
    """Return whether one of two figures is a measure and the other one a count: "1,300 km" for 1,300 people, "84 rooms" for 84 m²."""
    if is_a_measure(figure.unit):
        return not gold.unit and bool(asked.counted) and gold.value.denominator == 1
    return not figure.unit and bool(figure.noun) and is_a_measure(gold.unit)


def is_a_measure(unit: str) -> bool:
    """Return whether a unit is that of a length, weight, time or the like: no money, no share, no rate, no degrees."""
    return bool(unit) and not unit.isupper() and "/" not in unit and not unit.startswith(_NO_MEASURES)
