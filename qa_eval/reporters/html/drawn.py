"""The parts of the page that grow with its rows; those of a run that goes on are made as its answers come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.report import Report
from qa_eval.reporters.html.blocks import block
from qa_eval.reporters.html.columns import Answered, Asked, Names
from qa_eval.reporters.html.details import Block
from qa_eval.reporters.html.rows import PART, WINDOW, Rows, Window
from qa_eval.signature import Signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Dataset, Result


class Drawn:
    """What windows of rows, or parts of them, add to the page, from the first one on: the columns of the list, and a block of
    details for each window.

    ``which`` rows open in full: all, failures or none. ``rows`` counts what was added.
    """

    def __init__(self, dataset: Dataset, columns: int, which: str) -> None:
        self.rows = 0
        self.reasons = Names()
        self.asked = Asked(dataset.documents.values())
        self.answered = [Answered(self.reasons) for _ in range(columns)]
        self.details: list[str] = []
        self._which = which
        self._begun = Block(which)

    def add(self, rows: Rows, part: Window) -> None:
        """Take the next rows, none from beyond their window."""
        self.asked.add(part.questions)
        for column, one in enumerate(self.answered):
            one.add(part, column)
        self.rows += len(part.questions)
        if self._which == "none":
            return
        self._begun.add(rows, part)
        if self.rows % WINDOW == 0 or self.rows == len(rows.questions):
            self.details.append(block(f"d{len(self.details)}", self._begun.pieces()))
            self._begun = Block(self._which)


class Coming:
    """The rows of a run of one answerer, which asks each question once: a part is drawn as soon as all answers to it are there."""

    def __init__(self, dataset: Dataset, which: str) -> None:
        self._rows = Rows(Report(dataset, Signature(()), (), (), "running"))
        self._which = which
        self._cells: list[Result | None] = [None] * len(dataset.questions)
        self._left = [min(PART, len(self._cells) - start) for start in range(0, len(self._cells), PART)]
        self._made: list[Window] = []
        self._drawn = Drawn(dataset, 1, which)

    def take(self, results: Sequence[Result]) -> None:
        """Take results in, in whatever order they come."""
        for result in results:
            place = self._rows.places[result.question_id]
            if self._cells[place] is None:
                self._left[place // PART] -= 1
            self._cells[place] = result
        while len(self._made) < len(self._left) and not self._left[len(self._made)]:
            start = len(self._made) * PART
            those = slice(start, start + PART)
            part = Window(start, self._rows.questions[those], (self._cells[those],), ([],))
            self._made.append(part)
            self._drawn.add(self._rows, part)

    def drawn(self, rows: Rows, which: str) -> Drawn | None:
        """Return what was made, where it is the beginning of these rows; None where it is not."""
        drawn = self._drawn.rows == sum(len(part.questions) for part in self._made)  # the last one, too
        same = which == self._which and len(rows.columns) == 1 and drawn and len(rows.questions) == len(self._cells)
        return self._drawn if same and all(map(_is_same, self._made, rows.windows(size=PART))) else None


def _is_same(made: Window, part: Window) -> bool:
    return (
        len(made.questions) == len(part.questions)
        and not any(part.others)
        and all(one is other for one, other in zip(made.questions, part.questions, strict=True))
        and all(one is other for one, other in zip(made.cells[0], part.cells[0], strict=True))
    )
