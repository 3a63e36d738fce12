"""A change with its period, "by 12% over five years": what went the other way is another change, "It fell 12% over five years"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.directions import Told, asked_way, goes_against, told_at, wanted_way
from qa_eval.reading.quantities import read_quantities
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold


class ChangeInTimeGold:
    """Accepted words that begin with a change; ``plain`` judges, and takes none that went the other way."""

    def __init__(self, wanted: Told, plain: Gold) -> None:
        self.shown, self.wanted, self.plain = plain.shown, wanted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted change."""
        relation = self.plain.relate(text, document)
        if relation.reason not in ACCEPTED or len(text) > SHORT:
            return relation
        figures = read_quantities(text)
        said = [told_at(text, each.start, each.end) for each in figures[:1]]
        if any(goes_against(told, self.wanted) for told in said):
            return Relation(Reason.CONTRADICTION, f'says "{said[0].word}", accepted {self.shown}', shown(text))
        return relation


def change_in_time_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares which way a change went, where words that begin with one are accepted; else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if not any(map(str.isdecimal, first)) or len(first) > SHORT or not asked_way(question.text).senses:
        return plain
    figures = read_quantities(first)
    if not figures or figures[0].ordinal or figures[0].dated:
        return plain
    wanted = wanted_way(question.text, first, figures[0])
    return ChangeInTimeGold(wanted, plain) if wanted.senses else plain
