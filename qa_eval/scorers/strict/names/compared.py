"""Which of two ways something went, "Were costs higher or lower?": told by another word, "Costs fell", and not of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import nearly_possible, possible
from qa_eval.scorers._words.direction import way_told
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(
    r"\b(?:is|are|was|were|did|does|do|has|have|will)\s+(?P<what>[^?,]*?)\s+(?:be |been |gone? |go |gotten |become |much |slightly )*(?P<one>higher|lower|more|less|fewer|up|down|rise|risen|fall|fallen|increased?|decreased?|grown?|shrink|shrunk|larger|bigger|smaller) or (?P<other>higher|lower|more|less|fewer|up|down|rise|risen|fall|fallen|increased?|decreased?|grown?|shrink|shrunk|larger|bigger|smaller)\b",
    re.IGNORECASE,
)
_WAY = regex(
    r"\b(?:(?P<up>up|more|larger|bigger|above|greater)|(?P<down>down|less|fewer|smaller|below))\b", re.IGNORECASE
)
_CLAUSE = regex(
    r"[;.!]|,?\s+(?:but|while|whereas|although|though)\s+|,\s+(?:and\s+)?|\s+and\s+(?=[a-z]+ (?:was|were|is|are|rose|fell)\b)"
)
_SUBJECT = regex(
    r"\W*(?P<who>(?:[\w'’&.-]+\s+){0,6}?)(?:was|were|is|are|has|have|had|did|does|do|rose|fell|grew|shrank|dropped|went|came|climbed|jumped|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_ANY = frozenset("figure figures total number amount level levels rate value result results sum one ones".split())  # noqa: SIM905 - a word list reads best as one text
_PRONOUNS = frozenset("it they that this those these he she both".split())  # noqa: SIM905 - a word list reads best as one text


class ComparedGold:
    """An accepted way, 1 for up and -1 for down; ``what`` is what the question asks it of, ``plain`` judges first."""

    def __init__(self, way: int, what: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.way, self.what, self.plain = way, what, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted way."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        ways = {way for clause in _CLAUSE.split(text) if self._is_of_it(clause) and (way := _way(clause))}
        if ways == {self.way} and relation.reason not in ACCEPTED:
            return Relation(Reason.ALIAS, f"goes the same way, {self.shown}", shown(text), certain=True)
        if not ways and relation.reason in ACCEPTED and any(map(_way, _CLAUSE.split(text))):
            return Relation(Reason.CONTRADICTION, f"says it of something else, accepted {self.shown}", shown(text))
        if ways == {-self.way} and relation.reason in ACCEPTED:
            return Relation(Reason.CONTRADICTION, f"tells the other way of it, accepted {self.shown}", shown(text))
        return relation

    def _is_of_it(self, clause: str) -> bool:
        """Return whether a clause tells of what is asked about: by its name, by a pronoun or without any."""
        told = _SUBJECT.match(clause)
        who = [word for word in key(told["who"]) if word not in SMALL and word not in _PRONOUNS] if told else []
        return not who or who[-1] in _ANY or not self.what.isdisjoint(nearly_possible(who[-1]))


def _way(clause: str) -> int:
    way = way_told(clause)
    found = _WAY.search(clause)
    if way or found is None:
        return way
    return 1 if found["up"] else -1


def compared_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for one of two ways that the question gives, "higher or lower", else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer) or " or " not in question.text:
        return plain
    asked = _ASKED.search(question.text)
    ways = {_way(text) for text in question.accepted}
    words = [word for word in key(asked["what"]) if word not in SMALL] if asked else []
    if asked is None or len(ways) != 1 or 0 in ways or not words:
        return plain
    return ComparedGold(ways.pop(), frozenset[str]().union(*map(possible, words)), plain)
