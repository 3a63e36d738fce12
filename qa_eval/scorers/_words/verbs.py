"""Verbs and other words by their stems, so that "They fell" speaks of what "Did sales fall?" asks."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.verbs import AUXILIARIES, is_past, stem_of
from qa_eval.scorers._words.wording import SMALL, key

HELPING = frozenset(AUXILIARIES)


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry meaning.

    >>> stems("It fell") == stems("falls"), stems("They qualified") == stems("to qualify")
    (True, True)
    """
    return frozenset(stem_of(word) for word in key(text) if word not in SMALL)


def has_verb(text: str) -> bool:
    """Return whether a text has a word that is a verb by its form, or one that helps a verb."""
    return any(word in HELPING or is_past(word) for word in key(text))
