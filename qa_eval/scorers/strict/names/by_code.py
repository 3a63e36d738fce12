"""Accepted currencies, countries and languages, in whatever writing and order: "CHF, JPY and CAD" for Swiss francs, yen and Canadian dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers._words.named_by_code import ByCode, named_by_code
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold


class ByCodeGold:
    """Accepted currencies, countries or languages; ``plain`` judges them as words."""

    def __init__(self, accepted: ByCode, plain: Gold) -> None:
        self.shown = plain.shown
        self.accepted, self.plain = accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or not self.accepted.is_same(text):
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)


def by_code_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that knows currencies, countries and languages by names and codes where such are accepted, else ``plain``."""
    accepted = named_by_code(question)
    return ByCodeGold(accepted, plain) if accepted else plain
