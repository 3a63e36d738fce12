"""The value that a quantity is read as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound

if TYPE_CHECKING:
    from fractions import Fraction


class Quantity(NamedTuple):
    """A number with what belongs to it, as read from ``text[start:end]`` (sign, currency, number and unit; no "up to").

    ``value`` is exact, the low end of a range, whose high end is ``high``. ``unit`` is canonical ("" for none written),
    ``noun`` what is counted when it is no unit ("troops"). ``step`` is the place value of the last digit written: 1 for
    "1,300", 1/10 for "15.5 cm", 100,000 for "3.5 million"; None for words and fractions. ``alternatives`` are further values
    of an ambiguous number ("1.300" is 1.3 or 1300), ``other_units`` further meanings of an ambiguous unit ("pounds").
    ``dated`` marks a number of a date or a time of day ("March 27", "in 2023", "6 pm"), which counts nothing.
    """

    value: Fraction
    high: Fraction | None
    unit: str
    noun: str
    step: Fraction | None
    bound: Bound
    approximate: bool
    ordinal: bool
    negated: bool
    parenthesised: bool
    start: int
    end: int
    text: str
    alternatives: tuple[Fraction, ...] = ()
    other_units: tuple[str, ...] = ()
    dated: bool = False


@dataclass(slots=True)
class Draft:
    """A quantity while it is being read, in token indexes.

    ``start`` and ``end`` hold sign, currency, number and unit; ``first`` and ``last`` also the words around that belong to
    it, "up to" and the noun.
    """

    value: Fraction
    start: int
    end: int
    first: int
    last: int
    step: Fraction | None
    scale: int
    alternatives: tuple[Fraction, ...]
    ordinal: bool
    fraction: bool
    digits: bool
    unit: str = ""
    other_units: tuple[str, ...] = ()
    unit_before: bool = False
    high: Fraction | None = None
    noun: str = ""
    bound: Bound = Bound.NONE
    approximate: bool = False
    negated: bool = False
    dated: bool = False
    identifier: bool = False
