"""Right or wrong, in a byte a question as long as each has one answer: a million of them fit where a mapping would not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NONE, _WRONG, _RIGHT = 0, 1, 2


class Marks(Mapping[str, tuple[bool, ...]]):
    """Whether each answer to a question is right, in the order in which they were added, by id.

    ``places`` gives the place of every question by its id; iteration follows it.

    >>> marks = Marks({"a": 0, "b": 1})
    >>> marks.add("b", right=True)
    >>> dict(marks)
    {'b': (True,)}
    """

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._first = bytearray(len(places))
        self._all: dict[str, tuple[bool, ...]] = {}  # of those that have more than one

    def add(self, name: str, *, right: bool) -> None:
        """Add the next answer to a question."""
        place = self._places[name]
        if self._first[place] == _NONE:
            self._first[place] = _RIGHT if right else _WRONG
        else:
            self._all[name] = (*self[name], right)

    def __getitem__(self, name: str) -> tuple[bool, ...]:
        if self._all and name in self._all:
            return self._all[name]
        first = self._first[self._places[name]]
        if first == _NONE:
            raise KeyError(name)
        return (first == _RIGHT,)

    def __iter__(self) -> Iterator[str]:
        return (name for name, place in self._places.items() if self._first[place])

    def __len__(self) -> int:
        return len(self._first) - self._first.count(_NONE)
