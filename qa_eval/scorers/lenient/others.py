"""Other words that mean the same as an accepted one, of those that do in any sentence."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from qa_eval.reading.synonyms import DONE, LIKE, THINGS, synonyms
from qa_eval.scorers.lenient.words import form, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHERE = (("under", "below", "beneath", "underneath"), ("behind", "posterior"), ("over", "above"))


@cache
def _groups() -> Mapping[str, int]:
    """Return each stem of a single word with the place of its line; a stem of two lines is in neither, where a word stands is in one line alone."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for place, line in enumerate(chain(synonyms(DONE), synonyms(LIKE), synonyms(THINGS))):
        for known in {stem(form(each)) for each in line if each.isalpha()}:
            if known in found:
                twice.add(known)
            found[known] = place
    known_once = {known: place for known, place in found.items() if known not in twice}
    return known_once | {stem(form(word)): -place for place, line in enumerate(_WHERE, start=1) for word in line}


@lru_cache(maxsize=65536)
def meaning(word: str) -> int | None:
    """Return a number that words of one meaning share; None for a word of which no other is known.

    >>> meaning("buy") == meaning("purchase") is not None, meaning("lathe")
    (True, None)
    """
    return _groups().get(stem(word))
