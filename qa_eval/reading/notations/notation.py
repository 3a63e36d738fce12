"""The value that a notation has."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Values: TypeAlias = tuple[Fraction, ...]
Found: TypeAlias = tuple[frozenset[Values], int, int]
"""What a stretch of text can mean, and its characters: start, end (exclusive)."""


class Kind(StrEnum):
    """What a notation tells, and in which unit."""

    TIME = "time"  # of day: minutes since midnight
    ELAPSED = "elapsed"  # seconds
    SCORE = "score"  # or ratio: its numbers in their order
    FACTOR = "factor"  # or how many times
    SIZE = "size"  # its sides in their order; millimetres, or plain numbers after a 0 where no unit is written


class Notation(NamedTuple):
    """One notation as it stands in a text, from ``start`` to ``end`` (exclusive).

    ``values`` holds everything that it can mean: "7:30" is two times of day.
    """

    kind: Kind
    values: frozenset[Values]
    start: int
    end: int
    text: str
