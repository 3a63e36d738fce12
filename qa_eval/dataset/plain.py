"""Rows in the plain form that say nothing out of the ordinary, made into questions at once: most files hold nothing else.

What ``forms`` would check is checked here by hand, many times as fast and without pydantic. Where a row says more than is
known here, or anything may be wrong with it, the forms read the whole file: only they say what is wrong.
"""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.dataset.digest import SIZE, digest_of, question_digest
from qa_eval.dataset.inference import infer_type, typed_answer, unreadable
from qa_eval.dataset.packed import DIGEST, Packer, places
from qa_eval.errors import UsageError
from qa_eval.model import AnswerType, Dataset, Document, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.formats import Content

ID_LENGTH = 16  # hex digits of the digest of a text that a question brings along
_KNOWN = frozenset(("id", "question", "answers", "type", "tags", "difficulty", "context", "derivation", "note"))
_LEVELS = frozenset(("easy", "medium", "hard"))
_TYPES = {str(kind): kind for kind in AnswerType}


class _OutOfTheOrdinaryError(Exception):
    """A row that the forms have to read."""


def plain_dataset(content: Mapping[str, Content], path: str) -> Dataset | None:
    """Return the dataset of rows that are all plain; None when there is more to them, or anything wrong."""
    rows = content.get("questions")
    if content.keys() != {"questions"} or isinstance(rows, str | bool | dict) or not rows:
        return None
    packer, digests = Packer(), bytearray()
    documents: dict[str, Document] = {}
    total = 0
    try:
        for question in _questions(rows, documents):
            digests += bytes.fromhex(question_digest(question))
            packer.add(question)
            total += 1
    except (_OutOfTheOrdinaryError, UsageError):
        return None
    first = array("Q", bytes(digests))[:: SIZE // DIGEST].tobytes()
    questions = packer.questions(first)
    if len(places(questions)) < total:  # an id came twice
        return None
    each = (digests[start : start + SIZE].hex() for start in range(0, len(digests), SIZE))
    sha256 = digest_of(each, documents.values())
    return Dataset(Path(path).stem, "", questions, documents, sha256, path=path)


def _questions(rows: Iterable[Content], documents: dict[str, Document]) -> Iterator[Question]:
    nothing = Document("", "")
    for row in rows:
        if type(row) is not dict or not row.keys() <= _KNOWN:
            raise _OutOfTheOrdinaryError
        document = nothing
        if (context := row.get("context")) is not None:
            whole = Document("", _text(context, blank=True))
            document = Document(whole.sha256[:ID_LENGTH], whole.text)
        documents.setdefault(document.id, document)
        yield _question(row, document.id)


def _question(row: dict[str, Content], document: str) -> Question:
    name, text, answers = _name(row.get("id")), _text(row.get("question")), _texts(row.get("answers"))
    if (said := row.get("type")) is None:
        kind = infer_type(answers, text)
    elif type(said) is not str or (kind := _TYPES.get(said)) is None:  # type: ignore[assignment]  # None is refused
        raise _OutOfTheOrdinaryError
    answer, accepted = typed_answer(answers, kind)
    if unreadable(answer):
        raise _OutOfTheOrdinaryError
    if len(row) == 3:  # noqa: PLR2004 - id, question and answers, as nearly always
        return Question(name, text, answer, accepted, document)
    difficulty = row.get("difficulty")
    if difficulty is not None and difficulty not in _LEVELS:
        raise _OutOfTheOrdinaryError
    tags = () if (said := row.get("tags")) is None else tuple(map(_name, _list(said)))
    derivation, note = (_text("" if row.get(key) is None else row[key], blank=True) for key in ("derivation", "note"))
    return Question(
        name, text, answer, accepted, document, (), tags, str(difficulty or ""), derivation=derivation, note=note
    )


def _texts(value: Content) -> Sequence[str]:
    texts = _list(value)
    if len(texts) == 1 and type(texts[0]) is str and texts[0].strip():
        return texts  # type: ignore[return-value]  # it is the one text
    return [_text(text) for text in texts]


def _list(value: Content) -> list[Content]:
    if type(value) is not list:
        raise _OutOfTheOrdinaryError
    return value


def _text(value: Content, *, blank: bool = False) -> str:
    if type(value) is not str or not (blank or value.strip()):
        raise _OutOfTheOrdinaryError
    return value


def _name(value: Content) -> str:
    if type(value) is not str or not value or value != value.strip() or not value.isprintable():
        raise _OutOfTheOrdinaryError
    return value
