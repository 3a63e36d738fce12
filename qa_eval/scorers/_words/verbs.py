"""Verbs and other words by their stems, so that "They fell" speaks of what "Did sales fall?" asks."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES, is_past, stem_of
from qa_eval.scorers._words.wording import SMALL, key

HELPING = frozenset(AUXILIARIES)
_BY_WHOM = regex(
    r"(?<=[a-z])\s+(?:[a-z]{3,}ed|made|built|written|led|held|run|drawn|sold|sent|lent)\s+by\s+(?:the\s+)?[A-Z][\w.&'’-]*(?:\s+(?:&\s+)?[A-Z][\w.&'’-]*)*"
    r"(?=\s+(?!(?:in|on|at|for|from|to|and|or|with|during|after|before|as|of|by|when|while)\b)[a-z]+)"
)


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


def without_maker(question: str) -> str:
    """Return a question without the participle that only tells by whom its subject was made.

    >>> without_maker("When does the bond issued by Agua mature?"), without_maker("When was the bond issued by Agua?")
    ('When does the bond mature?', 'When was the bond issued by Agua?')
    """
    return _BY_WHOM.sub("", question) if " by " in question else question
