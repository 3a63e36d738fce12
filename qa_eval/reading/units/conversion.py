"""What a unit measures, and exact conversion between units that measure the same."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.units.currencies import MINOR
from qa_eval.reading.units.expressions import CODES, NAMES, PREFIXED, factors_of, vector_of
from qa_eval.reading.units.measures import DEFINED

if TYPE_CHECKING:
    from pint import UnitRegistry

_HUNDRED = 100
# A kelvin temperature is (value + offset) × step, exactly.
_TEMPERATURES = {
    "kelvin": (Fraction(0), Fraction(1)),
    "degree_Celsius": (Fraction("273.15"), Fraction(1)),
    "degree_Fahrenheit": (Fraction("459.67"), Fraction(5, 9)),
    "degree_Rankine": (Fraction(0), Fraction(5, 9)),
}


def dimension(unit: str) -> str:
    """Return what a canonical unit measures: "length", "area", "money", "ratio" for percent, "" for no unit at all.

    Two units convert into each other only if this is equal. A dimension without a name of its own is spelled out.

    >>> dimension("kilometre / hour"), dimension("USD / oil_barrel"), dimension("1 / kilometre ** 2")
    ('speed', 'money / volume', '1 / area')
    """
    if not unit:
        return ""
    try:
        vector = vector_of(unit)
    except KeyError:
        return unit
    return NAMES.get(vector) or _spelled_out(vector)


@lru_cache(maxsize=65536)
def convert(value: Fraction, unit: str, to: str) -> Fraction | None:
    """Return ``value`` of canonical ``unit`` in ``to``, exactly; None when they measure different things.

    Ratios convert into plain numbers ("" as the unit) and back. Currencies never convert into each other, their hundredths
    into them do. Temperatures are points on their scales: 0 °C is 32 °F.

    >>> convert(Fraction(155, 10), "centimetre", "millimetre"), convert(Fraction(-40), "degree_Celsius", "degree_Fahrenheit")
    (Fraction(155, 1), Fraction(-40, 1))
    """
    if unit == to:
        return value
    if unit in _TEMPERATURES and to in _TEMPERATURES:
        offset, step = _TEMPERATURES[unit]
        other_offset, other_step = _TEMPERATURES[to]
        return (value + offset) * step / other_step - other_offset
    factor = _factor(unit, to)
    return None if factor is None else value * factor


@cache
def _factor(unit: str, to: str) -> Fraction | None:
    try:
        if vector_of(unit) != vector_of(to):
            return None
    except KeyError:
        return None
    over, over_bases = _reduced(unit)
    under, under_bases = _reduced(to)
    if over_bases != under_bases:
        if any(base in CODES or base in MINOR for base in over_bases.keys() | under_bases.keys()):
            return _minor_factor(over / under, over_bases, under_bases)
        over *= _in_base_units(over_bases)
        under *= _in_base_units(under_bases)
    return over / under


def _reduced(unit: str) -> tuple[Fraction, dict[str, int]]:
    """Return the factor and the undefined units that ``unit`` comes down to by prefixes and exact definitions alone."""
    total = Fraction(1)
    bases: dict[str, int] = {}
    for name, power in factors_of(unit):
        if name in PREFIXED:
            exponent, inner = PREFIXED[name]
            factor, parts = Fraction(10) ** exponent, inner
        elif name in DEFINED:
            factor, parts = Fraction(DEFINED[name][0]), DEFINED[name][1]
        else:
            bases[name] = bases.get(name, 0) + power
            continue
        inner_factor, inner_bases = _reduced(parts)
        total *= (factor * inner_factor) ** power
        for base, inner_power in inner_bases.items():
            bases[base] = bases.get(base, 0) + inner_power * power
    return total, {base: power for base, power in bases.items() if power}


def _minor_factor(factor: Fraction, over: dict[str, int], under: dict[str, int]) -> Fraction | None:
    """Return the factor between hundredths and their currency, which stand at the same power; None for anything else."""
    only_over = [(base, power) for base, power in over.items() if under.get(base) != power]
    only_under = [(base, power) for base, power in under.items() if over.get(base) != power]
    if len(only_over) != 1 or len(only_under) != 1 or only_over[0][1] != only_under[0][1]:
        return None
    (base, power), (other, _) = only_over[0], only_under[0]
    if base in MINOR and other in MINOR[base][1]:
        return factor / Fraction(_HUNDRED) ** power
    if other in MINOR and base in MINOR[other][1]:
        return factor * Fraction(_HUNDRED) ** power
    return None


def _in_base_units(bases: dict[str, int]) -> Fraction:
    total = Fraction(1)
    for base, power in bases.items():
        total *= _pint_factor(base) ** power
    return total


@cache
def _pint_factor(unit: str) -> Fraction:
    if unit in _TEMPERATURES:  # in a compound, "watt per degree", a difference of temperatures is meant
        return _TEMPERATURES[unit][1]
    return Fraction(_registry().Quantity(Fraction(1), unit).to_base_units().magnitude)


@cache
def _registry() -> UnitRegistry[Fraction]:
    import pint  # noqa: PLC0415 - takes a third of a second, and everyday conversions do without it

    return pint.UnitRegistry(non_int_type=Fraction)


def _spelled_out(vector: frozenset[tuple[str, int]]) -> str:
    over = sorted(_power_of_base(base, power) for base, power in vector if power > 0)
    under = sorted(_power_of_base(base, -power) for base, power in vector if power < 0)
    return " / ".join([" * ".join(over) or "1", *under])


def _power_of_base(base: str, power: int) -> str:
    name = NAMES.get(frozenset({(base, power)}))
    return name or f"{NAMES.get(frozenset({(base, 1)}), base)} ** {power}"
