"""Accepted words that an answer says with near synonyms: "put up a list by the door" for "hang a list beside the door"."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.reading.kinds import names_person
from qa_eval.scorers._words.alike import near_to, nearly_possible
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers.strict.meaning.restated import Restated, without_turning
from qa_eval.scorers.strict.meaning.worded import nearly_worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.meaning.restated import Wanted

    Words = tuple[Marked, ...]

_AFTER = "after"
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

    def _worded(self, text: str) -> Words:
        return nearly_worded(text, expressions=self.expressions)

    def _question_words(self) -> Words:
        return marked(self.question, near=self.expressions)

    def _possible(self, word: str) -> frozenset[str]:
        return nearly_possible(word)

    def _fitted(self, words: Words, wanted: Wanted) -> Words:
        return fitted(words, wanted)


class NearlyExpressed(NearlyRestated):
    """The same, with the expressions that mean nearly the same as a word or another one."""

    expressions = True


def fitted(words: Words, wanted: Wanted) -> Words:
    """Return words of an answer with an accepted one for each that may stand for it and is not accepted itself.

    No more than one above the number of the other accepted words.
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
    return tuple(found) if 0 < shared >= changed - 1 else words


def _other(word: Marked, lacking: Sequence[Marked], *, of_person: bool) -> Marked | None:
    """Return an accepted word of those lacking that a word may stand for; None for none."""
    if word.word == "when":  # "when she has returned" is after that
        return next((each for each in lacking if each.meaning == _AFTER), None)
    known = near_to(word.form, word.meaning, of_person=of_person) if word.kind is Kind.WORD else frozenset[str]()
    return next((each for each in lacking if each.meaning in known or f"={each.form}" in known), None)
