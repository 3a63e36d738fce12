"""The rows and columns of a report: which questions, whose answers, and what changed from another run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.compare import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


class Rows:
    """The rows of a report in order: the questions that were asked, then those that only the baseline has answers to.

    A run that was cut off has a row for every question. ``columns`` are the pairs of answerer and repeat; ``cells[column]`` holds a result or None a row.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.answerers = list(
            dict.fromkeys(
                [*(summary.answerer for summary in report.summaries), *(result.answerer for result in report.results)]
            )
        )
        self.columns = sorted(
            {(self.answerers.index(result.answerer), result.repeat) for result in report.results}
        ) or [(place, 0) for place in range(len(self.answerers))]
        self.comparisons = report.comparisons
        self.own = {question.id for question in report.dataset.questions}
        self.questions = _questions(report, self.comparisons)
        self.places = {question.id: place for place, question in enumerate(self.questions)}
        self.earlier = {} if report.baseline is None else report.baseline.questions
        self.cells = [self._cells(report.results, self.answerers[place], repeat) for place, repeat in self.columns]
        self.others = [self._others(self.answerers[place], repeat) for place, repeat in self.columns]

    def dataset_of(self, place: int) -> Dataset:
        """Return the dataset that the question of this row is from."""
        report = self.report
        own = self.questions[place].id in self.own
        return report.dataset if own or report.baseline is None else report.baseline.dataset

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

    def _cells(self, results: Iterable[Result], answerer: str, repeat: int) -> list[Result | None]:
        cells: list[Result | None] = [None] * len(self.questions)
        for result in results:
            if result.answerer == answerer and result.repeat == repeat and result.question_id in self.places:
                cells[self.places[result.question_id]] = result
        return cells

    def _others(self, answerer: str, repeat: int) -> list[Result | None]:
        baseline = self.report.baseline
        pairing = next((comparison for comparison in self.comparisons if comparison.answerer == answerer), None)
        if baseline is None or pairing is None:
            return []
        return self._cells(baseline.results, pairing.other, repeat)


def _questions(report: Report, comparisons: Sequence[Comparison]) -> list[Question]:
    questions = report.questions
    joined = {pair.question_id for comparison in comparisons for pair in comparison.pairs}
    asked = joined.union(result.question_id for result in report.results)
    listed = [q for q in questions.values() if q.id in asked or report.state != "complete"]
    if report.baseline is not None:
        listed += [q for q in report.baseline.dataset.questions if q.id not in questions and q.id in joined]
    return listed
