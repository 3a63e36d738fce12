"""Accepted provisions, "section 14(2)(b)": as lawyers and others write them, "§ 14 (2) (b)", "section 14, subsection 2, paragraph b"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.provisions import read_provisions, with_numbers
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.reading.provisions import Provision
    from qa_eval.scorers.strict.relation import Gold

_OF_THE_LAW = regex(
    r"\s+(?:of|in|under) (?:the|this|that|said) (?:Act|Law|Bill|Code|Regulations?|Directive|Convention|Treaty|Charter|Constitution|Statutes?|Rules|Order|Agreement|Contract|Lease)(?![\w ])|\s+thereof\b",
)

_BARE = regex(r"\W*\d{1,4}[a-z]{0,2}(?:\.\d{1,3}[a-z]?)*(?:\s?\([a-z\d]{1,4}\))*\W*", re.IGNORECASE)


class ProvisionGold:
    """Accepted provisions, the first of which ``written`` tells in its text; ``plain`` judges what tells it as that does.

    ``unit`` is what it is one of, where the question says so, and an answer need not.
    """

    def __init__(self, own: Sequence[Provision], written: str, unit: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.own, self.written, self.unit, self.plain = own, written, unit, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted provision."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        told = with_numbers(text)
        if self.unit and _BARE.fullmatch(told):
            told = f"{self.unit} {told}"
        given = tuple(read_provisions(told))
        same = [each for each in given if self._is_own(each)]
        if relation.reason in ACCEPTED and given and not same:
            return Relation(Reason.WRONG_NAME, f"another provision, accepted {self.shown}", shown(text))
        if relation.reason in ACCEPTED or not same:
            return relation
        for each in reversed(same):
            rest = _OF_THE_LAW.sub("", told[each.end :], count=1)
            told = f"{told[: each.start]}{self.written}{rest}"
        again = self.plain.relate(told, document)
        if again.reason not in ACCEPTED:
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)

    def _is_own(self, given: Provision) -> bool:
        return any((given.unit, given.steps) == (own.unit, own.steps) for own in self.own)


def provision_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads provisions where one is accepted, else ``plain``."""
    found = [tuple(read_provisions(text)) if len(text) <= SHORT else () for text in question.accepted]
    if not found or len(found[0]) != 1:
        return plain
    own = found[0][0]
    unit = own.unit if own.unit in question.text.lower() else ""
    every = [provision for each in found for provision in each]
    return ProvisionGold(every, question.accepted[0][own.start : own.end], unit, plain)
