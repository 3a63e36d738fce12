"""Texts that say one quantity in several units: "5.97 m (19 ft 7 in)"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert, dimension
from qa_eval.reading.units.expressions import CODES

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_IN_BRACKETS = regex(r"\s*(?P<first>[^()\[\]]{1,80}?)\s*[(\[]\s*(?P<others>[^()\[\]]{1,80}?)\s*[)\]]\s*\.?\s*")
_SLASHED = regex(
    r"\s*(?P<first>\d[^/]{0,30}?[^/\d\s])\s?/\s?(?P<others>\d[^/]{0,30}(?:/[a-z]{1,4})?)\s*"
)  # "180 °C/350 °F"
_BETWEEN = regex(r"\s*[;/]\s*|\s*,\s+")
_MEASURED = {"mass", "volume"}
_MOST_OFF = 20  # what is said again may be off by a twentieth of it: people round


@lru_cache(maxsize=512)
def twofold(text: str) -> tuple[str, ...]:
    """Return the texts in which one quantity is said in several units, the text itself where that is not so.

    >>> twofold("5.97 m (19 ft 7 in)"), twofold("12 km (7.5 mi; 6.5 nmi)"), twofold("12 km (2019)")
    (('5.97 m', '19 ft 7 in'), ('12 km', '7.5 mi', '6.5 nmi'), ('12 km (2019)',))
    """
    found = _IN_BRACKETS.fullmatch(text) if text.rstrip(". ")[-1:] in {")", "]"} else None
    found = found or (_SLASHED.fullmatch(text) if "/" in text else None)
    if found is None:
        return (text,)
    first, others = read_quantity(found["first"]), _BETWEEN.split(found["others"])
    if first is None or not all((read := read_quantity(other)) and _is_same(first, read) for other in others):
        return (text,)
    return (found["first"], *others)


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities of different units are one, as far as can be told: what a currency is worth cannot, nor what a tablet holds."""
    if one.noun and not one.unit and dimension(other.unit) in _MEASURED:
        return True
    if not one.unit or not other.unit or one.unit == other.unit:
        return False
    if one.unit in CODES and other.unit in CODES:
        return True
    if {dimension(one.unit), dimension(other.unit)} == _MEASURED:
        return True  # "100 g (½ cup)": of what, is not known
    there = convert(one.value, one.unit, other.unit)
    return there is not None and abs(there - other.value) * _MOST_OFF <= abs(there)
