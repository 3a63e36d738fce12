"""Evidence in its document: quotes with the words around them, and the article cut where evidence starts and ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reporters.html.view import Article, Quote, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.model import Dataset, Document, Question

CONTEXT = 90  # characters of the document on either side of a quote


def quotes(question: Question, document: Document, *, marked: bool) -> Iterator[Quote]:
    """Yield a question's evidence; with ``marked`` it leads to its place in the article on the page."""
    for evidence in question.evidence:
        before = document.text[max(0, evidence.start - CONTEXT) : evidence.start]
        after = document.text[evidence.end : evidence.end + CONTEXT]
        yield Quote(
            before=("…" if evidence.start > CONTEXT else "") + before.rpartition("\n")[2],
            quote=evidence.quote,
            after=after.partition("\n")[0] + ("…" if evidence.end + CONTEXT < len(document.text) else ""),
            anchor=_mark(document, evidence.start) if marked else "",
        )


def _mark(document: Document, start: int) -> str:
    return f"d-{document.sha256[:8]}-{start}"


def articles(dataset: Dataset, places: Mapping[str, str], asked: Sequence[Question]) -> Iterator[Article]:
    """Yield the dataset's documents with the evidence of the questions in ``asked`` marked."""
    by_document: dict[str, list[Question]] = {}
    for question in asked:
        by_document.setdefault(question.document_id, []).append(question)
    for document in dataset.documents.values():
        spans = [
            (evidence.start, evidence.end, question)
            for question in by_document.get(document.id, ())
            for evidence in question.evidence
        ]
        yield Article(document.title, document.sha256, tuple(_segments(document, spans, places)))


def _segments(
    document: Document, spans: Sequence[tuple[int, int, Question]], places: Mapping[str, str]
) -> Iterator[Segment]:
    cuts = sorted({0, len(document.text), *(cut for start, end, _ in spans for cut in (start, end))})
    starts = {start for start, _, _ in spans}
    for start, end in pairwise(cuts):
        asking = {question.id: places[question.id] for low, high, question in spans if low <= start and end <= high}
        yield Segment(
            text=document.text[start:end],
            anchor=_mark(document, start) if start in starts else "",
            questions=tuple((anchor, name) for name, anchor in asking.items()),
        )
