"""Digests of what a number depends on: not of comments, notes, examples or the writing of a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.model import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed import DataclassInstance

    from qa_eval.model import Document, JsonValue

SIZE = 32  # bytes of a digest
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
    return digest_of((question_digest(question) for question in questions), documents)


def digest_of(digests: Iterable[str], documents: Iterable[Document]) -> str:
    """Return the dataset's digest from those of its questions, in order."""
    shown = _written({document.id: document.sha256 for document in documents})
    whole = hashlib.sha256(f'{{"documents":{shown},"questions":['.encode("utf-8", "surrogatepass"))
    for number, digest in enumerate(digests):
        whole.update(f'{"," if number else ""}"{digest}"'.encode())
    whole.update(b"]}")
    return whole.hexdigest()


def _plain(value: object) -> JsonValue:
    """Return a value as JSON; fields that hold their defaults are left out, so that a new one changes no old digest."""
    if isinstance(value, str):
        return value if type(value) is str else str(value)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if value is None or isinstance(value, bool | int):
        return value
    kind = type(value)
    if is_dataclass(kind):
        names, tag = _fields(kind)
        row: dict[str, JsonValue] = {"type": tag} if tag else {}
        for name, default in names:
            part = getattr(value, name)
            if part is not default and part != default:
                row[name] = _plain(part)
        return row
    return str(value)


@cache
def _fields(kind: type[DataclassInstance]) -> tuple[tuple[tuple[str, object], ...], str]:
    """Return the names that count with their defaults, and the type of answer that it is, "" where it is none."""
    left_out = _NO_NUMBER_DEPENDS_ON if kind is Question else frozenset[str]()
    names = tuple(
        (field.name, field.default_factory() if field.default_factory is not MISSING else field.default)
        for field in fields(kind)
        if field.name not in left_out
    )
    return names, str(getattr(kind, "type", ""))


_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _sha256(value: JsonValue) -> str:
    return hashlib.sha256(_written(value).encode("utf-8", "surrogatepass")).hexdigest()
