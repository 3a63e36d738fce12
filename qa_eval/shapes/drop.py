"""DROP: the published JSON file, or a row of it on a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, mappings, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record


class Shape:
    """DROP: passages with questions whose answers are a number, a date, a span or several spans.

    Rows that hold ``answers_spans`` only have lost which spans belong to one answer: each counts as an answer of its own.
    """

    def fits(self, record: Record) -> bool:
        """Tell a passage of the file, or a row, by its keys."""
        row = has(record, "query_id", "passage", "question")
        return row or has(record, "passage", "qa_pairs")

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the questions of a passage, or the one of a row."""
        for place, asked in enumerate(mappings(record["qa_pairs"]) if "qa_pairs" in record else [record], 1):
            question: PlainQuestion = {
                "id": text(asked, "query_id") or f"drop-{number}-{place}",
                "question": text(asked, "question").strip(),
                "context": record.get("passage"),
            }
            spans = asked.get("answers_spans")
            answers = texts(spans.get("spans")) if isinstance(spans, dict) else _validated(asked)
            if answers:
                question["answers"] = [*answers]
            if any(isinstance(answer, list) for answer in answers):
                question["type"] = "list"
                question["answers"] = [answer if isinstance(answer, list) else [answer] for answer in answers]
            yield question


def _validated(asked: Record) -> list[Content]:
    """Return the annotators' answers, each once; an answer of several spans is a list."""
    answer = asked.get("answer")
    candidates = [*([answer] if isinstance(answer, dict) else []), *mappings(asked.get("validated_answers"))]
    found: list[Content] = []
    for candidate in candidates:
        said = _said(candidate)
        if said and said not in found:
            found.append(said)
    return found


def _said(answer: Record) -> Content:
    if text(answer, "number"):
        return text(answer, "number")
    spans: list[Content] = [*texts(answer.get("spans"))]
    if spans:
        return spans if len(spans) > 1 else spans[0]
    date = answer.get("date")
    return " ".join(part for part in (text(date, key) for key in ("day", "month", "year")) if part)
