"""SQuAD: the published layout of questions, and its predictions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qa_eval.exporting.card import stem
from qa_eval.model import Unanswerable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset, Document, JsonValue, Question

_DATA = re.compile(r"(?<=\w)\.(jsonl?|csv|parquet|eval)$")


class Exporter:
    """SQuAD 2.0 JSON for questions; for a run {id: text}, one file an answerer and repeat."""

    use = "`qa-eval import FILE` makes a questions file of it, which `qa-eval run` and `qa-eval score` take."

    def questions(self, dataset: Dataset) -> Files:
        """Return the questions by document; ``answer_start`` is -1 where the document does not hold the answer's words."""
        return {f"{stem(dataset)}.json": _articles(dataset)}

    def results(self, run: Run) -> Files:
        """Return each answerer's predictions, each repeat from the second on in a file of its own; a failed one is null."""
        found: dict[tuple[str, int], dict[str, str | None]] = {}
        for result in run.results:
            found.setdefault((result.answerer, result.repeat), {})[result.question_id] = result.prediction.text
        files: dict[str, list[bytes]] = {}
        for place, ((name, repeat), answers) in enumerate(found.items(), 1):
            stem = f"predictions-{_stem(name) or place}{f'-repeat-{repeat + 1}' if repeat else ''}"
            file = f"{stem}.json" if f"{stem}.json" not in files else f"{stem}-{place}.json"
            files[file] = [json.dumps(answers, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")]
        return files


def _stem(name: str) -> str:
    """Return an answerer's name as part of a file's name; one that replays a file is named without the file's suffix.

    >>> _stem("replay:out/mine.jsonl")
    'replay-out-mine'
    """
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", _DATA.sub("", name)).strip("-.")


def _articles(dataset: Dataset) -> Iterator[bytes]:
    asked: dict[str, list[Question]] = {}
    for question in dataset.questions:
        asked.setdefault(question.document_id, []).append(question)
    articles: list[JsonValue] = [_article(dataset.documents[name], questions) for name, questions in asked.items()]
    whole = {"version": dataset.version or "v2.0", "data": articles}
    yield json.dumps(whole, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _article(document: Document, questions: list[Question]) -> JsonValue:
    rows: list[JsonValue] = [
        {
            "id": question.id,
            "question": question.text,
            "is_impossible": isinstance(question.answer, Unanswerable),
            "answers": [{"text": text, "answer_start": document.text.find(text)} for text in question.accepted],
            **({"language": question.language} if question.language else {}),
        }
        for question in questions
    ]
    return {"title": document.title or document.id, "paragraphs": [{"context": document.text, "qas": rows}]}
