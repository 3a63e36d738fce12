"""One thing and not another, "momentum but not energy": told in two statements too, "Momentum is conserved, energy isn't"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_BUT_NOT = regex(
    r"(?:only |just )?(?P<one>[\w' -]{2,60}?)(?:(?:,| but|, but)? (?:not|never)|(?:,| but|, but| and|, and) (?:no|without)) (?:any )?(?P<other>[\w' -]{2,60})\.?",
    re.IGNORECASE,
)
_CLAUSE = regex(
    r"[,;.]|(?=\b(?:without|with no)\b)|\b(?:but|though|although|while|whereas|and(?= (?:not|no|never|without)\b))\b",
    re.IGNORECASE,
)
_AND = regex(r"\band\b", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|no|never|without|neither)\b|n['’]t\b", re.IGNORECASE)
_SAYING = stems(
    "any neither without with plus also only just does did is are was were do isn't aren't doesn't wasn't not no never"
)


class ButNotGold:
    """An accepted text of one thing that is so and another that is not; ``plain`` judges what tells them in another way."""

    def __init__(self, question: str, one: frozenset[str], other: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.of_things = not has_verb(plain.shown)
        self.asked = stems(question)
        self.one, self.other, self.plain = one, other, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted text."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        said, denied = self._told(text)
        if relation.reason in ACCEPTED:
            if not self.of_things:
                return relation
            turned = denied & self.one - self.other or said & self.other - self.one
            told = f"says otherwise of {', '.join(sorted(turned))}, accepted {self.shown}"
            return Relation(Reason.CONTRADICTION, told, shown(text)) if turned and denied else relation
        if said != self.one or denied != self.other:
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"says the one and denies the other, accepted {self.shown}", shown(text))

    def _told(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the stems of what the parts of an answer say, and of what they deny."""
        said, denied = set[str](), set[str]()
        for part in _parts(text):
            (denied if _DENIES.search(part) else said).update(stems(part) - self.asked - _SAYING)
        return frozenset(said), frozenset(denied)


def _parts(text: str) -> Iterator[str]:
    """Yield the clauses of an answer; "and" joins two where each has its verb."""
    for clause in _CLAUSE.split(text):
        joined = _AND.split(clause)
        yield from joined if all(has_verb(each) or _DENIES.search(each) for each in joined) else (clause,)


def but_not_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that knows one thing told and another denied where the accepted text is so, else ``plain``."""
    accepted = question.accepted[0] if len(question.accepted) == 1 else ""
    told = _BUT_NOT.fullmatch(accepted) if isinstance(question.answer, EntityAnswer | PhraseAnswer) else None
    if told is None:
        return plain
    one, other = (stems(told[name]) - _SAYING for name in ("one", "other"))
    return ButNotGold(question.text, one, other, plain) if one and other and one != other else plain
