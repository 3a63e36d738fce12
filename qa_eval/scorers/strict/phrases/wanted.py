"""A phrase that an answer has to say: its words, those that say which way, and how often it says that something is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WAYS = frozenset(("from", "to", "into"))
NEGATIVE = frozenset(("no", "not", "never", "without", "none", "neither", "nor", "non", "un"))


class Wanted(NamedTuple):
    """A phrase to be found: its folded words and what their inflections share, those that say which way, and whether it denies something itself."""

    text: str
    words: tuple[str, ...]
    inflected: tuple[str, ...]
    ways: tuple[str, ...]
    negative: bool


def wanted(text: str) -> Wanted:
    """Return a phrase with its words folded."""
    every = key(text)
    words = tuple(word for word in every if word not in SMALL) or every
    return Wanted(
        text, words, tuple(map(uninflected, words)), ways_of(every), not NEGATIVE.isdisjoint(every) or "n't" in text
    )


def ways_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that say which way: "from Paris to Rome" is not "to Paris from Rome"."""
    return tuple(word for word in words if word in _WAYS)


def goes_that_way(told: tuple[str, ...], phrase: Wanted) -> bool:
    """Return whether words that say which way do not say another one than those of a phrase.

    >>> lease = wanted("they lease boats to the firm")
    >>> goes_that_way(("from",), lease), goes_that_way(("from", "to"), lease), goes_that_way((), lease)
    (False, True, True)
    """
    if len(phrase.ways) > 1:
        return told[-len(phrase.ways) :] == phrase.ways
    own = phrase.ways[0]
    other = "to" if own == "from" else "from"
    return phrase.text.startswith("to ") or own in told or other not in told


def may_hold(words: tuple[str, ...], inflected: tuple[str, ...]) -> bool:
    """Return whether all of some words are among others, in any inflection."""
    first = inflected[0][0]
    if not any(word[0] == first and uninflected(word) == inflected[0] for word in words):
        return False
    return frozenset(map(uninflected, words)).issuperset(inflected)


def is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether the words stand side by side in the whole, which has more."""
    length = len(words)
    return 0 < length < len(whole) and any(
        tuple(whole[place : place + length]) == tuple(words) for place in range(len(whole) - length + 1)
    )
