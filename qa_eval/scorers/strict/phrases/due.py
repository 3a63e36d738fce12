"""Accepted deadlines by a day of a period: "no later than working day five of the next month" for "by the fifth working day of the following month"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates.due import LONGEST, Due, due_accepted, read_due
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_GENERAL = stems(
    "it they he she you we one the is are be has have had must should deadline due date latest time until at no later end day given"
)


class DueGold:
    """An accepted deadline; ``plain`` judges what tells it in another form."""

    def __init__(self, question: str, due: Due, plain: Gold) -> None:
        self.shown = plain.shown
        self.due, self.plain = due, plain
        self.known = stems(question) | _GENERAL

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted deadline."""
        said = read_due(text) if len(text) <= LONGEST else None
        if said is None:
            return self.plain.relate(text, document)
        told = f"read {shown(text)}, accepted {self.shown}"
        if not said.is_same_day(self.due):
            return Relation(Reason.WRONG_DATE, f"another day: {told}", shown(text))
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or said.way not in ("by", "") or not stems(said.rest) <= self.known:
            return relation
        return Relation(Reason.SAME_DATE, f"the same deadline: {told}", shown(text))


def due_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for a deadline by a day of a period, else ``plain``."""
    due = due_accepted(question.accepted[0]) if question.accepted else None
    return DueGold(question.text, due, plain) if due else plain
