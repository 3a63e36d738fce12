"""Rules about a question's evidence: it stands in the document, and the answer stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.check.support import supports
from qa_eval.model import Unanswerable

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTE_ORDER_MARK = "\ufeff"


def document_fresh(subject: Subject) -> Iterator[Remark]:
    """Warn of a document whose change would not be noticed, and of one that begins with a byte order mark."""
    described = subject.part(("document",))
    if isinstance(described, dict) and "path" in described and "sha256" not in described:
        document = subject.dataset.document_of((*subject.dataset.questions, *subject.dataset.drafts)[0])
        hint = f"add sha256: {document.sha256}"
        yield warning(("document",), "a change of the document would go unnoticed: its sha256 is not given", hint)
    for document in subject.dataset.documents.values():
        if document.text.startswith(_BYTE_ORDER_MARK):
            hint = "save it without one; its sha256 changes with that"
            yield warning(("document", "path"), "the document begins with a byte order mark, as part of its text", hint)


def evidence_found(subject: Subject) -> Iterator[Remark]:
    """Hold every quote against the document."""
    for where, question in subject.questions:
        text = subject.dataset.document_of(question).text
        for number, evidence in enumerate(question.evidence):
            if text[evidence.start : evidence.end] != evidence.quote:
                place = f"characters {evidence.start} to {evidence.end}"
                message = f"{place} of the document are not the quote {quoted(evidence.quote)}"
                yield Remark((*where, "evidence", number), message)


def evidence_given(subject: Subject) -> Iterator[Remark]:
    """Warn of an answer that nothing in the document is given for."""
    if not subject.is_curated:
        return
    for where, question in subject.questions:
        if not question.evidence and not isinstance(question.answer, Unanswerable):
            hint = "quote what gives the answer"
            yield warning(where, "the answer has no evidence", hint)


def evidence_unambiguous(subject: Subject) -> Iterator[Remark]:
    """Warn of a quote that occurs more than once where none of them is chosen."""
    for where, question in subject.questions:
        text = subject.dataset.document_of(question).text
        for number, evidence in enumerate(question.evidence):
            place = (*where, "evidence", number)
            chosen = text.find(evidence.quote) != evidence.start or isinstance(subject.part(place), dict)
            count = 1 if chosen else _occurrences(text, evidence.quote)
            if count > 1:
                hint = "quote more around it, or choose one: {quote: …, occurrence: 1}"
                yield warning(place, f"the document says {quoted(evidence.quote)} {count} times", hint)


def _occurrences(text: str, quote: str) -> int:
    count, start = 0, text.find(quote)
    while start >= 0:
        count, start = count + 1, text.find(quote, start + 1)
    return count


def gold_in_evidence(subject: Subject) -> Iterator[Remark]:
    """Warn of an answer that its evidence does not contain, in words or as the same value."""
    for where, question in subject.questions:
        derived = question.derivation or "derived" in question.tags
        if question.evidence and not derived:
            missing = supports(question, tuple(evidence.quote for evidence in question.evidence))
            if missing:
                hint = "quote what gives the answer, or say how it follows: derivation: …"
                yield warning((*where, "evidence"), f"the evidence does not contain {quoted(missing)}", hint)
