"""Accepted words that an answer says with near synonyms: "put up a list by the door" for "hang a list beside the door"."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from qa_eval.reading.kinds import names_person
from qa_eval.scorers._words.alike import meant, near_to, nearly_possible
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.restated import Restated, without_turning
from qa_eval.scorers.strict.meaning.worded import nearly_worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.meaning.restated import Wanted

    Words = tuple[Marked, ...]

_AFTER = "after"
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
_FITTED = frozenset((Kind.WORD, Kind.PLACE))


class NearlyRestated(Restated):
    """The accepted texts of one question, whose words near synonyms may stand for where the other words are the same."""

    expressions = False  # whether expressions are taken for one word, "look after"

    @cached_property
    def asked(self) -> frozenset[str]:
        """The meanings of the question's words and what may stand for them, which an answer may say besides."""
        asked = super().asked
        words = (word for word in self._question_words() if word.kind is Kind.WORD and word.meaning in asked)
        return without_turning(asked.union(*(near_to(word.form, word.meaning) for word in words)))

    @cached_property
    def asks_leave(self) -> bool:
        """Whether the question asks for what one may or must not do."""
        return any(word.meaning in _LEAVE for word in marked(self.question))

    def _worded(self, text: str) -> Words:
        words = nearly_worded(text, expressions=self.expressions)
        return _permitted(words) if self.asks_leave else words

    def _question_words(self) -> Words:
        return marked(self.question, near=self.expressions)

    def _possible(self, word: str) -> frozenset[str]:
        return nearly_possible(word)

    def _fitted(self, words: Words, wanted: Wanted) -> Words:
        return fitted(words, wanted)


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


def fitted(words: Words, wanted: Wanted) -> Words:
    """Return words of an answer with an accepted one for each that may stand for it and is not accepted itself.

    No more than one above the number of the other accepted words; an accepted word that stands alone, where either is an expression
    that can mean one thing alone: "It derailed" for "it came off the rails".
    """
    said = {word.meaning for word in words}
    lacking = [word for word in wanted.words if word.kind in _FITTED and word.meaning not in said]
    of_person = any(names_person(word.word) for word in wanted.words)
    found: list[Marked] = []
    for word in words:
        other = _other(word, lacking, of_person=of_person) if word.meaning not in wanted.telling else None
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
