"""NQ-open: one question a line or row, with its short answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.shapes import PlainQuestion, Record


class Shape:
    """NQ-open: questions without a passage and their short answers; numbered, since they have no ids."""

    def fits(self, record: Record) -> bool:
        """Tell a row by its two keys."""
        return has(record, "question", "answer") and set(record) <= {"question", "answer", "id"} and _listed(record)

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question."""
        answers = texts(record.get("answer"))
        question: PlainQuestion = {
            "id": text(record, "id") or f"nq-open-{number}",
            "question": text(record, "question").strip(),
        }
        yield {**question, **({"answers": [*answers]} if answers else {})}


def _listed(record: Record) -> bool:
    return isinstance(record["answer"], list)
