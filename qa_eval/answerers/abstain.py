"""Never answers: scores exactly the share of unanswerable questions."""

from __future__ import annotations


class Answerer:
    """Says to every question that the document does not state it.

    >>> Answerer().answer("What calibre?", "")
    'The document does not say.'
    """

    instant = True

    def answer(self, question: str, document: str) -> str:  # noqa: ARG002 - the two that every answerer is given
        """Return an abstention."""
        return "The document does not say."
