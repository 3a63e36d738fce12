"""Forms of states among the words of a clause: "keep ... as it be" in "It kept its outlook as it was"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.states import states
from qa_eval.scorers._words.alike import lemma
from qa_eval.scorers._words.marked import written_out
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = regex(r"[^\W_]+")
_MOST_BETWEEN = 5  # words between the halves of a form
_ANY = "..."
SKIPPED = frozenset(
    """the a an its his her their still already now also just all both completely fully quite entirely finally really totally simply therefore
    currently presently reportedly then even indeed duly well truly eventually officially formally actually very this that these
    those""".split()  # noqa: SIM905 - a word list reads best as one text
)

NEGATIVE = frozenset("not never no nobody none nothing neither nor without hardly barely scarcely".split())  # noqa: SIM905 - see above
_PASSED = SKIPPED | {"not", "never", "no", "longer"}
_DENYING = frozenset(lemma(folded(word)) for word in NEGATIVE)


class Word(NamedTuple):
    """A word as it is written, in lower case, and what it has in common with its inflections."""

    raw: str
    lemma: str


Words = tuple[Word, ...]


class Place(NamedTuple):
    """Where a form stands among the words of a clause, and the words in its gap."""

    start: int
    end: int
    gap: Words


class Form(NamedTuple):
    """A form, each word as the lemmas or, where it begins with "=", the written words of which any may stand there."""

    words: tuple[tuple[frozenset[str], bool], ...]

    @property
    def denials(self) -> int:
        """How many of its own words deny something: one of "fall short of no ..."."""
        return sum(not own.isdisjoint(_DENYING) for own, _ in self.words)

    @property
    def telling(self) -> frozenset[str]:
        """The lemmas of which one has to be there, those of its longest word."""
        lemmas = (frozenset(map(lemma, own)) if written else own for own, written in self.words if own)
        return max(lemmas, key=lambda own: min(map(len, own)))

    def may_stand(self, lemmas: frozenset[str]) -> bool:
        """Return whether a clause of these lemmas can hold the form."""
        return all(written or not own or not lemmas.isdisjoint(own) for own, written in self.words)

    def places(self, words: Words) -> Iterator[Place]:
        """Yield where the form stands among words."""
        for start in range(len(words)):
            end, gap = self._end(words, start)
            if end:
                yield Place(start, end, gap)

    def _end(self, words: Words, start: int) -> tuple[int, Words]:
        at, open_gap = start, False
        gap: list[Word] = []
        for own, written in self.words:
            if not own:
                open_gap = True
                continue
            while at < len(words) and (words[at].raw if written else words[at].lemma) not in own:
                if open_gap and len(gap) < _MOST_BETWEEN:
                    gap.append(words[at])
                elif at == start or words[at].raw not in _PASSED:
                    return 0, ()
                at += 1
            if at == len(words):
                return 0, ()
            at, open_gap = at + 1, False
        return at, tuple(gap)


class Block(NamedTuple):
    """What may be asked, and the states that say that it is so or that it is not."""

    asked: tuple[Form, ...]
    so: tuple[Form, ...]
    against: tuple[Form, ...]


@cache
def blocks() -> tuple[Block, ...]:
    """Return the table of states as forms."""
    return tuple(Block(*(tuple(map(_form, forms)) for forms in block)) for block in states())


class _Opened(NamedTuple):
    """What may be asked by what it opens with, in the order of the table: by lemma, and by the word as it is written."""

    lemmas: dict[str, list[tuple[int, Block, Form]]]
    raw: dict[str, list[tuple[int, Block, Form]]]


@cache
def _opened() -> _Opened:
    opened = _Opened({}, {})
    asked = ((block, form) for block in blocks() for form in block.asked)
    for number, (block, form) in enumerate(asked):
        own, written = form.words[0]
        by = opened.raw if written else opened.lemmas
        for word in own:
            by.setdefault(word, []).append((number, block, form))
    return opened


def may_be_asked(words: Words) -> list[tuple[Block, Form]]:
    """Return what may be asked of which the first word stands among some words, in the order of the table."""
    opened = _opened()
    found = {
        each[0]: each for word in words for each in (*opened.lemmas.get(word.lemma, ()), *opened.raw.get(word.raw, ()))
    }
    return [found[number][1:] for number in sorted(found)]


def _form(words: tuple[str, ...]) -> Form:
    return Form(tuple(_alternatives(word) for word in words))


def _alternatives(word: str) -> tuple[frozenset[str], bool]:
    if word.startswith("="):
        return frozenset(word[1:].split("/")), True
    return frozenset() if word == _ANY else frozenset(lemma(folded(each)) for each in word.split("/")), False


def words_of(text: str) -> Words:
    """Return the words of a text, shortened ones written out.

    >>> [word.raw for word in words_of("It's still being built")], words_of("built")[0].lemma == words_of("builds")[0].lemma
    (['it', 'is', 'still', 'being', 'built'], True)
    """
    return tuple(_word(found[0].lower()) for found in _WORD.finditer(written_out(text)))


@lru_cache(maxsize=8192)
def _word(raw: str) -> Word:
    return Word(raw, lemma(folded(raw)))
