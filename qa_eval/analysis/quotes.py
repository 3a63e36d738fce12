"""The quotes that an answerer gives with an answer: do they stand in the document, and do they show what the question is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Unanswerable, Verdict
from qa_eval.reading.text import normalised

if TYPE_CHECKING:
    from qa_eval.model import Document, Question, Result

SHORTEST = 3  # characters of a quote that say anything about where it stands
LEAST_SHARED = 0.5  # share of a question's evidence that a quote has to hold
KEPT = 64  # texts that are kept normalised


@dataclass(slots=True)
class Counts:
    """What became of one answerer's answers to ``n`` questions that have an answer and evidence.

    ``hits`` quote it; ``right_reason`` are right and quote it, ``right_without`` right and do not, ``wrong_with`` the other way
    round. ``quotes`` are counted over all questions, as they stand in the document: ``exact``, ``nearly`` (but for case, quotes,
    dashes and space), and the questions of those that do not, ``invented``.
    """

    n: int = 0
    hits: int = 0
    right_reason: int = 0
    right_without: int = 0
    wrong_with: int = 0
    given: int = 0  # answers that came with quotes, or with an empty list of them
    quotes: int = 0
    exact: int = 0
    nearly: int = 0
    invented: list[str] = field(default_factory=list)
    unreadable: int = 0  # answers whose evidence is neither a text nor a list of texts

    def count(self, result: Result, question: Question, document: Document) -> None:
        """Count one answer."""
        right, hit = result.score.verdict is Verdict.CORRECT, False
        self.given += "evidence" in result.prediction.details
        self.unreadable += unreadable(result)
        for quote in quotes(result):
            self.quotes += 1
            where = place(quote, document)
            if where == "invented":
                self.invented.append(question.id)
                continue
            self.exact += where == "exact"
            self.nearly += where == "normalised"
            hit = hit or shows(quote, question, document)
        if question.evidence and not isinstance(question.answer, Unanswerable):  # there it is what tempts to answer
            self.n += 1
            self.hits += hit
            self.right_reason += right and hit
            self.right_without += right and not hit
            self.wrong_with += hit and not right


def quotes(result: Result) -> list[str]:
    """Return the quotes of an answer; what is no text is none."""
    given = result.prediction.details.get("evidence")
    listed = given if isinstance(given, list) else [given]
    return [quote for quote in listed if isinstance(quote, str) and quote.strip()]


def unreadable(result: Result) -> bool:
    """Tell whether an answer came with evidence that is neither a text nor a list of texts."""
    given = result.prediction.details.get("evidence")
    listed = given if isinstance(given, list) else [] if given is None else [given]
    return not all(isinstance(quote, str) for quote in listed)


def place(quote: str, document: Document) -> str:
    r"""Tell whether a quote stands in a document: "exact", "normalised" (but for case, quotes, dashes and space), "invented".

    >>> from qa_eval.model import Document
    >>> text = Document("d", "It “fell” on\n27 March.")
    >>> place("on\n27 March", text), place('it "fell" on 27 March', text), place("on 28 March", text)
    ('exact', 'normalised', 'invented')
    """
    if quote.strip() in document.text:
        return "exact"
    plain = _plain(quote)
    return "normalised" if len(plain) >= SHORTEST and plain in _plain(document.text) else "invented"


def shows(quote: str, question: Question, document: Document) -> bool:
    """Tell whether a quote that is in the document holds at least half of a quote that the question has as evidence."""
    text, plain = _plain(document.text), _plain(quote)
    for evidence in question.evidence:
        wanted = _plain(evidence.quote)
        if wanted in plain or (plain in wanted and len(plain) >= LEAST_SHARED * len(wanted)):
            return True
        here, there = text.find(plain), text.find(wanted)
        shared = min(here + len(plain), there + len(wanted)) - max(here, there)
        if min(here, there) >= 0 and shared >= LEAST_SHARED * len(wanted):
            return True
    return False


@lru_cache(maxsize=KEPT)
def _plain(text: str) -> str:
    return " ".join(normalised(text).split())
