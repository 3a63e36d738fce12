"""Right or wrong, in a byte an answer: a million of them fit where a mapping would not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NONE, _WRONG, _RIGHT = 0, 1, 2


class Marks(Mapping[str, tuple[bool, ...]]):
    """Whether each answer to a question is right, in the order of the repetitions, by id.

    ``places`` gives the place of every question by its id; iteration follows it. Answers are added in any order.

    >>> marks = Marks({"a": 0, "b": 1})
    >>> marks.add("b", 1, right=False)
    >>> marks.add("b", 0, right=True)
    >>> dict(marks)
    {'b': (True, False)}
    """

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._marks = [bytearray(len(places))]  # a repetition each

    def add(self, name: str, repeat: int, *, right: bool) -> None:
        """Add the answer to a question that was asked for the ``repeat``-th time, from 0."""
        while repeat >= len(self._marks):
            self._marks.append(bytearray(len(self._places)))
        self._marks[repeat][self._places[name]] = _RIGHT if right else _WRONG

    @property
    def repeated(self) -> bool:
        """Whether a question has more than one answer."""
        return len(self._marks) > 1 and any(len(self[name]) > 1 for name in self)

    def beside(self, other: Marks) -> Counter[tuple[tuple[bool, ...], tuple[bool, ...]]]:
        """Return how many questions have which marks here and there; those that one of the two lacks are left out.

        Both must be of the same questions.
        """
        counts: Counter[tuple[tuple[bool, ...], tuple[bool, ...]]] = Counter()
        mine = len(self._marks)
        for row, count in Counter(zip(*self._marks, *other._marks, strict=True)).items():
            both = (_marked(row[:mine]), _marked(row[mine:]))
            if all(both):
                counts[both] += count
        return counts

    def __getitem__(self, name: str) -> tuple[bool, ...]:
        place = self._places[name]
        found = _marked(marks[place] for marks in self._marks)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        if len(self._marks) == 1:
            (marks,) = self._marks
            return (name for name, place in self._places.items() if marks[place])
        return (name for name, place in self._places.items() if any(marks[place] for marks in self._marks))

    def __len__(self) -> int:
        if len(self._marks) == 1:
            return len(self._places) - self._marks[0].count(_NONE)
        return sum(1 for _ in self)


def _marked(marks: Iterable[int]) -> tuple[bool, ...]:
    return tuple([mark == _RIGHT for mark in marks if mark])
