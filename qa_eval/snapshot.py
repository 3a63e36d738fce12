"""A dataset as it was run, kept in the run's folder: a header line, then one JSON line a question.

``report`` and ``rescore`` work from it, so that a run stays whole when the question file is edited or gone.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from decimal import Decimal
from json.encoder import encode_basestring_ascii as quoted
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from qa_eval.errors import RunFolderError
from qa_eval.model import (
    Answer,
    AnswerType,
    Bound,
    Dataset,
    DateAnswer,
    Document,
    EntityAnswer,
    Evidence,
    Granularity,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Tolerance,
    Unanswerable,
    UnitPolicy,
    YesNoAnswer,
    accepted_texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_HEADER = ("name", "version", "sha256", "description", "licence", "path")
# 1: header {schema, name, version, …, documents}, then questions
# 2: an answer that is a text alone stands under its type's name; ``accepted`` is left out where it is the answer's text alone
SCHEMA = 2

_ANSWERS: dict[str, type[Any]] = {
    kind.type: kind
    for kind in (QuantityAnswer, DateAnswer, EntityAnswer, PhraseAnswer, ListAnswer, YesNoAnswer, Unanswerable)
}
_READERS: dict[tuple[type, str], Any] = {
    (QuantityAnswer, "value"): Decimal,
    (QuantityAnswer, "bound"): Bound,
    (QuantityAnswer, "unit_policy"): UnitPolicy,
    (QuantityAnswer, "tolerance"): lambda row: _restore(Tolerance, row),
    (DateAnswer, "granularity"): Granularity,
    (Question, "answer"): lambda row: _answer(row),  # noqa: PLW0108 - defined below
    (Question, "evidence"): lambda rows: tuple(_restore(Evidence, row) for row in rows),
    **{(Tolerance, name): Decimal for name in ("absolute", "relative", "low", "high")},
}
_DEFAULTS: dict[type[Any], tuple[tuple[str, object], ...]] = {
    kind: tuple(
        (field.name, field.default_factory() if field.default_factory is not MISSING else field.default)
        for field in fields(kind)
    )
    for kind in (*_ANSWERS.values(), Tolerance, Evidence, Document, Question)
}


def dump(dataset: Dataset) -> Iterator[str]:
    """Yield the snapshot's lines, each ending in a newline. ASCII only, so that lone surrogates survive."""
    from qa_eval.dataset.packed import Packed  # noqa: PLC0415 - it writes rows as this module does

    header = {
        "schema": SCHEMA,
        **{name: getattr(dataset, name) for name in _HEADER},
        "documents": [_row(document) for document in dataset.documents.values()],
    }
    yield json.dumps(header) + "\n"
    questions = dataset.questions
    yield from questions.lines() if isinstance(questions, Packed) else map(line, questions)


def line(question: Question) -> str:
    """Return a question's line, with its newline."""
    return (_short_form(question) or _written(row(question))) + "\n"


_written = json.JSONEncoder(separators=(",", ":")).encode
# answers that mostly are a text and nothing else
ALONE: dict[type[Any], str] = {
    kind: str(kind.type) for kind in (EntityAnswer, DateAnswer, QuantityAnswer, PhraseAnswer)
}
_FIRST = ("id", "text", "answer", "accepted")
_rest_of = attrgetter(*(field.name for field in fields(Question) if field.name not in (*_FIRST, "document_id")))


def _short_form(question: Question) -> str:
    """Return what the long way writes of a question that says no more than its texts, as nearly all do; else ""."""
    answer = question.answer
    kind = ALONE.get(type(answer))
    if kind is None or any(_rest_of(question)) or not _alone(answer):
        return ""
    return texts_alone(kind, question.id, question.text, answer.text, question.accepted, question.document_id)


