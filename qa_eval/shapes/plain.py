"""Rows that are plain questions already: id, question, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.formats import Cell, is_missing
from qa_eval.formats._cells import SEVERAL, several
from qa_eval.shapes._parts import has, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record

_KEPT = (
    "context", "draft", "type", "tolerance", "unit", "tags", "evidence", "difficulty", "language", "paraphrases", "accept",
    "reject", "derivation", "note",
)  # fmt: skip


class Shape:
    """The plain form: question and answers, and what else a plain question may have; other columns are left out."""

    def fits(self, record: Record) -> bool:
        """Tell a row by its question and a list (or a text) of answers."""
        return has(record, "question", "answers") and not isinstance(record["answers"], dict)

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question; one without an id is numbered."""
        said = {key: _read(key, value) for key, value in record.items()}
        answers = said["answers"]
        kept = {key: said[key] for key in _KEPT if said.get(key) not in (None, "", [])}
        yield {
            "id": text(record, "id") or f"row-{number}",
            "question": text(record, "question").strip(),
            "answers": answers if isinstance(answers, list) else [*texts(answers)],
            **kept,
        }


def _read(key: str, value: Content) -> Content:
    """Return the values of a table's cell where its column may hold several; all else as it is."""
    if not isinstance(value, Cell):
        return value
    return several(value) if key in SEVERAL else "" if is_missing(value) else str(value)
