"""TAT-QA: the published JSON file, one table with paragraphs and questions a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, mappings, passage, table, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record

_PERCENT = "percent"
_SEVERAL = "multi-span"


class Shape:
    """TAT-QA: financial tables with paragraphs; answers are spans, lists, or figures with their scale."""

    def fits(self, record: Record) -> bool:
        """Tell a record by its three parts."""
        return has(record, "table", "paragraphs", "questions")

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the questions of a table; their context is the table and its paragraphs."""
        paragraphs = list(mappings(record["paragraphs"]))
        grid = record["table"]
        context = passage(
            [table(grid.get("table") if isinstance(grid, dict) else grid), *(text(part, "text") for part in paragraphs)]
        )
        for place, asked in enumerate(mappings(record["questions"]), 1):
            question: PlainQuestion = {
                "id": text(asked, "uid") or f"tat-qa-{number}-{place}",
                "question": text(asked, "question").strip(),
                "context": context,
                **({"derivation": text(asked, "derivation")} if text(asked, "derivation") else {}),
            }
            kind = text(asked, "answer_type")
            yield {**question, **_answers(asked.get("answer"), kind, text(asked, "scale"))}


def _answers(answer: Content, kind: str, scale: str) -> PlainQuestion:
    """Return the accepted answer: figures carry their scale, several spans are one list."""
    said = texts(answer)
    if not said:
        return {}
    scaled: list[Content] = [_scaled(part, scale) for part in said]
    if kind == _SEVERAL:
        return {"type": "list", "answers": [scaled]}
    return {"answers": scaled[:1], **({"type": "quantity"} if kind in ("arithmetic", "count") else {})}


def _scaled(figure: str, scale: str) -> str:
    if not scale or not any(character.isdecimal() for character in figure):
        return figure
    if scale == _PERCENT:
        return figure if "%" in figure else f"{figure} %"
    return figure if scale in figure.lower() else f"{figure} {scale}"
