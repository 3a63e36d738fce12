"""What an answer puts first, told behind: "After 5 pm he will carry them up", for carry them up after 5 p.m."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import related_as_told

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_PREPOSITION = r"(?:in|after|before|at|on|by|during|from|until|till|since|within|under|near|behind|outside|inside|between|with|without)"
_FRONTED = regex(
    rf"\W*(?P<first>{_PREPOSITION}\s[^,;.!?]{{2,40}}?|(?:next|last|this|every|each)\s\w+),?\s+"
    r"(?P<rest>(?:they|he|she|it|we|you|the\s\w+(?:\s\w+)?)\s+(?:will|would|is|are|was|were|has|have|had|can|could|must|should|may|might|wants?|plans?|intends?|hopes?|means?|\w+ed)\b.+?)[.!]?\s*",
    re.IGNORECASE,
)
_SET_APART = regex(
    rf"\W*(?P<first>{_PREPOSITION}\s[^,;.!?]{{2,40}}?),\s+(?P<rest>(?!(?:and|or|but|not|then)\b)[^,;!?]+?)[.!]?\s*",
    re.IGNORECASE,
)
_HAS_ONE = regex(rf"\b{_PREPOSITION}\s", re.IGNORECASE)
_TRIED = frozenset((Reason.WRONG_WORDS, Reason.WRONG_NAME, Reason.PARTIAL, Reason.LESS_PRECISE))


class FrontedGold:
    """Accepted words that say when or where; ``plain`` judges an answer as it stands, and told in the usual order."""

    def __init__(self, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.plain.relate(text, document)
        told = in_usual_order(text) if relation.reason in _TRIED and len(text) <= SHORT else ""
        return related_as_told(self.plain, relation, told or text, text, document)


def in_usual_order(text: str) -> str:
    """Return a sentence with what it puts before its subject at its end; "" for one that puts nothing there.

    >>> in_usual_order("After 5 pm he will carry them up."), in_usual_order("He will carry them up.")
    ('he will carry them up after 5 pm', '')
    """
    told = _FRONTED.fullmatch(text) or _SET_APART.fullmatch(text)
    return f"{told['rest']} {told['first'][0].lower()}{told['first'][1:]}" if told else ""


def fronted_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes what says when or where at either end of an answer, where the accepted words say it; else ``plain``."""
    return FrontedGold(plain) if any(map(_HAS_ONE.search, question.accepted)) else plain
