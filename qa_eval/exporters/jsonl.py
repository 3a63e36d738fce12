"""JSON lines: a question or a result a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qa_eval.exporting.card import stem
from qa_eval.exporting.rows import question_rows, result_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset, JsonValue


class Exporter:
    """JSON lines: questions that read back as the same, results one a line."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the questions, in the plain form where that says all."""
        return {f"{stem(dataset)}.jsonl": _lines(question_rows(dataset))}

    def results(self, run: Run) -> Files:
        """Return the results."""
        questions = {question.id: question for question in run.dataset.questions}
        return {"results.jsonl": _lines(result_rows(questions, run.results))}


def _lines(rows: Iterable[dict[str, JsonValue]]) -> Iterator[bytes]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
