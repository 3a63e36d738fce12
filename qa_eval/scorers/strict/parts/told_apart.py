"""What an answer tells apart, of which one part is of what is asked: the office and another one, the time before and the one after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.offices import holders
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SMALL
from qa_eval.scorers.strict.parts.formerly import both_times
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 200  # characters; a longer answer tells more
_EDGE = regex(r";\s+|\.\s+(?=[A-Z])|,\s+(?:but|while|whereas|and)\s+")
_ITSELF = regex(r"\W*(?P<what>[^,.;:!?]{2,60}?)\s+(?:itself|themselves|proper)\s", re.IGNORECASE)
# "Ann Lee found it and Bo Ek merely confirmed it"
_MERELY = regex(
    r"(?P<own>[^,.;:!?]+?)(?:,?\s+(?:and|but|while|whereas)\s+|;\s+)(?P<others>[^,.;:!?]+?\s(?:merely|only|just|simply)\s+(?P<deed>[a-z]{3,}ed)\b[^.;:!?]*)\W*"
)
_DOUBTS = regex(r"\b(?:not|never|no|nobody|neither)\b|n['’]t\b|\?", re.IGNORECASE)


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
    if held := holders(text, question):
        return held.others, held.own, "another office"
    if len(text) > _LONGEST or _DOUBTS.search(text):
        return None
    return _by_itself(text, question) or _by_deed(text, question)


def _by_itself(text: str, question: str) -> tuple[str, str, str] | None:
    """Return the parts of "Its sister is 4 m long; the Ada itself is 6": what is told of another thing, and what of the asked one."""
    edge = _EDGE.search(text) if "itself" in text or "themselves" in text or " proper " in text else None
    if edge is None:
        return None
    sides = text[: edge.start()], text[edge.end() :]
    asked = stems(question) - SMALL
    for own, beside in (sides, sides[::-1]):
        told = _ITSELF.match(own)
        if told and stems(told["what"]) & asked and not stems(beside) & asked and has_verb(beside):
            return beside, own, "something else"
    return None


def _by_deed(text: str, question: str) -> tuple[str, str, str] | None:
    """Return what an answer says that one did, and what another merely did beside it, which is not asked."""
    told = _MERELY.fullmatch(text)
    if told is None or not has_verb(told["own"]) or stems(told["deed"]) & stems(question):
        return None
    return told["others"], told["own"], "another deed"
