"""The report as a Parquet table, one row an answer: all of a run, however large, for pandas, DuckDB, Polars and their kin."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from qa_eval.model import Question, Result
    from qa_eval.report import Report

PART = 20_000  # rows that are held at once, a row group

COLUMNS = {
    "id": "string", "question": "string", "type": "string", "tags": "list", "difficulty": "string",
    "expected": "string", "accepted": "list", "answerer": "string", "repeat": "int32", "answer": "string",
    "verdict": "string", "value": "double", "reason": "string", "message": "string", "read": "string", "gold": "string",
    "exact_match": "bool", "f1": "double", "other_policy": "string", "other_verdict": "string", "other_reason": "string",
    "seconds": "double", "attempts": "int32", "prompt_tokens": "int64", "completion_tokens": "int64",
    "failure_kind": "string", "failure": "string", "details": "string",
    "reviewed_verdict": "string", "review_note": "string", "reviewer": "string",
}  # fmt: skip


class Reporter:
    """A Parquet table, one row an answer with its verdict, reason and review; made in parts, so it holds runs of any size."""

    filename: ClassVar[str] = "results.parquet"

    def render(self, report: Report) -> Iterable[bytes]:
        """Yield the file in pieces. What is empty in other reports is null here; ``details`` is JSON."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and no other reporter needs it
        from pyarrow import parquet  # noqa: PLC0415 - see above

        schema = _schema(pa)
        sink = io.BytesIO()
        questions = report.questions
        with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
            part: list[tuple[object, ...]] = []
            for result in report.results:
                part.append((*_cells(questions[result.question_id], result), *_reviewed(report, result)))
                if len(part) == PART:
                    writer.write_table(_table(pa, schema, part))
                    part.clear()
                    yield _taken(sink)
            writer.write_table(_table(pa, schema, part))
        yield sink.getvalue()


def _taken(sink: io.BytesIO) -> bytes:
    """Return what was written since the last time, and let go of it."""
    data = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return data


def _schema(pa: pa) -> pa.Schema:
    kinds = {
        "string": pa.string(), "list": pa.list_(pa.string()), "int32": pa.int32(), "int64": pa.int64(),
        "double": pa.float64(), "bool": pa.bool_(),
    }  # fmt: skip
    return pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])


def _table(pa: pa, schema: pa.Schema, rows: list[tuple[object, ...]]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)


def _cells(question: Question, result: Result) -> tuple[object, ...]:
    score, prediction = result.score, result.prediction
    failure, tokens, other = prediction.failure, prediction.tokens, score.other
    return (
        _text(question.id), _text(question.text), str(question.answer.type), [*_texts(question.tags)],
        _text(question.difficulty) or None, _text(question.expected), [*_texts(question.accepted)],
        _text(result.answerer), result.repeat, None if prediction.text is None else _text(prediction.text),
        str(score.verdict), score.value, str(score.reason), _text(score.message), _text(score.read), _text(score.gold),
        score.exact_match, score.f1,
        other.policy if other else None, str(other.verdict) if other else None, str(other.reason) if other else None,
        prediction.seconds, prediction.attempts,
        tokens.prompt if tokens else None, tokens.completion if tokens else None,
        failure.kind if failure else None, _text(failure.message) if failure else None,
        json.dumps(dict(prediction.details)) if prediction.details else None,
    )  # fmt: skip


def _reviewed(report: Report, result: Result) -> tuple[str | None, ...]:
    review = report.review_of(result)
    return (None, None, None) if review is None else (str(review.verdict), _text(review.note), _text(review.reviewer))


def _texts(texts: Iterable[str]) -> Iterator[str]:
    return map(_text, texts)


def _text(text: str) -> str:
    r"""Return a text that can be written as UTF-8: a lone surrogate becomes an escape.

    >>> _text("170 mm"), _text("\ud800")
    ('170 mm', '\\ud800')
    """
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
