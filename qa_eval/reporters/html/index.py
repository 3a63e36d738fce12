"""The index of a report: what the page lists, filters and counts, a column a field."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Verdict
from qa_eval.reporters.html.near import near_miss
from qa_eval.reporters.html.rows import NONE
from qa_eval.reporters.html.rules import KEYS, NOTICES, RULES, SEARCH, TEXTS, UNKNOWN, hidden_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.analysis.section import Section
    from qa_eval.compare import Comparison
    from qa_eval.model import Document, JsonValue, Result
    from qa_eval.report import Report
    from qa_eval.reporters.html.rows import Rows
    from qa_eval.summary import Summary

SCHEMA = 1
SHELF = 200_000  # characters of documents in a block, at least one document
SHORT = 160  # characters of a text in the list; the whole stands in its detail block
CODES = {Verdict.CORRECT: "c", Verdict.INCORRECT: "i", Verdict.ABSTAINED: "a", Verdict.FAILED: "f"}


def index(rows: Rows, details: str) -> dict[str, JsonValue]:
    """Return the index; ``details`` says which rows have a detail block: all, failures or none."""
    report = rows.report
    reasons = _Names()
    head: dict[str, JsonValue] = {
        "schema": SCHEMA,
        "details": details,
        "run": _run(report),
        "baseline": None if report.baseline is None else _run(report.baseline),
        "answerers": list(rows.answerers),
        "columns": [list(column) for column in rows.columns],
        "documents": [
            {"id": document.id, "title": document.title, "sha256": document.sha256, "block": number}
            for number, shelf in enumerate(shelves(report.dataset.documents.values()))
            for document in shelf
        ],
        "summaries": [_summary(summary) for summary in report.summaries],
        "reviews": [review.to_json() for review in report.reviews],
        "policies": _policies(report),
        "findings": [_finding(one) for one in report.analysis.sections],
        "comparisons": [_comparison(rows, comparison) for comparison in rows.comparisons],
        "rows": _rows(rows),
        "cells": [_column(rows, place, reasons) for place in range(len(rows.columns))],
    }
    rules: dict[str, JsonValue] = {**RULES}
    rules.update((str(name), UNKNOWN) for name in reasons.names if str(name) not in RULES)
    explained: dict[str, JsonValue] = {"keys": [list(row) for row in KEYS], "search": [list(row) for row in SEARCH]}
    return {
        **head,
        "reasons": reasons.names,
        "rules": rules,
        "help": explained,
        "hidden": {**hidden_names()},
        "notices": NOTICES,
        "texts": {**TEXTS},
    }


def _finding(section: Section) -> dict[str, JsonValue]:
    return {
        "title": section.title,
        "heads": [*section.columns],
        "rows": [[*row] for row in section.rows],
        "notes": [*section.notes],
        "curves": [
            {
                "title": curve.title,
                "heads": [curve.across, curve.up],
                "rows": [[*point] for point in curve.points],
                "top": curve.top,
            }
            for curve in section.curves
        ],
    }


def shelves(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in order, as many together as fit into a block."""
    shelf: list[Document] = []
    size = 0
    for document in documents:
        if shelf and size + len(document.text) > SHELF:
            yield shelf
            shelf, size = [], 0
        shelf.append(document)
        size += len(document.text)
    if shelf:
        yield shelf


