"""Questions of yes or no that a condition answers: "Only with a ticket", which "Not unless you have a ticket" says too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers._polarity.limited import is_told_otherwise, limits_alike, limits_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, plain
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold


class LimitedGold:
    """An accepted condition; ``plain`` judges it as words."""

    def __init__(self, question: Question, plain: Gold, limits: tuple[str, ...]) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.asked = question.text
        self.limits = limits

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted condition."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        told = plain(text)
        if relation.reason in ACCEPTED:
            if all(is_told_otherwise(limit, told) for limit in self.limits):
                return Relation(Reason.CONTRADICTION, f"does not limit it to {self.shown}", relation.read)
            return relation
        if any(limits_alike(limit, told, self.asked) for limit in self.limits):
            return Relation(Reason.AGREES, "tells on what condition it is so, as accepted", shown(text), certain=True)
        return relation


def limited_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for the one condition on which something is so, where it is asked whether it is, else ``plain``."""
    limits = limits_in(question)
    return LimitedGold(question, plain, limits) if limits else plain
