"""A baseline without a model: finds the sentence that the question speaks of, and in it a span of the kind it asks for.

Works on any document. Its constants were chosen on the canal, the volcano and the company of ``tests/lexical/``, not on any
document or question that it is used on; the trial and the opera there were held out.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.answerers.lexical.spans import span_for
from qa_eval.answerers.lexical.wanted import Kind, wanted_by
from qa_eval.answerers.lexical.words import content_stems

if TYPE_CHECKING:
    from qa_eval.answerers.lexical.retrieval import Index

ABSTENTION = "The document does not say."
LEAST_SIMILAR = 0.15  # similarity to the question below which a sentence does not speak of it
LEAST_COVERED = 0.4  # share of the question that a sentence has to cover
SURELY_COVERED = 0.6  # share that makes it the right sentence
SENTENCES = 3  # looked at for a span of the wanted kind
NEAR_THE_BEST = 0.5  # share of the best similarity that another sentence needs
LONGEST_QUESTION = 1000  # characters that are looked at
KEPT = 8  # documents whose sentences are kept ready
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|rejected|refused|denied|failed|cannot|\w+n['’]t)\b", re.IGNORECASE
)


class Answerer:
    """Finds the nearest sentence by TF-IDF and picks a span of the kind asked for: an honest baseline without a model.

    The same question about the same document always gets the same answer. Threads may share one.
    """

    def __init__(self) -> None:
        import sklearn.feature_extraction.text  # noqa: F401, PLC0415 - now, as it would take the first questions' time

        self._lock = threading.Lock()
        self._index = lru_cache(maxsize=KEPT)(_index)

    def answer(self, question: str, document: str) -> str:
        """Return a span of the document, "yes" or "no", or an abstention when no sentence is near the question."""
        question = question[:LONGEST_QUESTION]
        with self._lock:  # so that a document is fitted once, whoever asks first
            index = self._index(document)
        near = [found for found in index.ranked(question)[:SENTENCES] if found.coverage >= LEAST_COVERED]
        near = [found for found in near if found.similarity >= max(LEAST_SIMILAR, NEAR_THE_BEST * near[0].similarity)]
        if not near:
            return ABSTENTION
        wanted = wanted_by(question)
        if wanted.kind is Kind.YES_NO:
            return "yes" if _affirms(question, near[0].sentence) else "no"
        spans = (span_for(wanted, question, found.sentence, sure=found.coverage >= SURELY_COVERED) for found in near)
        return next((span for span in spans if span), ABSTENTION)


def _index(document: str) -> Index:
    from qa_eval.answerers.lexical.retrieval import Index  # noqa: PLC0415 - scikit-learn takes a second to import

    return Index(document)


def _affirms(question: str, sentence: str) -> bool:
    """Whether a sentence says what a yes/no question asks: it negates as often, and has the question's numbers."""
    has = set(content_stems(sentence))
    numbers = [stem for stem in content_stems(question) if stem[0].isdigit()]
    if any(number not in has for number in numbers):
        return False
    return bool(_NEGATION.search(question)) == bool(_NEGATION.search(sentence))
