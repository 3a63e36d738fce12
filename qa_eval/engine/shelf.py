"""Results by their place in a run: in memory while they are few, else only where they are stored."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from qa_eval.dataset.packed import places
from qa_eval.journal import Stored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qa_eval.model import Question, Result

IN_MEMORY = 20_000  # results: some 20 MB
MISSING = (1 << 64) - 1


class Positions:
    """Numbers every answer that a run wants: by answerer, then question, then repetition, each in its order.

    ``asked`` are the questions by answerer; most share one sequence.
    """

    def __init__(self, asked: Mapping[str, Sequence[Question]], repeat: int) -> None:
        self.total = 0
        self._repeat = repeat
        self._answerers: dict[str, tuple[int, Mapping[str, int]]] = {}
        numbered: dict[int, Mapping[str, int]] = {}  # by the identity of the sequence
        for name, questions in asked.items():
            numbers = numbered.get(id(questions))
            if numbers is None:
                numbers = numbered[id(questions)] = places(questions)
            self._answerers[name] = self.total, numbers
            self.total += len(questions) * repeat

    def of(self, answerer: str, question_id: str, repeat: int) -> int:
        """Return the number of an answer. Raises KeyError when the run does not want it."""
        if not 0 <= repeat < self._repeat:
            raise KeyError(repeat)
        first, numbers = self._answerers[answerer]
        return first + numbers[question_id] * self._repeat + repeat


class Shelf:
    """Holds the last result of every position; ``folder`` is where they are stored, None: nowhere."""

    def __init__(self, positions: Positions, folder: Path | None) -> None:
        self._folder = folder
        self._taken = bytearray(positions.total)
        self._results: list[Result | None] | None = None
        self._places = array("Q")
        if folder is None or positions.total <= IN_MEMORY:
            self._results = [None] * positions.total
        else:
            self._places = array("Q", [MISSING]) * positions.total

    def put(self, position: int, result: Result, place: int) -> None:
        """Keep a result, whose line is at ``place``."""
        self._taken[position] = 1
        if self._results is None:
            self._places[position] = place
        else:
            self._results[position] = result

    def holds(self, position: int) -> bool:
        """Tell whether there is a result at a position."""
        return bool(self._taken[position])

    @property
    def full(self) -> bool:
        """Whether every answer that the run wants is here."""
        return 0 not in self._taken

    def results(self, other: str = "") -> Sequence[Result]:
        """Return the results in the order of their positions; ``other`` as in the journal that stores them."""
        if self._folder is not None and self._results is None:
            return Stored(self._folder, array("Q", (place for place in self._places if place != MISSING)), other)
        return tuple(result for result in self._results or () if result is not None)
