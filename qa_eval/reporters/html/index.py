"""The index of a report: what the page lists, filters and counts, a column a field."""

from __future__ import annotations

from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING

from qa_eval.compare import Change, adjusted, marked, paired
from qa_eval.reporters.html.blocks import json_of
from qa_eval.reporters.html.names import short_names
from qa_eval.reporters.html.rules import KEYS, NOTICES, RULES, SEARCH, TEXTS, UNKNOWN, hidden_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.analysis.section import Section
    from qa_eval.model import Document, JsonValue
    from qa_eval.report import Report
    from qa_eval.reporters.html.columns import Answered, Asked, Names
    from qa_eval.reporters.html.rows import Rows
    from qa_eval.summary import Summary

SCHEMA = 2  # 2: what repeats stands once: an answer's beginning that is as expected, and most of a row's details
TITLE = 60  # characters of a document's first words where it has no title
SHELF = 200_000  # characters of documents in a block, at least one document


def index(rows: Rows, details: str, asked: Asked, answered: Sequence[Answered], reasons: Names) -> Iterator[str]:
    """Yield the index as JSON; ``details`` says which rows have a detail block: all, failures or none.

    ``asked`` and ``answered``, one a column of the report, have taken every row, and ``reasons`` numbers what they name.
    """
    rules: dict[str, JsonValue] = {**RULES}
    rules.update((str(name), UNKNOWN) for name in reasons.names if str(name) not in RULES)
    head = {**_head(rows, details), "reasons": reasons.names, "rules": rules, **_explained()}
    yield json_of(head)[:-1]
    yield ',"rows":'
    yield from asked.pieces()
    yield ',"cells":['
    for column, one in enumerate(answered):
        yield "," if column else ""
        yield from one.pieces(rows.changes(column) if rows.others[column] else "")
    yield "]}"


def _head(rows: Rows, details: str) -> dict[str, JsonValue]:
    report = rows.report
    return {
        "schema": SCHEMA,
        "details": details,
        "run": _run(report),
        "facts": [list(fact) for fact in _facts(report, details)],
        "baseline": None if report.baseline is None else _run(report.baseline),
        "answerers": list(rows.answerers),
        "short": [*short_names(rows.answerers)],
        "columns": [list(column) for column in rows.columns],
        "documents": [
            {
                "id": document.id,
                "title": document.title or _beginning(document.text),
                "sha256": document.sha256,
                "block": number,
            }
            for number, shelf in enumerate(shelves(report.dataset.documents.values()))
            for document in shelf
        ],
        "summaries": [
            {**_summary(summary), "reviewed": reviewed.overall.effect}
            for summary, reviewed in zip(
                report.summaries, report.summaries_as_reviewed or report.summaries, strict=True
            )
        ],
        "reviews": [review.to_json() for review in report.reviews],
        "policies": _policies(report),
        "findings": [_finding(one) for one in report.analysis.sections],
        "comparisons": _comparisons(rows),
    }


def _beginning(text: str) -> str:
    r"""Return a document's first words.

    >>> _beginning("The bridge over the Aire\nwas opened in 1911.")
    'The bridge over the Aire was opened in 1911.'
    """
    return shorten(text[: 4 * TITLE], TITLE, placeholder="…")


def _explained() -> dict[str, JsonValue]:
    return {
        "help": {"keys": [list(row) for row in KEYS], "search": [list(row) for row in SEARCH]},
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


def _run(report: Report) -> dict[str, JsonValue]:
    dataset = report.dataset
    return {
        "name": dataset.name,
        "title": dataset.title,
        "version": dataset.version,
        "description": dataset.description,
        "dataset": dataset.sha256,
        "path": dataset.path,
        "questions": len(dataset.questions),
        "state": report.state,
        "folder": report.folder,
        "digest": report.digest,
        "signature": [list(entry) for entry in report.signature.entries],
        "qa_eval": dict(report.signature.entries).get("qa_eval", ""),
    }


def _facts(report: Report, details: str) -> tuple[tuple[str, str], ...]:
    """Return what the view of the run tells of it; the page leaves out what is empty."""
    dataset = report.dataset
    return (
        ("dataset", f"{dataset.name} {dataset.version}"),
        ("file", dataset.path),
        ("about", dataset.description),
        ("licence", dataset.licence),
        ("state", report.state),
        ("started", report.began),
        ("duration", report.lasted),
        ("digest", report.digest),
        ("folder", report.folder),
        ("written by", f"qa_eval {dict(report.signature.entries).get('qa_eval', '')}"),
        ("details", details),
    )


def _policies(report: Report) -> list[JsonValue]:
    """Return the name of the policy that decided and of the one beside it; empty where answers have one opinion only."""
    other = next((result.score.other.policy for result in report.results if result.score.other), None)
    return [] if other is None else [dict(report.signature.entries).get("scorer", "this run"), other]


def _summary(summary: Summary) -> dict[str, JsonValue]:
    return {
        "answerer": summary.answerer,
        "expected": summary.expected,
        "n": summary.overall.n,
        "effect": summary.overall.effect,
        "exact": summary.overall.exact_match,
        "f1": summary.overall.mean_f1,
        "attempts": summary.attempts,
        "tokens": [summary.prompt_tokens, summary.completion_tokens],
        "failures": dict(summary.failures),
    }


def _comparisons(rows: Rows) -> list[JsonValue]:
    documents = {question.id: question.document_id for question in rows.questions} if rows.comparisons else {}
    marks = [marked(comparison) for comparison in rows.comparisons]
    found = [paired(each, each, documents) for each in marks]
    together = adjusted(worth for _, worth in found)
    return [
        {
            "answerer": comparison.answerer,
            "other": comparison.other,
            **_paired(each, each, documents),
            "adjusted": p,
            "gone": sum(pair.change is Change.ONLY_THERE for pair in comparison.pairs),
            "test": "exact" if worth.documents or counts.n > len(each) else "McNemar",
            "slices": _slices(rows, each, documents),
        }
        for comparison, each, (counts, worth), p in zip(rows.comparisons, marks, found, together, strict=True)
    ]


def _slices(rows: Rows, marks: Mapping[str, Sequence[Change]], documents: Mapping[str, str]) -> list[JsonValue]:
    slices: dict[tuple[str, str], list[str]] = {}
    for question in rows.questions:
        for key in (
            ("type", str(question.answer.type)),
            *([("difficulty", question.difficulty)] if question.difficulty else []),
            *(("tag", tag) for tag in question.tags),
        ):
            slices.setdefault(key, []).append(question.id)
    return [
        {"kind": kind, "name": name, **_paired(marks, ids, documents)} for (kind, name), ids in sorted(slices.items())
    ]


def _paired(
    marks: Mapping[str, Sequence[Change]], among: Iterable[str], documents: Mapping[str, str]
) -> dict[str, JsonValue]:
    counts, found = paired(marks, among, documents)
    return {
        **asdict(counts),
        "n": counts.n,
        "difference": counts.difference,
        "interval": None if found.interval is None else list(found.interval),
        "p": found.p,
    }
