"""Accepted numbers of things that an answer says in one word: "a quartet" for 4, "twins" for 2, "nobody" for 0."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.groups import in_figures, none_in_figures
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_COUNT = regex(r"\bhow many\b", re.IGNORECASE)


class GroupedGold:
    """An accepted number of things; ``quantity`` judges an answer, once more with the words for so many in figures."""

    def __init__(self, question: str, quantity: Gold) -> None:
        self.shown = quantity.shown
        self.asked, self.quantity = question, quantity

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted number."""
        relation = self.quantity.relate(text, document)
        if relation.reason in ACCEPTED:
            return relation
        counted = in_figures(text, self.asked)
        again = self.quantity.relate(counted, document) if counted else relation
        if again.reason not in ACCEPTED:
            return relation
        return again._replace(certain=counted.startswith("0"))  # "No injuries were reported" declines nothing


def grouped_gold(question: Question, quantity: Gold) -> Gold:
    """Return a gold that reads a quartet as four where a number of things is asked for and accepted, else ``quantity``."""
    figures = [read_quantity(text) for text in none_in_figures(question).accepted]
    bare = all(figure is not None and not figure.unit and figure.high is None for figure in figures)
    return GroupedGold(question.text, quantity) if figures and bare and _COUNT.search(question.text) else quantity
