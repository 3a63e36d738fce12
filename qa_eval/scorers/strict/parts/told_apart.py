"""What an answer tells apart, of which one part is of what is asked: the office and another one, the time before and the one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.offices import holders
from qa_eval.scorers.strict.parts.formerly import both_times
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold


def by_own_part(relation: Relation, gold: Gold, question: str, text: str, document: Document | None) -> Relation:
    """Return how the part of an answer that is of the time or office asked about relates to what is accepted, where it tells that apart from another one."""
    parts = _parts(text, question, gold.shown)
    if parts is None:
        return relation
    beside, own, other = parts
    again = gold.relate(own, document) if own else None
    elsewhere = gold.relate(beside, document).reason in ACCEPTED if beside else False
    if again is not None and again.reason in ACCEPTED:
        return relation if elsewhere or relation.reason in ACCEPTED else again
    if not elsewhere or relation.reason not in ACCEPTED:
        return relation
    return Relation(Reason.CONTRADICTION, f'says "{beside}" of {other}: read {relation.read}', relation.read)


def _parts(text: str, question: str, accepted: str) -> tuple[str, str, str] | None:
    """Return what an answer tells of something else, what of that which is asked, and what the former is."""
    if times := both_times(text, question, accepted):
        return times
    held = holders(text, question)
    return (held.others, held.own, "another office") if held else None
