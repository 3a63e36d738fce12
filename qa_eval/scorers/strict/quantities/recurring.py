"""How often: "twice a year" for every six months, and an answer that does not say it or otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.frequencies import read_frequencies, read_frequency, read_portion
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.phrases.wanted import frequencies
from qa_eval.scorers.strict.relation import ACCEPTED, Closeness, Relation

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

# what bounds a frequency, denies it or leaves it open
_OPEN = regex(
    r"\b(?:or|not|never|no|at least|at most|up to|more|less|over|under|maybe|perhaps|instead|rather than)\b|n't\b|\?",
    re.IGNORECASE,
)

_TIMES = regex(r"\b(?:once|twice|thrice|times|\d+ ?x|every|daily)\b", re.IGNORECASE)


class RecurringGold:
    """An accepted figure that says how often; ``quantity`` judges every answer that does not say it in other words."""

    def __init__(self, rates: frozenset[Fraction], quantity: Gold) -> None:
        self.shown = quantity.shown
        self.rates = rates
        self.quantity = quantity

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to how often it is."""
        relation = self.quantity.relate(text, document)
        if relation.reason in ACCEPTED or _OPEN.search(text):
            return relation
        portion = read_portion(text)
        said = [portion] if portion else read_frequencies(text)
        if not said or any(each.rate not in self.rates for each in said):
            return relation
        read = text[said[0].start : said[0].end].strip()
        return Relation(Reason.EQUAL_VALUE, f"as often: read {read}, accepted {self.shown}", read, certain=True)


def recurring_gold(question: Question, quantity: Gold) -> Gold:
    """Return a gold that also reads other words for how often, where the accepted texts say that and nothing else; else ``quantity``."""
    rates = frequencies(question.accepted)
    return RecurringGold(rates, quantity) if rates else quantity


def frequency_against(text: str, gold: str, question: str) -> Closeness | None:
    """Return that an answer does not say how often, or otherwise, where the accepted one does: "5 mg twice daily".

    >>> frequency_against("5 mg once a day", "5 mg twice daily", "What dose?").note
    'is another frequency than that accepted'
    """
    wanted = read_frequency(gold)
    if wanted is None or "/" in gold:
        return None
    said = read_frequency(text)
    if said is None:
        asked = read_frequency(question)
        missing = asked is None or asked.rate != wanted.rate
        return Closeness(Reason.LESS_PRECISE, "does not say how often") if missing and _TIMES.search(gold) else None
    return (
        None if said.rate == wanted.rate else Closeness(Reason.WRONG_VALUE, "is another frequency than that accepted")
    )