class _Names:
    """Numbers names in the order in which they come."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, name: str) -> int:
        return self._places.setdefault(name, len(self._places))

    @property
    def names(self) -> list[JsonValue]:
        return list(self._places)


def short(text: str) -> str:
    """Cut a text to what the list shows; what follows is marked by an ellipsis."""
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


def _run(report: Report) -> dict[str, JsonValue]:
    dataset = report.dataset
    return {
        "name": dataset.name,
        "version": dataset.version,
        "description": dataset.description,
        "licence": dataset.licence,
        "dataset": dataset.sha256,
        "path": dataset.path,
        "questions": len(dataset.questions),
        "state": report.state,
        "folder": report.folder,
        "digest": report.digest,
        "signature": [list(entry) for entry in report.signature.entries],
        "qa_eval": dict(report.signature.entries).get("qa_eval", ""),
    }


def _policies(report: Report) -> list[JsonValue]:
    """Return the name of the policy that decided and of the one beside it; empty where answers have one opinion only."""
    other = next((result.score.other.policy for result in report.results if result.score.other), None)
    return [] if other is None else [dict(report.signature.entries).get("scorer", "this run"), other]


def _summary(summary: Summary) -> dict[str, JsonValue]:
    return {
        "answerer": summary.answerer,
        "expected": summary.expected,
        "n": summary.overall.n,
        "exact": summary.overall.exact_match,
        "f1": summary.overall.mean_f1,
        "attempts": summary.attempts,
        "tokens": [summary.prompt_tokens, summary.completion_tokens],
        "failures": dict(summary.failures),
    }


def _comparison(rows: Rows, comparison: Comparison) -> dict[str, JsonValue]:
    slices: dict[tuple[str, str], list[str]] = {}
    for question in rows.questions:
        for key in (
            ("type", str(question.answer.type)),
            *([("difficulty", question.difficulty)] if question.difficulty else []),
            *(("tag", tag) for tag in question.tags),
        ):
            slices.setdefault(key, []).append(question.id)
    among: list[JsonValue] = []
    for (kind, name), ids in sorted(slices.items()):
        among.append({"kind": kind, "name": name, **_paired(comparison, ids)})
    return {
        "answerer": comparison.answerer,
        "other": comparison.other,
        **_paired(comparison, None),
        "slices": among,
    }


def _paired(comparison: Comparison, ids: Sequence[str] | None) -> dict[str, JsonValue]:
    paired = comparison.paired(ids)
    return {
        **asdict(paired),
        "n": paired.n,
        "difference": paired.difference,
        "interval": None if paired.interval is None else list(paired.interval),
        "p": paired.p,
    }


def _rows(rows: Rows) -> dict[str, JsonValue]:
    types, difficulties, tags, documents = _Names(), _Names(), _Names(), list(rows.report.dataset.documents)
    places = {name: place for place, name in enumerate(documents)}
    # one pass, as each may make the questions anew
    fields = [
        (
            question.id,
            short(question.text),
            short(question.answer.text),
            types.place(str(question.answer.type)),
            difficulties.place(question.difficulty),
            [tags.place(tag) for tag in question.tags],
            places.get(question.document_id, -1),
        )
        for question in rows.questions
    ]
    names = ("id", "text", "expected", "type", "difficulty", "tags", "document")
    columns = zip(*fields, strict=True) if fields else ((),) * len(names)
    table: dict[str, JsonValue] = {name: [*column] for name, column in zip(names, columns, strict=True)}
    return {**table, "types": types.names, "difficulties": difficulties.names, "tagNames": tags.names}


def _column(rows: Rows, column: int, reasons: _Names) -> dict[str, JsonValue]:
    cells, others = rows.cells[column], rows.others[column]
    # one pass, as every one may read the results from disk
    fields = [_NO_CELL if cell is None else _fields(cell, reasons) for cell in cells]
    verdicts, codes, got, ms, near, confidence, cost, opinions = zip(*fields, strict=True) if fields else [()] * 8
    data: dict[str, JsonValue] = {
        "verdict": "".join(verdicts),
        "reason": [*codes],
        "got": [*got],
        "ms": [*ms],
        "near": "".join(near),
    }
    for name, values in (("confidence", confidence), ("cost", cost)):
        data[name] = [*values] if any(value is not None for value in values) else None
    if any(opinion != NONE for opinion in opinions):
        data["other"] = "".join(opinions)
    if others:
        data["changes"] = rows.changes(column)
        data["was"] = "".join(NONE if cell is None else CODES[cell.score.verdict] for cell in others)
        data["wasMs"] = [None if cell is None else round(1000 * cell.prediction.seconds, 1) for cell in others]
    return data


_Fields: TypeAlias = "tuple[str, int, str, float | None, str, float | None, float | None, str]"
_NO_CELL: _Fields = (NONE, -1, "", None, "0", None, None, NONE)


def _fields(cell: Result, reasons: _Names) -> _Fields:
    """Return what the list shows of an answer: verdict, reason, text, milliseconds, near, confidence, cost, other verdict."""
    score, prediction = cell.score, cell.prediction
    return (
        CODES[score.verdict],
        reasons.place(str(score.reason)),
        _got(cell),
        round(1000 * prediction.seconds, 1),
        "1" if near_miss(cell) else "0",
        _number(prediction.details, "confidence"),
        _number(prediction.details, "cost"),
        NONE if score.other is None else CODES[score.other.verdict],
    )


def _got(result: Result) -> str:
    failure = result.prediction.failure
    return short(result.prediction.text or "" if failure is None else f"{failure.kind}: {failure.message}")


def _number(details: Mapping[str, JsonValue], name: str) -> float | None:
    value = details.get(name)
    finite = isinstance(value, int | float) and not isinstance(value, bool) and value - value == 0
    return float(value) if finite and isinstance(value, int | float) else None
