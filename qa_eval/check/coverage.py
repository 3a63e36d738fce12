"""Rule about the document: every sentence of it is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, at, quoted, warning
from qa_eval.formats import Place
from qa_eval.reading.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document


NAMED = 20  # sentences of a document that are named one by one


def document_covered(subject: Subject) -> Iterator[Remark]:
    """Warn of a sentence of the document that no evidence touches, not that of a draft either; one by one, as long as they are few."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for question in (*subject.dataset.questions, *subject.dataset.drafts):
        spans.setdefault(question.document_id, []).extend((e.start, e.end) for e in question.evidence)
    for document in subject.dataset.documents.values():
        touched = spans.get(document.id, [])
        told = [
            (start, document.text[start:end])
            for start, end in (sentence_spans(document.text) if touched else ())
            if not any(low < end and start < high for low, high in touched)
        ]
        messages = [(start, f"no question is about {quoted(text)}") for start, text in told[:NAMED]]
        if len(told) > NAMED:
            messages.append((told[NAMED][0], f"nor about {len(told) - NAMED} further sentences from here on"))
        for start, message in messages:
            remark = warning(("document",), message, "ask about it, or quote it as evidence")
            yield at(remark, _place(document, start)) if _is_file(subject) else remark


def _is_file(subject: Subject) -> bool:
    return isinstance(subject.part(("document", "path")), str)


def _place(document: Document, offset: int) -> Place:
    line_start = document.text.rfind("\n", 0, offset) + 1
    return Place(document.text.count("\n", 0, offset) + 1, offset - line_start + 1)
