"""Stretches of a text, to look places up in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Spans:
    """Stretches of a text, joined where they overlap, to look places up in."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, place: int) -> bool:
        """Return whether a place lies in one of the stretches."""
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._ends[before]

    def touch(self, start: int, end: int) -> bool:
        """Return whether a stretch overlaps one of these."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and start < self._ends[before]


def holds(starts: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of some places in order lies between two.

    >>> holds([2, 9], 3, 8), holds([2, 9], 3, 10)
    (False, True)
    """
    place = bisect_left(starts, start)
    return place < len(starts) and starts[place] < end
