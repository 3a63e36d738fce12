"""Unit words to canonical units, their dimensions, and exact conversion."""

from __future__ import annotations

from fractions import Fraction

_SIMPLE = {
    "km": "kilometre", "kilometre": "kilometre", "kilometer": "kilometre", "m": "metre", "metre": "metre", "meter": "metre",
    "cm": "centimetre", "centimetre": "centimetre", "centimeter": "centimetre", "mm": "millimetre", "millimetre": "millimetre",
    "millimeter": "millimetre", "mile": "mile", "mi": "mile", "inch": "inch", "inches": "inch", "in": "inch", "foot": "foot",
    "feet": "foot", "ft": "foot", "yard": "yard", "kg": "kilogram", "kilogram": "kilogram", "g": "gram", "gram": "gram",
    "tonne": "tonne", "t": "tonne", "ton": "ton", "lb": "pound", "pound": "pound", "second": "second", "s": "second",
    "minute": "minute", "min": "minute", "hour": "hour", "h": "hour", "day": "day", "week": "week", "month": "month",
    "year": "year", "percent": "percent", "per cent": "percent", "%": "percent", "dollar": "USD", "$": "USD", "usd": "USD",
    "€": "EUR", "euro": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "°c": "degree_Celsius", "°f": "degree_Fahrenheit",
}  # fmt: skip
_LENGTH = {"kilometre": "1000", "metre": "1", "centimetre": "1/100", "millimetre": "1/1000", "mile": "1609344/1000",
           "inch": "254/10000", "foot": "3048/10000", "yard": "9144/10000"}  # fmt: skip
_MASS = {"kilogram": "1", "gram": "1/1000", "tonne": "1000", "pound": "45359237/100000000"}
_TIME = {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"}
_KINDS = {"length": _LENGTH, "mass": _MASS, "time": _TIME}


def canonical(word: str) -> str | None:
    """Return the canonical name of a unit as people write it, None when it is none.

    >>> canonical("sq km")
    'kilometre ** 2'
    """
    text = " ".join(word.lower().split())
    for mark in ("square ", "sq ", "sq. "):
        if text.startswith(mark):
            inner = canonical(text[len(mark) :])
            return f"{inner} ** 2" if inner else None
    for mark in ("²", "^2"):
        if text.endswith(mark):
            inner = canonical(text[: -len(mark)])
            return f"{inner} ** 2" if inner else None
    return _SIMPLE.get(text) or _SIMPLE.get(text.removesuffix("s"))


def dimension(unit: str) -> str:
    """Return what kind of thing a canonical unit measures: "length", "area", "money", …"""
    atom, _, power = unit.partition(" ** ")
    for kind, table in _KINDS.items():
        if atom in table:
            return "area" if power == "2" else kind
    if unit in {"USD", "EUR", "GBP"}:
        return "money"
    return "ratio" if unit == "percent" else unit


def convert(value: Fraction, unit: str, to: str) -> Fraction | None:
    """Return ``value`` of ``unit`` in ``to``, exactly; None when they measure different things."""
    if unit == to:
        return value
    atom, _, power = unit.partition(" ** ")
    other, _, other_power = to.partition(" ** ")
    for table in _KINDS.values():
        if atom in table and other in table and power == other_power:
            return value * (Fraction(table[atom]) / Fraction(table[other])) ** int(power or 1)
    return None
