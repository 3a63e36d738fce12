"""Digests of what a number depends on: not of comments, notes, examples or the writing of a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from itertools import islice
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import TYPE_CHECKING

from qa_eval.model import (
    NO_TOLERANCE,
    DateAnswer,
    EntityAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    UnitPolicy,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import DataclassInstance

    from qa_eval.model import Document, JsonValue

SIZE = 32  # bytes of a digest
AT_ONCE, QUOTED = 1_000, '","'  # digests that are taken in together, and what stands between two of them
_NO_NUMBER_DEPENDS_ON = frozenset({"evidence", "accept", "reject", "derivation", "note"})


def question_digest(question: Question) -> str:
    """Return the hex SHA-256 of all that is asked and accepted: every field but evidence, examples and notes.

    >>> from qa_eval.model import EntityAnswer
    >>> len(question_digest(Question("who", "Who?", EntityAnswer("Ada"))))
    64
    """
    text = _short_form(question) or _written(_plain(question))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def dataset_digest(questions: Iterable[Question], documents: Iterable[Document]) -> str:
    """Return the hex SHA-256 of the questions, in order, and of the documents' texts."""
    return digest_of((question_digest(question) for question in questions), documents)


def digest_of(digests: Iterable[str], documents: Iterable[Document]) -> str:
    """Return the dataset's digest from those of its questions, in order."""
    shown = _written({document.id: document.sha256 for document in documents})
    whole = hashlib.sha256(f'{{"documents":{shown},"questions":['.encode("utf-8", "surrogatepass"))
    left, between = iter(digests), ""
    while part := list(islice(left, AT_ONCE)):
        whole.update(f'{between}"{QUOTED.join(part)}"'.encode())
        between = ","
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


def _short_form(question: Question) -> str:
    """Return what the long way writes of a question, where it says no more than its texts, as nearly all do; else ""."""
    answer = question.answer
    alone = _ALONE.get(type(answer))
    if alone is None or any(_more_of(question)) or not question.accepted or alone[0](answer) != alone[1]:
        return ""
    document = f'"document_id":{quoted(question.document_id)},' if question.document_id else ""
    return (
        f'{{"accepted":[{",".join(map(quoted, question.accepted))}],"answer":{{"text":{quoted(answer.text)},'
        f'"type":"{answer.type}"}},{document}"id":{quoted(question.id)},"text":{quoted(question.text)}}}'
    )


_more_of = attrgetter("tags", "difficulty", "paraphrases", "language")
# answers that may be a text alone, and what they say then
_ALONE: dict[type, tuple[Callable[[object], object], object]] = {
    QuantityAnswer: (
        attrgetter("tolerance", "unit_policy", "value", "unit", "bound"),
        (NO_TOLERANCE, UnitPolicy.OPTIONAL, None, "", None),
    ),
    DateAnswer: (attrgetter("granularity"), None),
    EntityAnswer: (attrgetter("type"), EntityAnswer.type),
    PhraseAnswer: (attrgetter("must_say", "must_not_say"), ((), ())),
}
