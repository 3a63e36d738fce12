"""FinQA and its kin: a table with text around it and one numeric question a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, passage, table, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record

_YES_NO = {"yes", "no"}


class Shape:
    """FinQA-style numeric sets: text before and after a table, a question and its figure."""

    def fits(self, record: Record) -> bool:
        """Tell a record by its table and the text around it."""
        return has(record, "pre_text", "post_text", "table") and ("qa" in record or "question" in record)

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question; the computed value counts where no figure was written."""
        nested = record.get("qa")
        asked: Record = nested if isinstance(nested, dict) else record
        written = text(asked, "answer")
        computed = text(asked, "exe_ans", "final_result")
        context = passage(
            [
                "\n".join(texts(record["pre_text"])),
                table(record.get("table_ori") or record["table"]),
                "\n".join(texts(record["post_text"])),
            ]
        )
        question: PlainQuestion = {
            "id": text(record, "id") or f"finqa-{number}",
            "question": text(asked, "question").strip(),
            "context": context,
        }
        derivation = text(asked, "program", "program_re")
        accepted: Content = [written or computed]
        yield {
            **question,
            **({"derivation": derivation} if derivation else {}),
            **({"answers": accepted, "type": _type(written or computed)} if written or computed else {}),
        }


def _type(answer: str) -> str:
    if answer.strip().lower() in _YES_NO:
        return "yes_no"
    return "quantity" if any(character.isdecimal() for character in answer) else "phrase"
