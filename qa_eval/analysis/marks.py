"""Right or wrong, in a byte an answer: a million of them fit where a mapping would not."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa_eval.pairs import Pairs

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

    def beside(self, other: Marks, documents: Abouts) -> Pairs:
        """Return how many questions about which document have which marks here and there; those that one of the two lacks are left out.

        All three must be of the same questions.
        """
        counts: Pairs = Counter()
        mine = len(self._marks)
        for (document, *row), count in Counter(
            zip(documents.numbers, *self._marks, *other._marks, strict=True)
        ).items():
            here, there = _marked(row[:mine]), _marked(row[mine:])
            if here and there:
                counts[document, here, there] += count
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


class Abouts(Mapping[str, int]):
    """Which document each question is about, by id: documents are told apart by numbers, of four bytes a question.

    ``places`` is as in ``Marks``. Questions that nothing was said of are about document 0, as all are where ``shared`` is false: no
    documents are then told apart.
    """

    def __init__(self, places: Mapping[str, int], *, shared: bool = True) -> None:
        self._places = places
        self._known: dict[str, int] = {}
        self.numbers: Sequence[int] = array("I", bytes(4 * len(places))) if shared else bytes(len(places))

    def add(self, name: str, document: str) -> None:
        """Say which document a question is about."""
        if isinstance(self.numbers, array):
            self.numbers[self._places[name]] = self._known.setdefault(document, len(self._known) + 1)

    def __getitem__(self, name: str) -> int:
        return self.numbers[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _marked(marks: Iterable[int]) -> tuple[bool, ...]:
    return tuple([mark == _RIGHT for mark in marks if mark])
