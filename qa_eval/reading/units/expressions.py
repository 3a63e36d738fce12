"""Canonical units as expressions, "kilogram / metre ** 3": taken apart, put together, and their dimension."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from qa_eval.reading.units.currencies import CURRENCIES, MINOR
from qa_eval.reading.units.measures import MEASURES, PREFIXES, VECTORS

Factors: TypeAlias = tuple[tuple[str, int], ...]  # (unit, power), in the order written

PREFIXED: dict[str, tuple[int, str]] = {}  # "kilometre": (3, "metre")
CODES = frozenset(line.split(";")[0].strip() for line in CURRENCIES.strip().splitlines())


def factors_of(expression: str) -> Factors:
    """Take a canonical expression apart.

    >>> factors_of("kilogram / metre ** 3")
    (('kilogram', 1), ('metre', -3))
    """
    found: list[tuple[str, int]] = []
    for place, part in enumerate(expression.split(" / ")):
        for factor in part.split(" * "):
            unit, _, power = factor.partition(" ** ")
            if unit not in {"", "1"}:
                found.append((unit, int(power or 1) * (-1 if place else 1)))
    return tuple(found)


@lru_cache(maxsize=4096)
def expression_of(factors: Factors) -> str:
    """Put factors together, equal ones into one power.

    >>> expression_of((("metre", 1), ("second", -1), ("second", -1)))
    'metre / second ** 2'
    """
    powers: dict[str, int] = {}
    for unit, power in factors:
        powers[unit] = powers.get(unit, 0) + power
    over = [_power(unit, power) for unit, power in powers.items() if power > 0]
    under = [_power(unit, -power) for unit, power in powers.items() if power < 0]
    return " / ".join([" * ".join(over) or ("1" if under else ""), *under])


@lru_cache(maxsize=4096)
def vector_of(expression: str) -> frozenset[tuple[str, int]]:
    """Return the base dimensions and their powers. Raises KeyError for a unit that the table does not have."""
    powers: dict[str, int] = {}
    for unit, power in factors_of(expression):
        for base, exponent in VECTORS[DIMENSIONS[unit]].items():
            powers[base] = powers.get(base, 0) + exponent * power
    return frozenset((base, power) for base, power in powers.items() if power)


def _power(unit: str, power: int) -> str:
    return unit if power == 1 else f"{unit} ** {power}"


def _dimensions() -> dict[str, str]:
    known = dict.fromkeys((*sorted(CODES), *MINOR), "money")
    for dimension, rows in MEASURES.items():
        for row in rows.strip().splitlines():
            name, *_, prefixes = (*(field.strip() for field in row.split(";")), "", "")[:4]
            known[name] = dimension
            if not prefixes:
                continue
            for prefix, power in PREFIXES.values():
                PREFIXED[prefix + name] = (power, name)
                known[prefix + name] = dimension
    return known


DIMENSIONS: dict[str, str] = _dimensions()
DIMENSIONS |= {"kiloton_TNT": "energy", "megaton_TNT": "energy", "US_liquid_barrel": "volume"}
NAMES = {frozenset(vector.items()): name for name, vector in reversed(VECTORS.items())}
