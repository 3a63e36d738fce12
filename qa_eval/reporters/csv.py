"""The report as a table, one row an answer."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Question, Result
    from qa_eval.report import Report

COLUMNS = (
    "id", "question", "type", "tags", "difficulty", "expected", "answerer", "repeat", "answer", "verdict", "value",
    "reason", "message", "read", "gold", "exact_match", "f1", "seconds", "attempts", "failure_kind", "failure",
    "accepted", "other_policy", "other_verdict", "other_reason", "prompt_tokens", "completion_tokens", "details",
    "reviewed_verdict", "review_note", "reviewer",
)  # fmt: skip
NOTHING = ("", "", "")  # for what comes in threes
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Reporter:
    """A CSV table, one row an answer, with its review; cells that a spreadsheet would run as a formula are quoted."""

    filename: ClassVar[str] = "results.csv"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the header, then a line for each result."""
        questions = report.questions
        yield _line(COLUMNS)
        for result in report.results:
            yield _line((*_cells(questions[result.question_id], result), *_reviewed(report, result)))


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a plain number stays as it is.

    >>> neutral("=1+1"), neutral("-5"), neutral("-x")
    ("'=1+1", '-5', "'-x")
    """
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _cells(question: Question, result: Result) -> list[str]:
    score, prediction = result.score, result.prediction
    failure, tokens, other = prediction.failure, prediction.tokens, score.other
    return [
        question.id, question.text, str(question.answer.type), " ".join(question.tags), question.difficulty,
        question.expected, result.answerer, str(result.repeat), prediction.text or "", str(score.verdict),
        f"{score.value:g}", str(score.reason), score.message, score.read, score.gold, str(int(score.exact_match)),
        f"{score.f1:.6g}", f"{prediction.seconds:.6f}", str(prediction.attempts),
        failure.kind if failure else "", failure.message if failure else "",
        " | ".join(question.accepted), *((other.policy, str(other.verdict), str(other.reason)) if other else NOTHING),
        str(tokens.prompt) if tokens else "", str(tokens.completion) if tokens else "",
        json.dumps(dict(prediction.details)) if prediction.details else "",
    ]  # fmt: skip


def _reviewed(report: Report, result: Result) -> tuple[str, ...]:
    review = report.review_of(result)
    return NOTHING if review is None else (str(review.verdict), review.note, review.reviewer)


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([neutral(cell) for cell in cells])
    return stream.getvalue()
