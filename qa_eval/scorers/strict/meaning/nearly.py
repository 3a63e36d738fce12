"""Accepted words that an answer says with near synonyms: "put up a list by the door" for "hang a list beside the door"."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from qa_eval.reading.kinds import names_person
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant, near_to, nearly_possible
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.outcomes import REWORDED
from qa_eval.scorers.strict.meaning.restated import Restated, without_turning
from qa_eval.scorers.strict.meaning.worded import nearly_worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.meaning.restated import Wanted

    Words = tuple[Marked, ...]

_AFTER = "after"
_AFTER_WHAT = regex(r"\A\W*(?:after|following) (?!it\b|they\b|he\b|she\b|having\b)(?=[a-z0-9])", re.IGNORECASE)
_MUST = meant("must")
_LEAVE = frozenset(
    (
        "may",
        "can",
        *(
            meant(folded(word))
            for word in ("allow", "forbid", "rule", "law", "regulation", "leaflet", "label", "sign", "notice")
        ),
    )
)
# what takes one on a journey that is asked about
_CARRIED = {
    journey: frozenset(meant(folded(word)) for word in words.split())
    for journey, words in (
        ("sailing", "ship ferry boat vessel"),
        ("crossing", "ship ferry boat"),
        ("cruise", "ship"),
        ("flight", "plane jet aircraft"),
    )
}
_DENYING = frozenset(("un", "in", "im", "il", "ir", "dis"))  # "illegal"
_NOT_DENIED = frozenset(map(folded, ("inflammable", "invaluable", "infamous")))  # "in" denies none of them
# what is kept out is not kept
_KEPT, _HALVES = frozenset(map(folded, ("keep", "hold", "shut", "lock", "let"))), frozenset(("out", "away", "off"))
_FITTED = frozenset((Kind.WORD, Kind.PLACE))


class NearlyRestated(Restated):
    """The accepted texts of one question, whose words near synonyms may stand for where the other words are the same."""

    expressions = False  # whether expressions are taken for one word, "look after"

    @cached_property
    def asked(self) -> frozenset[str]:
        """The meanings of the question's words and what may stand for them, which an answer may say besides."""
        asked = super().asked
        words = (word for word in self._question_words() if word.kind is Kind.WORD and word.meaning in asked)
        carried = (by for what, by in _CARRIED.items() if what in self.question)
        return without_turning(asked.union(*(near_to(word.form, word.meaning) for word in words), *carried))

    @cached_property
    def asks_leave(self) -> bool:
        """Whether the question asks for what one may or must not do."""
        return any(word.meaning in _LEAVE for word in marked(self.question))

    def _own(self, wording: Wording) -> frozenset[str]:
        own = super()._own(wording)
        if REWORDED.isdisjoint(wording.words):
            return own
        return own.union(word.meaning for word in self._worded(wording.text))

    def _worded(self, text: str) -> Words:
        text = _AFTER_WHAT.sub("because of ", text) if self.aims.asks_why else text
        words = nearly_worded(text, expressions=self.expressions)
        return _permitted(words) if self.asks_leave else words

    def _question_words(self) -> Words:
        return marked(self.question, near=self.expressions)

    def _possible(self, word: str) -> frozenset[str]:
        return _possible(word)

    def _fitted(self, words: Words, wanted: Wanted) -> Words:
        return fitted(_denied_alike(words, wanted.words), wanted)


class NearlyExpressed(NearlyRestated):
    """The same, with the expressions that mean nearly the same as a word or another one."""

    expressions = True


def _permitted(words: Words) -> Words:
    """Return words of what one may do with "may" for "can", and for the "must" of "must not"."""
    return tuple(
        word._replace(meaning="may")
        if word.meaning == "can" or (word.meaning == _MUST and behind is not None and behind.kind is Kind.NOT)
        else word
        for word, behind in zip_longest(words, words[1:])
    )


@lru_cache(maxsize=16384)
def _possible(word: str) -> frozenset[str]:
    """Return what a folded word may mean nearly, alone or where it is denied: "legible" of "not illegible"."""
    stems = (word.removeprefix(lead) for lead in _DENYING if word.startswith(lead))
    others = (meant(each) for each in (*stems, *(f"{lead}{word}" for lead in _DENYING)))
    return nearly_possible(word).union(others)


def _denied_alike(words: Words, accepted: Words) -> Words:
    """Return words with "ineligible" for "not eligible" where that is accepted, and "not eligible" where that is."""
    own, other = (next((at for at, word in enumerate(each) if word.kind is Kind.NOT), -1) for each in (words, accepted))
    if (own < 0) is (other < 0):
        return words
    if own >= 0:
        at = own + 1 + (own + 1 < len(words) and words[own + 1].kind is Kind.BE)
        found = next((each for each in accepted if at < len(words) and _denies(each, words[at])), None)
        return words if found is None else (*words[:own], *words[own + 1 : at], found, *words[at + 1 :])
    at = other + 1 + (other + 1 < len(accepted) and accepted[other + 1].kind is Kind.BE)
    if at >= len(accepted):
        return words
    plain = accepted[at]
    unsaid = f"un{plain.word}"
    found_at = next((place for place, word in enumerate(words) if word.word == unsaid or _denies(word, plain)), -1)
    return words if found_at < 0 else (*words[:found_at], accepted[other], accepted[at], *words[found_at + 1 :])


def _denies(word: Marked, plain: Marked) -> bool:
    lead = word.word.removesuffix(plain.word) if word.word.endswith(plain.word) else ""
    if word.word in _NOT_DENIED:
        return False
    return lead in _DENYING and not (lead == "un" and is_past(plain.word))  # "unpaid" is told by undone.py


def fitted(words: Words, wanted: Wanted) -> Words:
    """Return words of an answer with an accepted one for each that may stand for it and is not accepted itself.

    No more than one above the number of the other accepted words; an accepted word that stands alone, where either is an expression
    that can mean one thing alone: "It derailed" for "it came off the rails".
    """
    said = {word.meaning for word in words}
    lacking = [word for word in wanted.words if word.kind in _FITTED and word.meaning not in said]
    of_person = any(names_person(word.word) for word in wanted.words)
    found: list[Marked] = []
    halves = {word.word for word in wanted.words}
    for word, behind in zip_longest(words, words[1:]):
        half = behind.word if behind is not None and behind.word in _HALVES and word.form in _KEPT else ""
        own = word.meaning in wanted.telling or (half and half not in halves)
        other = None if own else _other(word, lacking, of_person=of_person)
        found.append(word._replace(meaning=other.meaning, kind=other.kind) if other else word)
        lacking = [each for each in lacking if each is not other]
    shared = len(said & wanted.telling.keys())
    changed = sum(one is not two for one, two in zip(words, found, strict=True))
    alone = len(wanted.telling) == 1 == changed and any(
        "_" in word.form and not word.form.startswith("by_")
        for word, other in zip(words, found, strict=True)
        if word is not other
        for word in (word, *wanted.words)
    )
    return tuple(found) if alone or 0 < shared >= changed - 1 else words


def _other(word: Marked, lacking: Sequence[Marked], *, of_person: bool) -> Marked | None:
    """Return an accepted word of those lacking that a word may stand for; None for none."""
    if word.word == "when":  # "when she has returned" is after that
        return next((each for each in lacking if each.meaning == _AFTER), None)
    known = near_to(word.form, word.meaning, of_person=of_person) if word.kind is Kind.WORD else frozenset[str]()
    return next((each for each in lacking if each.meaning in known or f"={each.form}" in known), None)
