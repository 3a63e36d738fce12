"""Votes with both sides told, "9 for, 4 against", in the short form: "9–4 in favour"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.reading.votes import LONGEST, Vote, number_of, read_vote, vote_accepted
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_NUMBER = rf"(?:\d+|{'|'.join(NUMBER_OF)})"
_ACCEPTED = regex(
    rf"(?P<for>{_NUMBER})\s+(?:votes?\s+)?(?:for|in favou?r)(?:\s+[^,;\d]*?)?\s*(?:[,;–-]|\band\b|\bto\b)\s*(?P<against>{_NUMBER})\s+(?:votes?\s+)?(?:against|for\s+(?P<what>[a-z ]+))\W*",
    re.IGNORECASE,
)
_SAID = regex(
    rf"\W*(?:by\s+)?(?P<one>{_NUMBER})(?:\s+votes?)?\s*(?:[-–—:]|\bto\b)\s*(?P<other>{_NUMBER})(?:\s+votes?)?,?\s+(?:(?P<way>in favou?r|for|against)\b)(?P<what>[^,;.\d]*)\W*",
    re.IGNORECASE,
)


# what is voted on, and the clause that says so
_GENERAL = stems(
    "it they the motion bill proposal plan measure amendment resolution vote votes voted ballot result was is were narrowly clearly with by a of in that this council members"
)


class VoteGold:
    """An accepted vote with its two sides; ``words`` judges what tells it in another form."""

    def __init__(self, question: str, vote: Vote, losing: str, words: Gold) -> None:
        self.shown = words.shown
        self.known = stems(question) | _GENERAL
        self.vote, self.losing, self.words = vote, stems(losing), words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted vote."""
        said = self._read(text) if len(text) <= LONGEST else None
        if said is None:
            return self.words.relate(text, document)
        told = f"read {shown(text)}, accepted {self.shown}"
        if said.is_same(self.vote):
            return Relation(Reason.EQUAL_VALUE, f"the same vote: {told}", shown(text), certain=True)
        return Relation(Reason.WRONG_VALUE, f"another vote: {told}", shown(text), certain=True)

    def _read(self, text: str) -> Vote | None:
        """Return the vote that an answer tells, and nothing beside; None for another answer."""
        if self.losing and (said := _SAID.fullmatch(text)):
            one, other = (number_of(said[side]) for side in ("one", "other"))
            against = said["way"].lower() == "against" or bool(self.losing & stems(said["what"]))
            return Vote(*((other, one) if against else (one, other)), "")
        vote = read_vote(text)
        return vote if vote and vote.told and stems(vote.rest) <= self.known else None


def vote_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares votes where the accepted answer tells both sides of one, else ``words``."""
    first = question.accepted[0] if question.accepted else ""
    told = _ACCEPTED.fullmatch(first) if first and "vote" in question.text.lower() else None
    if told:
        vote = Vote(number_of(told["for"]), number_of(told["against"]), "")
        return VoteGold(question.text, vote, told["what"] or "", words)
    accepted = vote_accepted(first, question.text)
    return VoteGold(question.text, accepted, "", words) if accepted else words
