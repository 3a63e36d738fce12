"""Questions and results as tables of ``datasets``: one type a column, whatever the question."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qa_eval.errors import UsageError
from qa_eval.exporting.rows import accepted, question_rows, result_rows
from qa_eval.model import Dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Run
    from qa_eval.model import JsonValue

_TEXTS = ("id", "question", "context", "type", "tolerance", "unit", "difficulty", "language", "derivation", "note")
_LISTS = ("answers", "tags", "evidence", "paraphrases", "accept", "reject")
_LISTS_OF_RESULTS = ("accepted", "tags")
_RESULTS = {
    "repeat": "int64", "value": "float64", "exact_match": "bool", "f1": "float64", "seconds": "float64", "attempts": "int64",
}  # fmt: skip


def to_datasets(source: Dataset | Run) -> Any:
    """Return the questions of a dataset, or the results of a run, as a ``datasets.Dataset``.

    A dataset's columns are those of the plain form: ``answers`` is a list of texts, empty when unanswerable, and of a
    question of type list each text is its items in JSON. A run has a row for each result. The library takes two seconds to
    import.

    >>> from qa_eval import dataset
    >>> to_datasets(dataset.of_content({"questions": [{"id": "a", "question": "How long?", "answers": ["155 m"]}]}, "x"))[0]["type"]
    'quantity'
    """
    import datasets  # noqa: PLC0415 - takes two seconds

    datasets.disable_progress_bars()
    text = datasets.Value("string")
    if isinstance(source, Dataset):
        features = {name: datasets.List(text) if name in _LISTS else text for name in (*_TEXTS, *_LISTS)}
        rows = list(table_rows(source))
        name = source.name
        kept = {key: feature for key, feature in features.items() if key in _NEEDED or any(row[key] for row in rows)}
        rows = [{key: row[key] for key in kept} for row in rows]
    else:
        rows = list(result_rows({question.id: question for question in source.dataset.questions}, source.results))
        if not rows:
            raise UsageError("the run has no result yet", hint="qa-eval run --resume goes on with it")
        kept = {
            key: datasets.List(text) if key in _LISTS_OF_RESULTS else datasets.Value(_RESULTS.get(key, "string"))
            for key in rows[0]
        }
        name = source.dataset.name
    info = datasets.DatasetInfo(dataset_name=name, features=datasets.Features(kept))
    return datasets.Dataset.from_list(rows, features=info.features, info=info)


_NEEDED = ("id", "question", "answers", "context", "type")


def table_rows(dataset: Dataset) -> Iterator[dict[str, JsonValue]]:
    """Yield each question as a row with every column: None or an empty list where it has none."""
    for question, row in zip(dataset.questions, question_rows(dataset), strict=True):
        yield {
            **{name: row.get(name) for name in _TEXTS},
            **{name: _cells(row.get(name)) for name in _LISTS},
            "answers": _cells(accepted(question)),
        }


def _cells(values: JsonValue) -> list[JsonValue]:
    """Return the values of a cell as texts: what is more than a text is written as JSON."""
    found = values if isinstance(values, list) else []
    return [value if isinstance(value, str) else _said(value) for value in found]


def _said(value: JsonValue) -> str:
    if isinstance(value, dict):  # evidence that occurs more than once: a table keeps the quote alone
        return str(value.get("quote", ""))
    return json.dumps(value, ensure_ascii=False)
