"""Accepted values each with its part, "Ann Ray wrote the words and Bo Ek the tune", told in any order, but for no other part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_CUT = regex(r"\s*[,;.](?=\s|\Z)\s*(?:(?:and|while|whereas|but|with)\s+)?|\s+(?:and|while|whereas)\s+", re.IGNORECASE)
_CUT_WITH = regex(rf"{_CUT.pattern}|\s+with\s+", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|never|no|nor|neither|or|without|instead|rather|than|both|after|before|until)\b|n['’]t\b", re.IGNORECASE)  # fmt: skip
_MOST = 4  # parts
_LITTLE = frozenset(map(stem_of, "go goes going take takes get gets win wins come comes is by one ones part medal stripe colour color it they then respectively do does make makes hold holds contain contains grow grows keep keeps stand stands lie lies show shows play plays use uses".split()))  # noqa: SIM905 - a word list reads best as one text  # fmt: skip
# how else a part is told
_ALSO = {
    "gold": "first 1st won winner", "silver": "second 2nd runner-up runner", "bronze": "third 3rd", "first": "initially begin began start started originally",
    "second": "then next later", "later": "then next afterwards subsequently", "then": "later next afterwards subsequently", "next": "then later afterwards",
    "top": "upper uppermost", "bottom": "lower lowest", "upper": "top uppermost", "lower": "bottom lowest", "winner": "won first gold", "loser": "lost", "best": "top",
}  # fmt: skip


class _Part(NamedTuple):
    """The stems of the words that name a part, and of those of its value."""

    role: frozenset[str]
    value: frozenset[str]


class RolesGold:
    """Accepted values with their parts; ``plain`` judges an answer that does not give each part a value."""

    def __init__(self, parts: Sequence[_Part], known: frozenset[str], plain: Gold) -> None:
        self.shown, self.plain, self.parts = plain.shown, plain, tuple(parts)
        self.known = known | _LITTLE

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted values."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT or _DENIES.search(text):
            return relation
        given = next(filter(None, (self._given(cut.split(text)) for cut in (_CUT, _CUT_WITH))), None)
        if given is None:
            return relation
        if any(role != value for role, value in given.items()):
            if relation.reason not in ACCEPTED:
                return relation._replace(certain=True)
            told = f"gives one part what is another's, accepted {self.shown}"
            return Relation(Reason.CONTRADICTION, told, shown(text), certain=True)
        if relation.reason in ACCEPTED:
            return relation
        return Relation(Reason.ALIAS, f"the same parts, {self.shown}", shown(text), certain=True)

    def _given(self, clauses: Sequence[str]) -> dict[int, int] | None:
        """Return the value that each part is given, by their places; None where one has none or more is told."""
        clauses = [clause for clause in clauses if clause.strip()]
        if len(clauses) != len(self.parts):
            return None
        given: dict[int, int] = {}
        for clause in clauses:
            words = [word for word in key(clause) if word not in SMALL]
            told = frozenset(map(stem_of, words))
            values = [place for place, part in enumerate(self.parts) if part.value <= told]
            roles = [place for place, part in enumerate(self.parts) if part.role & told]
            if len(values) != 1 or len(roles) != 1:
                return None
            own = self.parts[values[0]].value | self.parts[roles[0]].role | self.known
            if any(stem_of(word) not in own and not is_past(word) for word in words):
                return None
            given[roles[0]] = values[0]
        return given if len(given) == len(set(given.values())) == len(self.parts) else None


def role_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares values by the parts that a question names, where each is accepted with its own; else ``plain``."""
    first = question.accepted[0] if len(question.accepted) == 1 else ""
    if not first or len(first) > SHORT or " " not in first or _DENIES.search(first):
        return plain
    clauses = _CUT.split(first.rstrip(" ."))
    if not 1 < len(clauses) <= _MOST:
        return plain
    asked = frozenset(stem_of(word) for word in key(question.text) if not is_past(word)) - SMALL
    parts = [_part(clause, asked) for clause in clauses]
    roles, values = [part.role for part in parts], [part.value for part in parts]
    apart = all(roles) and all(values) and len(frozenset[str]().union(*roles)) == sum(map(len, roles))
    apart = apart and all(not one <= other for one in values for other in values if one is not other)
    return RolesGold([_named(part, parts) for part in parts], asked, plain) if apart else plain


def _part(clause: str, asked: frozenset[str]) -> _Part:
    words = [word for word in key(clause) if word not in SMALL and not is_past(word)]
    told = frozenset(map(stem_of, words)) - _LITTLE
    return _Part(told & asked, told - asked)


def _named(part: _Part, parts: Sequence[_Part]) -> _Part:
    """Return a part with the other words for it, but for those that name or fill another one."""
    others = frozenset[str]().union(*(each.role | each.value for each in parts if each is not part))
    also = frozenset(stem_of(word) for own in part.role for each, words in _ALSO.items() if stem_of(each) == own for word in words.split())  # fmt: skip
    return part._replace(role=part.role | (also - others - part.value))
