"""What an answer may say beside what is accepted: what the question says, and what the document tells in the same breath."""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meant, near_to
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.chunks import chunks, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.chunks import Chunk

_LONGEST = 20_000  # characters of a document that is looked through
_SENTENCE = regex(r"[^.;!?\n]+(?:\.\d[^.;!?\n]*)*")
_PASSED = frozenset((Kind.ARTICLE, Kind.HIS, Kind.EMPTY, Kind.STOP, Kind.BE, Kind.HAVE, Kind.OWN))
# a name within a question
_NAME = regex(r"(?<=[a-z,] )[A-Z][\w'’&-]*(?: (?:(?:of|de|van|von) )?[A-Z][\w'’&-]*)*")
_NEAR = 3  # words between one that tells more of a thing and the thing
_HALF = 2
# words for what a name in the question may stand for
_KINDS = frozenset(
    meant(folded(word))
    for word in """company group firm club team bank airline council government factory plant school hospital band ship train
    university charity insurer man woman lady couple family people authority organisation""".split()  # noqa: SIM905 - a word list reads best as one text
)
_PEOPLE = frozenset(meant(folded(word)) for word in ("man", "woman", "lady"))


class Known:
    """A question, and the sentences of a document that tell of what is accepted."""

    def __init__(self, question: str, accepted: Iterable[str], document: str, verbs: Iterable[str] = ()) -> None:
        self.asked = frozenset(word.meaning for word in marked(question) if word.kind is Kind.WORD)
        self.verbs = frozenset(verbs)
        self.accepted = frozenset(accepted) | self.verbs
        self.said: frozenset[str] = frozenset()
        asked = [chunk for chunk in chunks(words_of(question)) if chunk.joint and chunk.meanings]
        self.joins = tuple((chunk.joint, chunk.meanings) for chunk in asked)
        self.names = tuple(
            frozenset(word.meaning for word in marked(name[0]) if word.kind is Kind.WORD)
            for name in _NAME.finditer(question)
        )
        self.document = document if len(document) <= _LONGEST else ""

    def beside(self, words: Iterable[Marked]) -> Known:
        """Return the same, with the words of an answer, in which pronouns may stand for what it names."""
        own = copy(self)
        own.said = frozenset(word.meaning for word in words if word.kind is Kind.WORD)
        return own

    @cached_property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """What the words of each sentence mean."""
        return _sentences(self.document)

    @cached_property
    def own(self) -> tuple[tuple[str, ...], ...]:
        """The sentences that tell of what is accepted."""
        return tuple(
            told for told in self.sentences if _HALF * len(self.accepted.intersection(told)) >= len(self.accepted)
        )

    def tells(self, chunk: Chunk) -> bool:
        """Return whether a sentence about what is accepted has the words of a chunk side by side."""
        words = tuple(word.meaning for word in chunk.words if word.kind not in _PASSED and word.kind is not Kind.IT)
        return bool(words) and any(_holds(told, words) for told in self.own)

    def tells_of(self, heads: Iterable[str], chunk: Chunk) -> bool:
        """Return whether a sentence has a chunk right behind one of the heads: "the museum in Torvik"."""
        words = tuple(word.meaning for word in chunk.words if word.kind not in _PASSED)
        return bool(words and chunk.joint) and any(
            _holds(told, (head, chunk.joint, *words)) for told in self.sentences for head in heads
        )

    def tells_with(self, words: Iterable[str], doer: frozenset[str]) -> bool:
        """Return whether a sentence about what is accepted has words side by side, and does not name the doer besides."""
        own = tuple(words)
        return any(_holds(_before_verb(told, self.verbs), own) and doer.isdisjoint(told) for told in self.own)

    def tells_of_pronoun(self, chunk: Chunk) -> bool:
        """Return whether the document has just a pronoun do what is accepted: "that it barked"."""
        meaning = chunk.words[0].meaning if chunk.words else ""
        return any(_holds(told, (meaning, verb)) for told in self.own for verb in self.verbs)

    def tells_just_before(self, words: Iterable[str]) -> bool:
        """Return whether the sentence before one about what is accepted has any of some words."""
        own = frozenset(words)
        return any(own.intersection(one) for one, other in pairwise(self.sentences) if other in self.own)

    def tells_beside(self, word: str, others: Iterable[str]) -> bool:
        """Return whether the document has a word next to one of the others: "rival" of "its rival Alba"."""
        near = frozenset(others)
        return any(
            near.intersection(told[max(0, at - _NEAR) : at + _NEAR + 1])
            for told in self.sentences
            for at, each in enumerate(told)
            if each == word
        )

    def tells_together(self, verb: str, half: str) -> bool:
        """Return whether a sentence about what is accepted has a verb's other half behind the verb."""
        return any(
            half in told[at + 1 : at + 2 + _NEAR] for told in self.own for at, word in enumerate(told) if word == verb
        )

    def tells_anywhere(self, chunk: Chunk) -> bool:
        """Return whether a sentence has the words of a chunk side by side."""
        own = tuple(word.meaning for word in chunk.words if word.kind not in _PASSED)
        return bool(own) and any(_holds(told, own) for told in self.sentences)

    def are_several(self, word: str) -> bool:
        """Return whether the document has a word as that of several: "soldiers", and no soldier."""
        every = {found[0].lower() for found in re.finditer(rf"\b{re.escape(word)}s?\b", self.document, re.IGNORECASE)}
        return every == {f"{word}s"}

    def is_common(self, word: str) -> bool:
        """Return whether the document has a word with a small letter, or as that of several: it is no name."""
        return self.are_several(word) or re.search(rf"\b{re.escape(word)}s?\b", self.document) is not None

    def is_asked(self, chunk: Chunk) -> bool:
        """Return whether a chunk names what the question names: "the man" for "the old man"."""
        words = chunk.meanings
        return self.asked.issuperset(words) or (words[-1] in _KINDS and self.asked.issuperset(words[:-1]))

    def are_one(self, one: Chunk, other: Chunk) -> bool:
        """Return whether the document names the same by two chunks side by side: "a neighbour, Mrs Quill"."""
        mine, its = one.meanings, other.meanings
        return bool(mine and its) and any(
            _holds(told, (*mine, *its)) or _holds(told, (*its, *mine)) for told in self.sentences
        )

    def is_kind(self, chunk: Chunk) -> bool:
        """Return whether a chunk names somebody by their kind alone: "the company"."""
        return len(chunk.meanings) == 1 and chunk.meanings[0] in _KINDS

    def is_kind_for(self, chunk: Chunk, pronoun: Chunk) -> bool:
        """Return whether a pronoun may stand for one named by their kind alone: "it" for "the company"."""
        personal = any(word.word in ("he", "she", "him", "her") for word in pronoun.words)
        return self.is_kind(chunk) and (not personal or chunk.meanings[0] in _PEOPLE)

    def is_one_asked_name(self, chunk: Chunk) -> bool:
        """Return whether a chunk names the one that the question names, which names no other."""
        named = frozenset(chunk.meanings)
        return len(self.names) == 1 and bool(named) and named <= self.names[0]

    def are_two_names(self, one: Chunk, other: Chunk) -> bool:
        """Return whether two chunks name two different ones that the question names."""
        first, second = (
            next((at for at, name in enumerate(self.names) if chunk.meanings and name.issuperset(chunk.meanings)), None)
            for chunk in (one, other)
        )
        return first is not None and second is not None and first != second

    def opens_with(self, chunk: Chunk) -> bool:
        """Return whether the document's first sentence names whom a chunk does."""
        own = [word.meaning for word in chunk.words if word.kind is Kind.WORD]
        return (
            bool(own)
            and not self.accepted.intersection(own)
            and bool(self.sentences)
            and _holds(self.sentences[0], tuple(own))
        )

    def may_be(self, meanings: Iterable[str], doer: frozenset[str]) -> bool:
        """Return whether words may name the one that the question names by the words of ``doer``, as "the skipper" the captain."""
        words = tuple(meanings)
        if not words:
            return False
        return words[-1] in _KINDS or self.is_named(words, doer) or not near_to(words[-1], words[-1]).isdisjoint(doer)

    def is_named(self, words: Iterable[str], doer: frozenset[str]) -> bool:
        """Return whether words name the one that the question names, by their own or as the document does beside these."""
        return any(word in doer or self._stands_by(word, doer) for word in words)

    def _stands_by(self, word: str, names: frozenset[str]) -> bool:
        """Return whether the document has a word right beside a name: "the baker, Nora Stead"."""
        return any(
            (one == word and other in names) or (other == word and one in names)
            for told in self.sentences
            for one, other in pairwise(told)
        )


@lru_cache(maxsize=64)
def _sentences(document: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(word.meaning for word in marked(each[0]) if word.kind not in _PASSED)
        for each in _SENTENCE.finditer(document)
    )


def _holds(told: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(told[at : at + size] == words for at in range(len(told) - size + 1))


def _before_verb(told: tuple[str, ...], verbs: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a sentence before the verb, or all of them where "by" may tell who does it."""
    if "by" in told:
        return told
    return told[: next((at for at, word in enumerate(told) if word in verbs), len(told))]
