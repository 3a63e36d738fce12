"""Votes with both sides told, "9 for, 4 against", in the short form: "9–4 in favour"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than that
_NUMBER = rf"(?:\d+|{'|'.join(NUMBER_OF)})"
_ACCEPTED = regex(
    rf"(?P<for>{_NUMBER})\s+(?:votes?\s+)?(?:for|in favou?r)(?:\s+[^,;\d]*?)?\s*(?:[,;–-]|\band\b|\bto\b)\s*(?P<against>{_NUMBER})\s+(?:votes?\s+)?(?:against|for\s+(?P<what>[a-z ]+))\W*",
    re.IGNORECASE,
)
_SAID = regex(
    rf"\W*(?:by\s+)?(?P<one>{_NUMBER})(?:\s+votes?)?\s*(?:[-–—:]|\bto\b)\s*(?P<other>{_NUMBER})(?:\s+votes?)?,?\s+(?:(?P<way>in favou?r|for|against)\b)(?P<what>[^,;.\d]*)\W*",
    re.IGNORECASE,
)


class VoteGold:
    """An accepted vote with its two sides; ``words`` judges what tells it in another form."""

    def __init__(self, sides: tuple[int, int], losing: str, words: Gold) -> None:
        self.shown = words.shown
        self.sides, self.losing, self.words = sides, stems(losing), words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted vote."""
        said = _SAID.fullmatch(text) if len(text) <= _LONGEST else None
        if said is None:
            return self.words.relate(text, document)
        one, other = (_value(said[side]) for side in ("one", "other"))
        against = said["way"].lower() == "against" or bool(self.losing & stems(said["what"]))
        told = f"read {shown(text)}, accepted {self.shown}"
        if ((other, one) if against else (one, other)) == self.sides:
            return Relation(Reason.EQUAL_VALUE, f"the same vote: {told}", shown(text), certain=True)
        return Relation(Reason.WRONG_VALUE, f"another vote: {told}", shown(text), certain=True)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else NUMBER_OF[number.lower()]


def vote_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares votes where the accepted answer tells both sides of one, else ``words``."""
    asked = question.accepted and "vote" in question.text.lower()
    told = _ACCEPTED.fullmatch(question.accepted[0]) if asked else None
    return (
        words if told is None else VoteGold((_value(told["for"]), _value(told["against"])), told["what"] or "", words)
    )
