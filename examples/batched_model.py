"""A batched model: every question of a document is answered in one pass over one matrix.

qa-eval run -a ./examples/batched_model.py:NearestSentence
"""

import re

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


class NearestSentence:
    """Answers with the nearest clause by TF-IDF; below ``least`` similarity it declines."""

    def __init__(self, least: float = 0.1) -> None:
        self.least = least

    def answer_batch(self, questions: list[str], document: str) -> list[str]:
        """Return one answer a question, in their order."""
        clauses = [clause.strip() for clause in re.split(r"(?<=[.;!?])\s+|, ", document) if clause.strip()]
        model = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit(clauses)
        similarity = (model.transform(questions) @ model.transform(clauses).T).toarray()
        return [
            clauses[best] if row[best] >= self.least else "not stated"
            for row, best in zip(similarity, np.argmax(similarity, axis=1), strict=True)
        ]