def texts_alone(kind: str, name: str, text: str, answer: str, accepted: tuple[str, ...], document: str) -> str:
    """Return the JSON of a question that says no more than these texts, with an answer of a type in ALONE."""
    line = f'{{"id":{quoted(name)},"text":{quoted(text)},"{kind}":{quoted(answer)}'
    if accepted != (answer,):
        line += f',"accepted":[{",".join(map(quoted, accepted))}]'
    if document:
        line += f',"document_id":{quoted(document)}'
    return line + "}"


def row(question: Question) -> dict[str, Any]:
    """Return a question as JSON."""
    answer, parts = question.answer, _row(question)
    named = {ALONE[type(answer)]: answer.text} if _alone(answer) else {"answer": parts["answer"]}
    more = {} if question.accepted == accepted_texts(answer) else {"accepted": [*question.accepted]}
    rest = {name: part for name, part in parts.items() if name not in _FIRST}
    return {"id": question.id, "text": question.text, **named, **more, **rest}


def question(row: dict[str, Any]) -> Question:
    """Return the question that ``row`` made. Raises LookupError, ValueError or TypeError when it did not."""
    named = next(((kind, name) for kind, name in ALONE.items() if name in row), None)
    answer: Answer = _answer(row.pop("answer")) if named is None else named[0](row.pop(named[1]))
    accepted = row.pop("accepted", None)
    said = accepted_texts(answer) if accepted is None else tuple(accepted)
    rest = {name: _value(Question, name, plain) for name, plain in row.items()}
    return Question(answer=answer, accepted=said, **rest)


def _alone(answer: Answer) -> bool:
    """Tell whether an answer is a text and nothing else."""
    return type(answer) in ALONE and answer == type(answer)(answer.text)  # type: ignore[arg-type,call-arg]  # those in ALONE are made of a text


def restore(lines: Iterable[str]) -> Dataset:
    """Make the dataset from a snapshot's lines, equal to the one that was dumped.

    Raises RunFolderError when they are of a newer schema or no snapshot.
    """
    from qa_eval.dataset.packed import packed  # noqa: PLC0415 - it writes rows as this module does

    rows = iter(lines)
    try:
        header = json.loads(next(rows))
        read = _READERS_OF.get(header["schema"])
        if read is None:
            says = f"the dataset snapshot has schema {header['schema']}, this version reads up to {SCHEMA}"
            raise RunFolderError(says)
        documents = {row["id"]: _restore(Document, row) for row in header["documents"]}
        questions = packed(read(json.loads(row)) for row in rows)
        return Dataset(questions=questions, documents=documents, **{name: header[name] for name in _HEADER})
    except (StopIteration, LookupError, ValueError, TypeError, RecursionError) as error:
        raise RunFolderError(f"the dataset snapshot cannot be read: {type(error).__name__}: {error}") from error


def _row(value: Any) -> dict[str, Any]:
    """Return a value type as a JSON object without the fields that hold their defaults."""
    kind = type(value)
    row = {"type": str(value.type)} if kind in _ANSWERS.values() else {}
    for name, default in _DEFAULTS[kind]:
        part = getattr(value, name)
        if default is MISSING or part != default:
            row[name] = _plain(part)
    return row


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return _row(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Decimal) else value


def _restore(kind: type[Any], row: dict[str, Any]) -> Any:
    return kind(**{name: _value(kind, name, plain) for name, plain in row.items()})


def _value(kind: type[Any], name: str, plain: Any) -> Any:
    reader = _READERS.get((kind, name))
    return reader(plain) if reader else _frozen(plain)


def _answer(row: dict[str, Any]) -> Answer:
    kind = _ANSWERS[AnswerType(row.pop("type"))]
    answer: Answer = _restore(kind, row)
    return answer


def _frozen(plain: Any) -> Any:
    return tuple(_frozen(part) for part in plain) if isinstance(plain, list) else plain


_READERS_OF: dict[int, Callable[[dict[str, Any]], Question]] = {
    1: lambda row: _restore(Question, row),
    SCHEMA: question,
}
