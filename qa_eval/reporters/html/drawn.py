"""The parts of the page that grow with its rows; those of a run that goes on are made as its answers come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.report import Report
from qa_eval.reporters.html.blocks import block
from qa_eval.reporters.html.columns import Answered, Asked, Names
from qa_eval.reporters.html.details import block as details_of
from qa_eval.reporters.html.rows import WINDOW, Rows, Window
from qa_eval.signature import Signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Dataset, Result


class Drawn:
    """What windows of rows add to the page, from the first one on: the columns of the list, and a block of details each.

    ``which`` rows open in full: all, failures or none.
    """

    def __init__(self, dataset: Dataset, columns: int, which: str) -> None:
        self.windows = 0
        self.reasons = Names()
        self.asked = Asked(dataset.documents.values())
        self.answered = [Answered(self.reasons) for _ in range(columns)]
        self.details: list[str] = []
        self._which = which

    def add(self, rows: Rows, window: Window) -> None:
        """Take the next window."""
        self.asked.add(window.questions)
        for column, one in enumerate(self.answered):
            one.add(window, column)
        if self._which != "none":
            self.details.append(block(f"d{self.windows}", details_of(rows, window, self._which)))
        self.windows += 1


class Coming:
    """The rows of a run of one answerer, which asks each question once: a window is made as soon as all its answers are there."""

    def __init__(self, dataset: Dataset, which: str) -> None:
        self._rows = Rows(Report(dataset, Signature(()), (), (), "running"))
        self._which = which
        self._cells: list[Result | None] = [None] * len(dataset.questions)
        self._left = [min(WINDOW, len(self._cells) - start) for start in range(0, len(self._cells), WINDOW)]
        self._made: list[Window] = []
        self._drawn = Drawn(dataset, 1, which)

    def take(self, results: Sequence[Result]) -> None:
        """Take results in, in whatever order they come."""
        for result in results:
            place = self._rows.places[result.question_id]
            if self._cells[place] is None:
                self._left[place // WINDOW] -= 1
            self._cells[place] = result
        while len(self._made) < len(self._left) and not self._left[len(self._made)]:
            start = len(self._made) * WINDOW
            part = slice(start, start + WINDOW)
            window = Window(start, self._rows.questions[part], (self._cells[part],), ([],))
            self._made.append(window)
            self._drawn.add(self._rows, window)

    def drawn(self, rows: Rows, which: str) -> Drawn | None:
        """Return what was made, where it is the beginning of these rows; None where it is not."""
        same = which == self._which and len(rows.columns) == 1 and self._drawn.windows == len(self._made)
        return self._drawn if same and all(map(_is_same, self._made, rows.windows())) else None


def _is_same(made: Window, window: Window) -> bool:
    return (
        len(made.questions) == len(window.questions)
        and not any(window.others)
        and all(one is other for one, other in zip(made.questions, window.questions, strict=True))
        and all(one is other for one, other in zip(made.cells[0], window.cells[0], strict=True))
    )
