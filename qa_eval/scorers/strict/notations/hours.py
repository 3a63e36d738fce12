"""Accepted hours from one to another, "9 am to 5 pm", which people also write without telling morning from evening: "9–5"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.notations import Kind, notation_of
from qa_eval.reading.notations.hours import hours_in
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes
from qa_eval.scorers._formal.hours import at_night, of_day
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.reading.notations.notation import Values
    from qa_eval.scorers.strict.relation import Gold

_TWO = regex(r"\d.*?(?:[–—-]|to|till|until|and)", re.IGNORECASE)
_BOTH = regex(r"(?!between\b)[^–—]*\band\b", re.IGNORECASE)  # "at 7 am and 5 pm"
_ASKED = regex(r"\b(?:hours|what time|when)\b", re.IGNORECASE)
_DENIED = regex(r"\b(?:not|never|no longer|except|or|but)\b|n['’]t\b", re.IGNORECASE)


class HoursGold:
    """Accepted hours from one to another; ``plain`` judges what is written otherwise."""

    def __init__(self, question: str, hours: frozenset[Values], plain: Gold) -> None:
        self.shown = plain.shown
        self.question, self.told = question, f"{question} {plain.shown}"
        self.hours, self.plain = hours, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted hours."""
        text = of_day(text, self.question)
        relation = self.plain.relate(text, document)
        said = None if relation.reason in ACCEPTED or _DENIED.search(text) else hours_in(text)
        if (
            said is None
            or not at_night(said.values, said.text, self.question) <= self.hours
            or opposite_in(self.told, text)
        ):
            return relation
        told = f"the same hours: read {said.text}, accepted {self.shown}"
        return Relation(Reason.EQUAL_VALUE, told, said.text, certain=True)


def hours_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads hours without their halves of the day where the accepted answer is from one time to another, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if not _TWO.match(first.removeprefix("from ").removeprefix("between ")) or _BOTH.match(first):
        return plain
    spans = [each for each in notation_of(first) if each.kind is Kind.TIME and len(next(iter(each.values), ())) > 1]
    if spans:
        return HoursGold(question.text, spans[0].values, plain)
    alone = hours_in(first) if _ASKED.search(question.text) else None
    return HoursGold(question.text, alone.values, plain) if alone and alone.text in _bare(first) else plain


def _bare(text: str) -> tuple[str, str]:
    """Return a text as it may be nothing but hours: with and without the "from" before it."""
    plain = plain_quotes(text).lower().strip().rstrip(".")
    return plain, plain.removeprefix("from ").removeprefix("between ")
