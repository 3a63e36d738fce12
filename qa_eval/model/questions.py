"""Questions, the documents that they are about, and what of both an answerer is told."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.model.answers import Answer


@value
class Evidence:
    """An exact quote of the document and where it stands: characters ``start`` to ``end`` (exclusive)."""

    quote: str
    start: int
    end: int


@value
class Document:
    """The text that the questions are about. ``id`` is unique within a dataset."""

    id: str
    text: str
    title: str = ""

    @property
    def sha256(self) -> str:
        """Hex digest of the UTF-8 text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@value
class Question:
    """One question with its typed answer.

    ``accepted`` holds every accepted text, first the answer's own as it is said in the question's language; empty for an unanswerable question.
    ``accept`` and ``reject`` are the question's own examples: answers that must and must not score correct.
    ``language`` is the ISO 639-1 code of the question and its answers, "" for English.
    """

    id: str
    text: str
    answer: Answer
    accepted: tuple[str, ...] = ()
    document_id: str = ""
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: str = ""
    paraphrases: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    derivation: str = ""
    note: str = ""
    language: str = ""

    @property
    def expected(self) -> str:
        """The accepted answer as it is said in the question's language, "" where the document does not say."""
        return self.accepted[0] if self.accepted else self.answer.text


@value
class Dataset:
    """Questions and the documents that they are about, in the order of the file; a great many are made as they are read.

    ``sha256`` is the digest of everything in the dataset that can change a number. ``drafts`` are questions that nobody has
    finished: they are never asked.
    """

    name: str
    version: str
    questions: Sequence[Question]
    documents: Mapping[str, Document]
    sha256: str
    description: str = ""
    licence: str = ""
    path: str = ""
    drafts: tuple[Question, ...] = ()

    @property
    def title(self) -> str:
        """The name with the version, where there is one."""
        return f"{self.name} {self.version}".rstrip()

    def document_of(self, question: Question) -> Document:
        """Return the document that ``question`` is about."""
        return self.documents[question.document_id]


@value
class Request:
    """All that an answerer may know of a question: never its answer."""

    question: str
    document: str
    id: str = ""
    tags: tuple[str, ...] = ()
    document_id: str = ""
