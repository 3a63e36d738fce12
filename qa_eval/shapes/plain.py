"""Rows that are plain questions already: id, question, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.shapes import PlainQuestion, Record

_KEPT = (
    "context", "type", "tolerance", "unit", "tags", "evidence", "difficulty", "paraphrases", "accept", "reject",
    "derivation", "note",
)  # fmt: skip


class Shape:
    """The plain form: question and answers, and what else a plain question may have; other columns are left out."""

    def fits(self, record: Record) -> bool:
        """Tell a row by its question and a list (or a text) of answers."""
        return has(record, "question", "answers") and not isinstance(record["answers"], dict)

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question; one without an id is numbered."""
        answers = record["answers"]
        kept = {key: record[key] for key in _KEPT if record.get(key) not in (None, "", [])}
        yield {
            "id": text(record, "id") or f"row-{number}",
            "question": text(record, "question").strip(),
            "answers": answers if isinstance(answers, list) else [*texts(answers)],
            **kept,
        }
