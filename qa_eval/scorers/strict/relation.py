"""How an answer relates to the accepted one, apart from whether that is good enough.

Every answer type turns (question, answer) into one Relation. Which relations are right is the policy: the one set below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from qa_eval.model import Reason, Verdict
from qa_eval.scorers._words.shown import shown

if TYPE_CHECKING:
    from qa_eval.model import Document

ACCEPTED = frozenset(
    (
        Reason.EXACT,
        Reason.ALIAS,
        Reason.EQUAL_VALUE,
        Reason.CONVERTED_UNIT,
        Reason.WITHIN_TOLERANCE,
        Reason.ROUNDS_TO_GOLD,
        Reason.SAME_DATE,
        Reason.SAME_ITEMS,
        Reason.CONTAINS_GOLD,
        Reason.REQUIRED_WORDS,
        Reason.AGREES,
        Reason.RIGHTLY_ABSTAINED,
    )
)


class Relation(NamedTuple):
    """What was read and how it relates to what is accepted.

    ``value`` (0..1) is the partial credit where it is more than all or nothing, else None. ``certain`` says that the
    answer cannot be a refusal, though its words could be one elsewhere ("none").
    """

    reason: Reason
    message: str
    read: str
    value: float | None = None
    certain: bool = False


class Closeness(NamedTuple):
    """How a figure relates to the accepted one; ``note`` says more than the reason does."""

    reason: Reason
    note: str = ""


class Gold(Protocol):
    """The accepted answers of one question, read once. ``shown`` is what a person is told of them."""

    shown: str

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones; ``document`` is what the question is about, if it is known."""
        ...


def related_as_told(gold: Gold, relation: Relation, told: str, text: str, document: Document | None) -> Relation:
    """Return how ``told``, an answer ``text`` in other words, relates to ``gold`` where that is accepted; else ``relation``."""
    if told == text:
        return relation
    again = gold.relate(told, document)
    return again._replace(read=shown(text)) if again.reason in ACCEPTED else relation


def verdict_of(relation: Relation) -> Verdict:
    """Return the strict verdict.

    >>> verdict_of(Relation(Reason.LESS_PRECISE, "only the year", "2023"))
    <Verdict.INCORRECT: 'incorrect'>
    """
    if relation.reason in ACCEPTED:
        return Verdict.CORRECT
    return Verdict.ABSTAINED if relation.reason is Reason.ABSTAINED else Verdict.INCORRECT
