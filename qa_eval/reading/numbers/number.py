"""One number as read, whatever it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(slots=True)
class Number:
    """A number at the tokens ``start`` to ``end`` (exclusive).

    ``step`` is the place value of the last digit written, None for words and fractions. ``scale`` is the factor of a scale
    word at its end ("3 million": 10**6), which a range may share with its low end. ``year`` marks a year in words.
    """

    value: Fraction
    start: int
    end: int
    step: Fraction | None = None
    scale: int = 1
    alternatives: tuple[Fraction, ...] = ()
    digits: bool = False
    ordinal: bool = False
    fraction: bool = False
    year: bool = False
