"""One thing and not another, "momentum but not energy": told in two statements too, "Momentum is conserved, energy isn't"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, stem_of
from qa_eval.scorers._words.alike import lemma, meant, near_to
from qa_eval.scorers._words.rewording import PREPOSITIONS
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import HELPING, has_verb, stems
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_BUT_NOT = regex(
    r"(?!so as not\b|in order not\b)(?:only |just |that )?(?P<one>[\w' -]{2,60}?)(?:(?:,| but|, but| and|, and)? (?:not|never)|(?:,| but|, but| and|, and) (?:no|without)|,? (?:rather than|instead of)) (?:any )?(?P<other>[\w' -]{2,60})\.?",
    re.IGNORECASE,
)
_CLAUSE = regex(
    r"[,;.]|(?=\b(?:without|with no|rather than|instead of)\b)|\b(?:but|though|although|while|whereas|and(?= (?:not|no|never|without)\b))\b",
    re.IGNORECASE,
)
_AND = regex(r"\band\b", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|no|never|without|neither|rather than|instead of)\b|n['’]t\b", re.IGNORECASE)
_PREDICATE = regex(rf" (?=(?:{AN_AUXILIARY}) )")
_PRONOUN = regex(r"(?:it|he|she|they|we) ", re.IGNORECASE)
# "the tenant owes rent"
_DOES = regex(
    r"(?:the|an?|its|their|his|her) [\w-]+ (?!(?:is|was|has|its|his)\b)[a-z]{2,}s (?!(?:of|in|on|at|for|from|with|and|to|by)\b)[\w' -]+"
)
_BEING = frozenset("is are was were be been being".split())  # noqa: SIM905 - a word list reads best as one text
_OBJECT = regex(r"[a-z] (?:it|him|her|them)(?:\W*\Z|[,;.]| (?:but|and|while|though)\b)", re.IGNORECASE)
_SAYING = stems(
    "any neither without with plus also only just does did is are was were do isn't aren't doesn't wasn't not no never"
)


class Contrast(NamedTuple):
    """Stems of an accepted text: of what is so, of what is not, and of what is told of either, "helped" of "It helped salmon but not eels"."""

    one: frozenset[str]
    other: frozenset[str]
    shared: tuple[str, ...] = ()


class ButNotGold:
    """An accepted text of one thing that is so and another that is not; ``plain`` judges what tells them in another way."""

    def __init__(self, question: str, contrast: Contrast, plain: Gold) -> None:
        self.shown = plain.shown
        self.asked = stems(question)
        self.contrast, self.plain = contrast, plain
        self.every = frozenset((*contrast.one, *contrast.other, *contrast.shared))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted text."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        said, denied = self._told(text)
        one, other, shared = self.contrast
        if relation.reason in ACCEPTED:
            turned = (denied - said) & one - other or (said - denied) & other - one or self._exchanged(text)
            told = f"says otherwise of {', '.join(sorted(turned))}, accepted {self.shown}"
            return Relation(Reason.CONTRADICTION, told, shown(text)) if turned and denied else relation
        if said - set(shared) != one or denied - set(shared) != other:
            return relation
        if shared and not self._is_told(text):
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"says the one and denies the other, accepted {self.shown}", shown(text))

    def _is_told(self, text: str) -> bool:
        """Return whether what is told of either stands in its order, and what does it does not have it done to it: "Salmon helped it"."""
        own, shared = self._shared_in(text), self.contrast.shared
        if len(shared) > 1 and own == shared[1:] and not _BEING.isdisjoint(key(text)):
            return True  # "Pain was eased but swelling was not", whatever eased it
        return own == shared and _OBJECT.search(text) is None

    def _exchanged(self, text: str) -> frozenset[str]:
        """Return what is told of either where it stands the wrong way round: "pain eased the pill"."""
        shared = self.contrast.shared
        turned = len(shared) > 1 and _BEING.isdisjoint(key(text)) and self._shared_in(text) == shared[::-1]
        return frozenset(shared if turned else ())

    def _shared_in(self, text: str) -> tuple[str, ...]:
        stems_in = (self._stem(word) for word in key(text))
        return tuple(dict.fromkeys(stem for stem in stems_in if stem in self.contrast.shared))

    def _told(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the stems of what the parts of an answer say, and of what they deny."""
        said, denied = set[str](), set[str]()
        for part in _parts(text):
            told = {self._stem(word) for word in key(part) if word not in SMALL}
            (denied if _DENIES.search(part) else said).update(told - (self.asked - self.every) - _SAYING)
        return frozenset(said), frozenset(denied)

    def _stem(self, word: str) -> str:
        """Return the stem of a word, that of an accepted one where it means the same."""
        stem = stem_of(word)
        return stem if stem in self.every else self._meant.get(meant(word), stem)

    @cached_property
    def _meant(self) -> dict[str, str]:
        """The accepted stems by what may stand for their words."""
        words = [word for word in key(self.shown) if stem_of(word) in self.every]
        near = {each: stem_of(word) for word in words for each in near_to(lemma(word), meant(word))}
        return near | {meant(word): stem_of(word) for word in words}


def _parts(text: str) -> Iterator[str]:
    """Yield the clauses of an answer; "and" joins two where each has its verb."""
    for clause in _CLAUSE.split(text):
        joined = _AND.split(clause)
        yield from joined if all(has_verb(each) or _DENIES.search(each) for each in joined) else (clause,)


def but_not_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that knows one thing told and another denied where the accepted text is so, else ``plain``."""
    accepted = question.accepted[0] if len(question.accepted) == 1 else ""
    told = _BUT_NOT.fullmatch(accepted) if isinstance(question.answer, EntityAnswer | PhraseAnswer) else None
    if told is None or told["one"].rpartition(" ")[2].lower() in HELPING | PREPOSITIONS:
        return plain  # "the door would not close", "sued for not paying"
    contrast = _contrast(told["one"], told["other"])
    return ButNotGold(question.text, contrast, plain) if contrast.one and contrast.other else plain


def _contrast(one: str, other: str) -> Contrast:
    """Return what is contrasted: the last words of what is so where it is a clause, all of them where "has to pay" is told behind both."""
    whole, behind = _stems_of(one), _stems_of(other)
    cut = _PREDICATE.search(other)
    if cut:
        return Contrast(frozenset(whole), frozenset(_stems_of(other[: cut.start()])), _stems_of(other[cut.end() :]))
    is_clause = has_verb(one) or _PRONOUN.match(one) or _DOES.match(one)
    start = max(len(whole) - len(behind), 0) if is_clause else 0
    shared = tuple(dict.fromkeys(stem for stem in whole[:start] if stem not in behind))
    return Contrast(frozenset(whole[start:]) - set(behind), frozenset(behind) - set(whole), shared)


def _stems_of(text: str) -> tuple[str, ...]:
    return tuple(stem for word in key(text) if word not in SMALL and (stem := stem_of(word)) not in _SAYING)
