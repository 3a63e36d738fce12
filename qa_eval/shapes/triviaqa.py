"""TriviaQA: the published JSON file, or a row of it on a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, mappings, passage, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record

_UNKNOWN = "<unk>"  # stands for the answers of the test part, which are not published


class Shape:
    """TriviaQA: questions with the name of their answer and its aliases, and the pages that were found."""

    def fits(self, record: Record) -> bool:
        """Tell a question of the file, or a row, by its keys."""
        return has(record, "QuestionId", "Question") or (
            has(record, "question_id", "question") and isinstance(record.get("answer"), dict)
        )

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question; its context is the pages that the row holds, if any."""
        answer = record.get("answer", record.get("Answer"))
        fields = answer if isinstance(answer, dict) else {}
        names = texts([text(fields, "value", "Value"), *_list(fields, "aliases", "Aliases")])
        question: PlainQuestion = {
            "id": text(record, "question_id", "QuestionId") or f"triviaqa-{number}",
            "question": text(record, "question", "Question").strip(),
        }
        accepted: list[Content] = [name for name in names if name != _UNKNOWN]
        if accepted:
            question["answers"] = accepted
        context = passage(
            [
                *(text(page, "wiki_context") for page in mappings(record.get("entity_pages"))),
                *(text(page, "search_context") for page in mappings(record.get("search_results"))),
            ]
        )
        yield {**question, **({"context": context} if context else {})}


def _list(fields: Record, *keys: str) -> list[str]:
    return [name for key in keys for name in texts(fields.get(key))]
