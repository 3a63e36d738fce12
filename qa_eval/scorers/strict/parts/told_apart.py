"""What an answer tells apart, of which one part is of what is asked: the office and another one, the time before and the one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold


def by_own_part(
    relation: Relation, gold: Gold, parts: tuple[str, str], other: str, document: Document | None
) -> Relation:
    """Return how the second of two ``parts`` of an answer, which is of what is asked, relates to what is accepted; ``other``: of what the first one is."""
    beside, own = parts
    again = gold.relate(own, document) if own else None
    elsewhere = gold.relate(beside, document).reason in ACCEPTED if beside else False
    if again is not None and again.reason in ACCEPTED:
        return relation if elsewhere or relation.reason in ACCEPTED else again
    if not elsewhere or relation.reason not in ACCEPTED:
        return relation
    return Relation(Reason.CONTRADICTION, f'says "{beside}" of {other}: read {relation.read}', relation.read)
