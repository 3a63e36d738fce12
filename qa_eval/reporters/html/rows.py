"""The rows and columns of a report: which questions, whose answers, and what changed from another run."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.compare import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from qa_eval.compare import Comparison
    from qa_eval.model import Dataset, Question, Result
    from qa_eval.report import Report

CHANGES = {
    Change.FIXED: "f",
    Change.REGRESSED: "r",
    Change.BOTH_CORRECT: "c",
    Change.NEITHER_CORRECT: "n",
    Change.ONLY_HERE: "h",
    Change.ONLY_THERE: "t",
    Change.QUESTION_CHANGED: "q",
}
NONE = "-"
COMPLETE = "complete"
WINDOW = 512  # rows that are read together
PART = 64  # rows of a window that are drawn together while answers come


class Window(NamedTuple):
    """Rows that are read together: their questions, and for each column a result or None a row, here and in the other run."""

    start: int
    questions: Sequence[Question]
    cells: tuple[Sequence[Result | None], ...]
    others: tuple[Sequence[Result | None], ...]


class Cells:
    """A column of many results, a result or None a row, read from where they are kept."""

    def __init__(self, results: Sequence[Result], places: array[int]) -> None:
        self._results = results
        self._places = places  # of each row's result, -1: none

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, rows: slice) -> list[Result | None]:
        places = self._places[rows]
        first = places[0]
        if first >= 0 and all(place == first + step for step, place in enumerate(places)):
            return list(self._results[first : first + len(places)])
        return [None if place < 0 else self._results[place] for place in places]


class Rows:
    """The rows of a report in order: the questions that were asked, then those that only the baseline has answers to.

    A run that was cut off has a row for every question. ``columns`` are the pairs of answerer and repeat; ``cells[column]`` holds a result or None a row.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self._own = report.numbers
        pairs = _answered(report)
        self.answerers = list(
            dict.fromkeys([*(summary.answerer for summary in report.summaries), *(name for name, _ in pairs)])
        )
        self.columns = sorted((self.answerers.index(name), repeat) for name, repeat in pairs) or [
            (place, 0) for place in range(len(self.answerers))
        ]
        self.comparisons = report.comparisons
        self.questions = _questions(report, self.comparisons, _wanted(report, pairs.values()))
        self.places: Mapping[str, int] = (
            self._own
            if self.questions is report.dataset.questions
            else {question.id: place for place, question in enumerate(self.questions)}
        )
        self.earlier = {} if report.baseline is None else report.baseline.questions
        self.cells = [self._column(pairs.get((self.answerers[place], repeat))) for place, repeat in self.columns]
        self.others = [self._others(self.answerers[place], repeat) for place, repeat in self.columns]

    def windows(self, start: int = 0, size: int = WINDOW) -> Iterator[Window]:
        """Yield the rows from ``start`` on, up to a multiple of ``size`` at a time."""
        while start < len(self.questions):
            part = slice(start, start - start % size + size)
            yield Window(
                start,
                self.questions[part],
                tuple(cells[part] for cells in self.cells),
                tuple(others[part] for others in self.others),
            )
            start = part.stop

    def dataset_of(self, place: int) -> Dataset:
        """Return the dataset that the question of this row is from."""
        report = self.report
        own = report.baseline is None or self.questions[place].id in self._own
        return report.dataset if own or report.baseline is None else report.baseline.dataset

    def digests(self, window: Window) -> str:
        """Return the digests of a window's questions, one after another."""
        report, n = self.report, len(window.questions)
        if self.questions is report.dataset.questions:
            return report.digests_of(window.start, window.start + n)
        return "".join(map(report.digest_of, window.questions))

    def comparison(self, column: int) -> Comparison | None:
        """Return the comparison that a column's answerer stands in."""
        name = self.answerers[self.columns[column][0]]
        return next((comparison for comparison in self.comparisons if comparison.answerer == name), None)

    def changes(self, column: int) -> str:
        """Return one code of CHANGES a row."""
        codes = [NONE] * len(self.questions)
        comparison, repeat = self.comparison(column), self.columns[column][1]
        for pair in comparison.pairs if comparison else ():
            if pair.repeat == repeat and pair.question_id in self.places:
                codes[self.places[pair.question_id]] = CHANGES[pair.change]
        return "".join(codes)

    def _column(self, answered: array[int] | None) -> Cells | list[Result | None]:
        """Return the cells of a column out of where each question's result stands."""
        results = self.report.results
        at = answered or array("q", [-1]) * len(self._own)
        if self.questions is not self.report.dataset.questions:
            at = array(
                "q", (at[self._own[question.id]] if question.id in self._own else -1 for question in self.questions)
            )
        if not isinstance(results, tuple | list):  # so many that they stay on disk
            return Cells(results, at)
        return [None if place < 0 else results[place] for place in at]

    def _cells(self, results: Sequence[Result], answerer: str, repeat: int) -> Cells | list[Result | None]:
        if not isinstance(results, tuple | list):  # so many that they stay on disk
            at = array("q", [-1]) * len(self.questions)
            for number, result in enumerate(results):
                if result.answerer == answerer and result.repeat == repeat and result.question_id in self.places:
                    at[self.places[result.question_id]] = number
            return Cells(results, at)
        cells: list[Result | None] = [None] * len(self.questions)
        for result in results:
            if result.answerer == answerer and result.repeat == repeat and result.question_id in self.places:
                cells[self.places[result.question_id]] = result
        return cells

    def _others(self, answerer: str, repeat: int) -> Cells | list[Result | None]:
        baseline = self.report.baseline
        pairing = next((comparison for comparison in self.comparisons if comparison.answerer == answerer), None)
        if baseline is None or pairing is None:
            return []
        return self._cells(baseline.results, pairing.other, repeat)


def _answered(report: Report) -> dict[tuple[str, int], array[int]]:
    """Return where each question's result stands among the results, -1: nowhere, by answerer and repeat."""
    seen = report.seen
    nowhere = array("q", [-1]) * len(report.numbers)
    found = [nowhere[:] for _ in seen.columns]
    for place, (number, column) in enumerate(zip(seen.numbers, seen.columns_of, strict=True)):
        if number >= 0:
            found[column][number] = place
    return dict(zip(seen.columns, found, strict=True))


def _wanted(report: Report, answered: Collection[array[int]]) -> Sequence[bool]:
    """Tell of each question whether it has a row."""
    if report.state != COMPLETE:
        return [True] * len(report.dataset.questions)
    return [max(places) >= 0 for places in zip(*answered, strict=True)] or [False] * len(report.dataset.questions)


def _questions(report: Report, comparisons: Sequence[Comparison], wanted: Sequence[bool]) -> Sequence[Question]:
    """Return the questions that have a row: the dataset's own sequence, which may be packed, where all of them have."""
    if report.baseline is None:
        if all(wanted):
            return report.dataset.questions
        return [question for question, has in zip(report.dataset.questions, wanted, strict=True) if has]
    numbers = report.numbers
    joined = {pair.question_id for comparison in comparisons for pair in comparison.pairs}
    listed = [q for q, has in zip(report.dataset.questions, wanted, strict=True) if has or q.id in joined]
    return listed + [q for q in report.baseline.dataset.questions if q.id not in numbers and q.id in joined]
