"""Quantities in a short form for people."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.counting import ordinal_suffix
from qa_eval.reading.units.expressions import factors_of
from qa_eval.reading.units.symbols import SYMBOLS

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Quantity

_MOST_DECIMALS = 12
_GREAT = 10**18
_SUPERSCRIPTS = {2: "²", 3: "³"}
_BEFORE_NUMBER = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_GLUED = {"percent", "permille", "degree"}
_WORDS = {"cent": "cents", "penny": "pence", "year": "years", "month": "months", "day": "days", "week": "weeks"}
_SHORT_DECIMALS = 3
_CHAINS = {
    "foot": (("ft", 1), ("in", 12)), "hour": (("h", 1), ("min", 60), ("s", 60)), "minute": (("min", 1), ("s", 60)),
    "pound": (("lb", 1), ("oz", 16)), "stone": (("st", 1), ("lb", 14)), "day": (("days", 1), ("h", 24), ("min", 60)),
    "year": (("years", 1), ("months", 12)),
}  # fmt: skip


def written(quantity: Quantity) -> str:
    """Return a short form for people, always the same for the same quantity.

    A number that no decimal shows exactly is written as a fraction.

    >>> from qa_eval.reading.quantities import read_quantities
    >>> [written(quantity) for quantity in read_quantities("up to twelve hundred sq km, two thirds, or $5 to 10 million")]
    ['up to 1,200 km²', '2/3', '$5,000,000–10,000,000']
    """
    rank = ordinal_suffix(abs(quantity.value.numerator)) if quantity.ordinal else ""
    number = f"{_number(quantity.value)}{rank}"
    if quantity.dated and not quantity.ordinal and quantity.value.denominator == 1:
        number = f"{quantity.value}–{quantity.high}" if quantity.high is not None else str(quantity.value)
    elif quantity.high is not None:
        number = f"{number}–{_number(quantity.high)}"
    parts = ["not"] if quantity.negated else []
    if quantity.bound is not Bound.NONE:
        parts.append(str(quantity.bound))
    if quantity.approximate:
        parts.append("about")
    with_unit = _with_unit(number, quantity)
    return " ".join([*parts, with_unit]) if parts else with_unit


def _with_unit(number: str, quantity: Quantity) -> str:
    unit = quantity.unit
    if not unit:
        return f"{number} {quantity.noun}" if quantity.noun else number
    parts = _parts(quantity) if unit in _CHAINS and quantity.high is None else ""
    if parts:
        return parts
    first, _, rest = unit.partition(" / ")
    if first in _BEFORE_NUMBER:
        sign, bare = ("−", number[1:]) if number.startswith("−") else ("", number)
        return f"{sign}{_BEFORE_NUMBER[first]}{bare}{f' per {_symbols(rest)}' if rest else ''}"
    if unit in _GLUED:
        return number + SYMBOLS[unit]
    if unit.startswith("1 / "):
        return " ".join(word for word in (number, quantity.noun, _symbols(unit)) if word)
    shown = (_WORDS.get(unit) if number != "1" else None) or _symbols(unit) or quantity.noun
    return f"{number} {shown}" if shown else number


def _parts(quantity: Quantity) -> str:
    """Return "6 ft 1 in" or "2 h 5 min 3 s" where a plain decimal would be long; "" where not."""
    if _decimals(quantity.value.denominator) <= _SHORT_DECIMALS:
        return ""
    value = abs(quantity.value)
    shown: list[str] = []
    for place, (symbol, size) in enumerate(_CHAINS[quantity.unit]):
        whole, value = divmod(value * size, 1)
        if whole or not place:
            shown.append(f"{whole:,} {symbol}")
    return ("−" if quantity.value < 0 else "") + " ".join(shown) if not value else ""


@lru_cache(maxsize=4096)
def _symbols(unit: str) -> str:
    over: list[str] = []
    under: list[str] = []
    for name, power in factors_of(unit):
        symbol = SYMBOLS.get(name, name.replace("_", " ")) + _SUPERSCRIPTS.get(abs(power), "")
        (over if power > 0 else under).append(symbol)
    top = "·".join(over)
    return f"{top}/{'/'.join(under)}" if under and top else f"per {' per '.join(under)}" if under else top


def _number(value: Fraction) -> str:
    whole, under = value.as_integer_ratio()
    if under == 1 and 0 <= whole < _GREAT:
        return f"{whole:,}"
    sign, value = ("−", -value) if whole < 0 else ("", value)
    if under == 1:
        return sign + ((_scientific(value) if value >= _GREAT else "") or f"{value.numerator:,}")
    decimals = _decimals(value.denominator)
    if decimals > _MOST_DECIMALS:
        return sign + (_scientific(value) or _fraction(value))
    shifted = value.numerator * 10**decimals // value.denominator
    whole, part = divmod(shifted, 10**decimals)
    return f"{sign}{whole:,}.{part:0{decimals}d}"


def _fraction(value: Fraction) -> str:
    whole, rest = divmod(value, 1)
    part = f"{rest.numerator:,}/{rest.denominator:,}"
    return f"{whole:,} {part}" if whole else part


def _scientific(value: Fraction) -> str:
    """Return "1.67e-27" where so few digits are exact, otherwise ""."""
    short = f"{Decimal(value.numerator) / Decimal(value.denominator):.12e}"
    if Fraction(short) != value:
        return ""
    mantissa, _, exponent = short.partition("e")
    return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"


def _decimals(denominator: int) -> int:
    """Return how many decimals show a fraction exactly, more than _MOST_DECIMALS if no number of them does."""
    for decimals in range(1, _MOST_DECIMALS + 1):
        if 10**decimals % denominator == 0:
            return decimals
    return _MOST_DECIMALS + 1
