"""Which questions are nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

from qa_eval.model import Unanswerable, YesNoAnswer
from qa_eval.reading.text import normalised, words
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.formats import Where
    from qa_eval.model import Question

SHARE = 0.8
"""Share of their words that two wordings have in common from which on they are nearly the same …"""
SOME_SHARE = 0.6
LETTERS = 0.8
"""… or some share of the words, and this share of the letters of all others, as with a word spelt in two ways."""


CROWDED = 30
"""Wordings with one answer that share a rare word and are compared with each other; more of them are of one pattern."""


@value
class Pair:
    """Two questions of one document with a wording in the same words, or with an answer in common and nearly the same.

    The second stands later in the dataset.
    """

    first: Question
    second: Question
    other: int  # number of the first question in the dataset
    number: int  # number of the second
    first_text: str
    key: Where  # where the wording stands in the second question
    same_words: bool


@value
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

    Two wordings can share most of their words only if they share one of their rarest: only those are compared.
    """
    shelves: dict[tuple[str, str, str], list[_Wording]] = {}
    same: dict[tuple[str, tuple[str, ...]], _Wording] = {}
    for wording in _wordings(questions):
        second = questions[wording.number]
        found: dict[int, _Wording] = {}
        for answer, word in product(_answers(second), wording.few_first[: _rare(wording)]):
            shelf = shelves.setdefault((second.document_id, answer, word), [])
            for other in shelf:
                if other.number != wording.number and other.number not in found and _alike(other, wording):
                    found[other.number] = other
            if len(shelf) < CROWDED:
                shelf.append(wording)
        twin = same.setdefault((second.document_id, wording.words), wording)
        if twin.number != wording.number:
            found[twin.number] = twin
        for number, other in sorted(found.items()):
            same_words = other.words == wording.words
            yield Pair(questions[number], second, number, wording.number, other.text, wording.key, same_words)


def _answers(question: Question) -> set[str]:
    """Return what two near-duplicates would have in common; many a question has a yes or a no."""
    if isinstance(question.answer, YesNoAnswer | Unanswerable):
        return set()
    return {normalised(text) for text in question.accepted}


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
    apart = first ^ second
    if any(character.isdecimal() for word in apart for character in word):
        return False
    share = len(first & second) / len(first | second)
    if share >= SHARE or share < SOME_SHARE or len(first) != len(second):
        return share >= SHARE
    letters = SequenceMatcher(None, " ".join(sorted(first - second)), " ".join(sorted(second - first)), autojunk=False)
    return letters.real_quick_ratio() >= LETTERS and letters.quick_ratio() >= LETTERS and letters.ratio() >= LETTERS
