"""Which sentences of a document does a question speak of? TF-IDF over stems and over parts of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.answerers.lexical.sentences import sentences_of
from qa_eval.answerers.lexical.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONTEXT = 0.5  # what a stem of the sentence before counts
LETTERS = (3, 5)  # lengths of the parts of words


class Found(NamedTuple):
    """A sentence, its similarity to the question, and the share of the question that it has; both 0..1.

    The share is weighed by rarity; what only the sentence before it has counts in part, as "it" may stand for that.
    """

    sentence: str
    similarity: float
    coverage: float


class Index:
    """The sentences of one document, ready to be ranked. Asking changes nothing, so threads may share it."""

    def __init__(self, document: str) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - takes a second to import

        self.sentences = sentences_of(document)
        stems: Callable[[str], tuple[str, ...]] = content_stems
        self._words = TfidfVectorizer(analyzer=stems, sublinear_tf=True)
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, sublinear_tf=True)
        self._empty = not any(content_stems(sentence) for sentence in self.sentences)
        self._stems = [frozenset(content_stems(sentence)) for sentence in self.sentences]
        self._rarity: dict[str, float] = {}
        if not self._empty:
            self._by_words = self._words.fit_transform(self.sentences)
            self._by_letters = self._letters.fit_transform(self.sentences)
            self._rarity = dict(zip(self._words.get_feature_names_out(), self._words.idf_.tolist(), strict=True))
        self._most = max(self._rarity.values(), default=1.0)

    def ranked(self, question: str) -> list[Found]:
        """Return each sentence with how near it is to the question, the most similar first, ties in their order."""
        if self._empty:
            return []
        asked = content_stems(question)
        by_words = (self._by_words @ self._words.transform([question]).T).toarray().ravel()
        by_letters = (self._by_letters @ self._letters.transform([" ".join(asked)]).T).toarray().ravel()
        similar = (by_words + by_letters) / 2
        found = [Found(*each) for each in zip(self.sentences, similar.tolist(), self._coverages(asked), strict=True)]
        return sorted(found, key=lambda each: -each.similarity * (0.5 + each.coverage))

    def _coverages(self, asked: tuple[str, ...]) -> Iterator[float]:
        weights = {stem: self._rarity.get(stem, self._most) for stem in asked}
        total = sum(weights.values()) or 1.0
        before: frozenset[str] = frozenset()
        for has in self._stems:
            counts = (1.0 if stem in has else CONTEXT if stem in before else 0.0 for stem in weights)
            yield sum(weight * count for weight, count in zip(weights.values(), counts, strict=True)) / total
            before = has
