"""Digests of what a number depends on: not of comments, notes, examples or the writing of a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from qa_eval.model import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Document, JsonValue

_NO_NUMBER_DEPENDS_ON = frozenset({"evidence", "accept", "reject", "derivation", "note"})


def question_digest(question: Question) -> str:
    """Return the hex SHA-256 of all that is asked and accepted: every field but evidence, examples and notes.

    >>> from qa_eval.model import EntityAnswer
    >>> len(question_digest(Question("who", "Who?", EntityAnswer("Ada"))))
    64
    """
    return _sha256(_plain(question))


def dataset_digest(questions: Iterable[Question], documents: Iterable[Document]) -> str:
    """Return the hex SHA-256 of the questions, in order, and of the documents' texts."""
    return _sha256(
        {
            "documents": {document.id: document.sha256 for document in documents},
            "questions": [question_digest(question) for question in questions],
        }
    )


def _plain(value: object) -> JsonValue:
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        kept = [name for name in names if not (isinstance(value, Question) and name in _NO_NUMBER_DEPENDS_ON)]
        kind: dict[str, JsonValue] = {"type": str(value.type)} if hasattr(value, "type") else {}
        return kind | {name: _plain(getattr(value, name)) for name in kept}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def _sha256(value: JsonValue) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
