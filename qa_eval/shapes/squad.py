"""SQuAD 1.1 and 2.0: the published JSON file, or a row of it on a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.shapes._parts import has, mappings, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record


class Shape:
    """SQuAD 1.1 and 2.0: paragraphs with questions whose answers are spans; none means unanswerable."""

    def fits(self, record: Record) -> bool:
        """Tell an article of the file, or a row, by its keys."""
        answers = record.get("answers")
        row = has(record, "context", "question") and isinstance(answers, dict) and "text" in answers
        return row or has(record, "paragraphs", "title")

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the questions of an article, or the one of a row."""
        if "paragraphs" not in record:
            yield _question(record, record.get("context"), number, [])
            return
        for paragraph in mappings(record["paragraphs"]):
            for asked in mappings(paragraph.get("qas")):
                yield _question(asked, paragraph.get("context"), number, _tags(record))


def _question(asked: Record, context: Content, number: int, tags: list[Content]) -> PlainQuestion:
    accepted = [answer.get("text") for answer in mappings(asked.get("answers"))]
    question: PlainQuestion = {
        "id": text(asked, "id") or f"squad-{number}",
        "question": text(asked, "question").strip(),
        "context": context,
    }
    if "answers" in asked:
        question["answers"] = [*texts(accepted)]
    tagged, language = tags or _tags(asked), text(asked, "language")
    return {**question, **({"tags": tagged} if tagged else {}), **({"language": language} if language else {})}


def _tags(record: Record) -> list[Content]:
    title = " ".join(text(record, "title").split())
    return [title] if title.isprintable() and title else []
