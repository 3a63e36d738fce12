"""Which questions are nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from qa_eval.reading.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.formats import Where
    from qa_eval.model import Question

SHARE = 0.8
"""Share of their words that two wordings have in common from which on they are nearly the same …"""
SOME_SHARE = 0.6
LETTERS = 0.9
"""… or some share of the words, and this share of the letters, as with a word spelt in two ways."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions of one document of which a wording is nearly the same; the second stands later in the dataset."""

    first: Question
    second: Question
    other: int  # number of the first question in the dataset
    number: int  # number of the second
    first_text: str
    key: Where  # where the wording stands in the second question
    same_words: bool


@dataclass(frozen=True, slots=True)
class _Wording:
    number: int
    key: Where
    text: str
    words: tuple[str, ...]
    few_first: tuple[str, ...]  # its different words, the rarest first


def wordings(question: Question) -> Iterator[tuple[Where, str]]:
    """Yield the question's text and its paraphrases, each with where it stands in the question."""
    yield ("question",), question.text
    for number, text in enumerate(question.paraphrases):
        yield ("paraphrases", number), text


def pairs_alike(questions: Sequence[Question]) -> Iterator[Pair]:
    """Yield each pair of questions that are nearly the same, once for each wording of the second.

    Two wordings can share a part of their words only if they share one of their rarest ones: only those are compared.
    """
    by_word: dict[tuple[str, str], list[_Wording]] = {}
    for wording in _wordings(questions):
        second = questions[wording.number]
        found: dict[int, _Wording] = {}
        for word in wording.few_first[: _rare(wording)]:
            others = by_word.setdefault((second.document_id, word), [])
            for other in others:
                if other.number != wording.number and other.number not in found and _alike(other, wording):
                    found[other.number] = other
            others.append(wording)
        for number, other in sorted(found.items()):
            same = other.words == wording.words
            yield Pair(questions[number], second, number, wording.number, other.text, wording.key, same)


def _wordings(questions: Sequence[Question]) -> list[_Wording]:
    split = [
        (number, key, text, words(text))
        for number, question in enumerate(questions)
        for key, text in wordings(question)
    ]
    counts = Counter(word for *_, parts in split for word in set(parts))
    return [
        _Wording(number, key, text, parts, tuple(sorted(set(parts), key=lambda word: (counts[word], word))))
        for number, key, text, parts in split
    ]


def _rare(wording: _Wording) -> int:
    """Return how many of the rarest words suffice: more than the share that two alike wordings may differ in."""
    size = len(wording.few_first)
    return size - int(SOME_SHARE * size) + 1


def _alike(one: _Wording, other: _Wording) -> bool:
    first, second = set(one.few_first), set(other.few_first)
    share = len(first & second) / len(first | second)
    if share >= SHARE or share < SOME_SHARE:
        return share >= SHARE
    return SequenceMatcher(None, one.text.lower(), other.text.lower(), autojunk=False).ratio() >= LETTERS
