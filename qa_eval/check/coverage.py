"""Rule about the document: every sentence of it is asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, at, quoted, warning
from qa_eval.formats import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])|\n")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Prof|St|No|vs|approx|etc)|[a-z]\.[a-z])\.$")


def document_covered(subject: Subject) -> Iterator[Remark]:
    """Warn of a sentence of the document that no evidence touches, not that of a draft either."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for question in (*subject.dataset.questions, *subject.dataset.drafts):
        spans.setdefault(question.document_id, []).extend((e.start, e.end) for e in question.evidence)
    for document in subject.dataset.documents.values():
        touched = spans.get(document.id, [])
        for start, end in sentences(document.text) if touched else ():
            if not any(low < end and start < high for low, high in touched):
                message = f"no question is about {quoted(document.text[start:end])}"
                remark = warning(("document",), message, "ask about it, or quote it as evidence")
                yield at(remark, _place(document, start)) if _is_file(subject) else remark


def _is_file(subject: Subject) -> bool:
    return isinstance(subject.part(("document", "path")), str)


def _place(document: Document, offset: int) -> Place:
    line_start = document.text.rfind("\n", 0, offset) + 1
    return Place(document.text.count("\n", 0, offset) + 1, offset - line_start + 1)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the span of each sentence; a line ends one, an abbreviation or initial does not.

    >>> text = "Gen. Ada came. She won!\nThe end"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gen. Ada came.', 'She won!', 'The end']
    """
    start = 0
    for found in _END.finditer(text):
        if found.group() == "\n" or not _ABBREVIATED.search(text[start : found.end()]):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span without the spaces around it, unless no word is left."""
    part = text[start:end]
    if any(character.isalnum() for character in part):
        yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
