"""Accepted days of the week that recur: "every Thursday" is "on Thursdays", "every other Tuesday" is "alternate Tuesdays"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.calendar import DAYS
from qa_eval.reading.dates.weekdays import read_weekly
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.parts.opposed import opposed
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from qa_eval.model import Document, Question
    from qa_eval.reading.dates.weekdays import Weekly
from qa_eval.scorers.strict.relation import Gold

_HOW_OFTEN = regex(r"\bhow (?:often|frequently|regularly)\b", re.IGNORECASE)
_DAY = regex("day|weekend", re.IGNORECASE)


class WeeklyGold:
    """Accepted days of the week; ``plain`` judges what tells of more than such days.

    ``often``: it is asked how often, so that an answer has to say that they recur.
    """

    def __init__(self, question: str, accepted: Collection[Weekly], plain: Gold) -> None:
        self.shown = plain.shown
        self.question = question
        self.told, self.often = f"{question} {plain.shown}", _HOW_OFTEN.search(question) is not None
        self.accepted, self.plain = accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted days: every other Friday is not every Friday."""
        relation = self.plain.relate(text, document)
        opposite = opposed(self.question, text, self._holder(document)) if relation.reason in ACCEPTED else ""
        if opposite:
            return Relation(Reason.CONTRADICTION, f'says "{opposite}" of {self.shown}', relation.read)
        said = read_weekly(text)
        if said is None or relation.reason is Reason.CONTRADICTION or opposite_in(self.told, text):
            return relation
        same = any(said.is_same(each) and (said.recurs or not (self.often and each.recurs)) for each in self.accepted)
        told = f"read {shown(text)}, accepted {self.shown}"
        if same and relation.reason not in ACCEPTED:
            return Relation(Reason.SAME_DATE, f"the same days: {told}", shown(text), certain=True)
        if relation.reason in ACCEPTED and not any(said.is_same(each) for each in self.accepted):
            return Relation(Reason.WRONG_DATE, f"other days: {told}", shown(text), certain=True)
        return relation

    def _holder(self, document: Document | None) -> Callable[[str], bool]:
        return lambda clause: self.plain.relate(clause, document).reason in ACCEPTED


def weekly_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares days of the week where the accepted answer is such days, several or recurring; else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if not _DAY.search(first) and sum(day[:3] in first.lower() for day in DAYS) < 2:  # noqa: PLR2004 - "Sun" alone is a star
        return plain
    read = [told for text in question.accepted if (told := read_weekly(text))]
    if not read or read_weekly(first) is None or not (read[0].recurs or len(read[0].days) > 1 or read[0].parts):
        return plain
    return WeeklyGold(question.text, read, plain)
