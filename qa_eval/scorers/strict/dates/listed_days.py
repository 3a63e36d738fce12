"""Accepted days of one month, "Friday 5 and Saturday 6 July": in whatever order day, weekday and month are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates.listed import read_listed_days
from qa_eval.reading.hedges import alternatives
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.reading.dates.listed import ListedDays
    from qa_eval.scorers.strict.relation import Gold


class ListedDaysGold:
    """Accepted days of one month; an answer that lists days of its own is judged with the accepted words for them by ``plain``."""

    def __init__(self, own: ListedDays, written: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.own, self.written, self.plain = own, written, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted days."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT or self.own.month[:3] not in text.lower():
            return relation
        said = read_listed_days(text)
        if said is None or not self._is_same(said) or any(map(str.isdecimal, said.rest)) or alternatives(said.rest):
            return relation
        again = self.plain.relate(f"{self.written} {said.rest}".strip(), document)
        if again.reason not in ACCEPTED:
            return relation
        return Relation(Reason.ALIAS, f"the same days, {self.shown}", shown(text), certain=True)

    def _is_same(self, said: ListedDays) -> bool:
        alike = (said.month, sorted(said.days)) == (self.own.month, sorted(self.own.days))
        weekdays = not said.weekdays or not self.own.weekdays or said.weekdays == self.own.weekdays
        return alike and weekdays and (not self.own.year or said.year == self.own.year)


def listed_days_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads days of one month where some are accepted, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    own = read_listed_days(first) if len(first) <= SHORT else None
    return ListedDaysGold(own, first, plain) if own and not any(map(str.isalnum, own.rest)) else plain
