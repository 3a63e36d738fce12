"""CSV: a question or a result a row."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from qa_eval.exporting.card import stem
from qa_eval.exporting.rows import result_rows
from qa_eval.exporting.tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset, JsonValue


class Exporter:
    """CSV tables: several answers in one cell are a JSON list."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the questions in the plain form, without columns that are empty throughout."""
        rows = list(table_rows(dataset))
        kept = [name for name in rows[0] if name in ("answers", "type") or any(row[name] for row in rows)]
        return {f"{stem(dataset)}.csv": _lines(kept, ({name: row[name] for name in kept} for row in rows))}

    def results(self, run: Run) -> Files:
        """Return the results."""
        rows = list(result_rows({question.id: question for question in run.dataset.questions}, run.results))
        return {"results.csv": _lines(list(rows[0]) if rows else [], rows)}


def _lines(columns: list[str], rows: Iterable[dict[str, JsonValue]]) -> Iterator[bytes]:
    yield _line(columns)
    for row in rows:
        yield _line([_cell(value) for value in row.values()])


def _cell(value: JsonValue) -> str:
    if value is None or value == []:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else str(value)


def _line(cells: Iterable[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue().encode("utf-8", "backslashreplace")
