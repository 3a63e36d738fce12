"""Accepted signs with no letter or digit in them, "👍" and "==": compared as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.bare_signs import are_signs, says_sign
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold


class BareSignGold:
    """Accepted signs; ``plain`` judges an answer that gives none."""

    def __init__(self, question: Question, plain: Gold) -> None:
        self.shown = plain.shown
        self.accepted, self.plain = question.accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted signs."""
        said = says_sign(text, self.accepted) if len(text) <= SHORT else None
        if said is None:
            return self.plain.relate(text, document)
        if said:
            return Relation(Reason.EXACT, f"the accepted sign, {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_NAME, f"another sign, accepted {self.shown}", shown(text), certain=True)


def bare_sign_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares signs where nothing but signs is accepted, else ``plain``."""
    return BareSignGold(question, plain) if are_signs(question.accepted) else plain
