"""Whether an accepted text is a name, or a phrase or statement: "Lake Holm", and "They merged"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES, is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_NAME = 5
"""Words of the longest answer that is taken for a name; a longer one is a phrase."""

LONGEST_CAPITALISED = 10
"""Words of the longest answer that is taken for a name where its words are capitalised."""

_ASKS_DEED = regex(r"\s*(?:what|how) (?:did|does|do|will|has|have|had|happens?|happened)\b", re.IGNORECASE)
_ASKS_WHAT_IS_DONE = regex(
    r"\bwhat (?:did|does|do|will|would|must|should|can|could|has|have|is|are|was|were)\b.*\b(?:do|done|doing)\b|\bwhat happen(?:s|ed)\b",
    re.IGNORECASE,
)
_ASKS_TO_DO = regex(
    r"\bwhat (?:do|does|did|will|would|must|should|can|could|is|are|was|were)\b.*\b(?:do|done)\b",
    re.IGNORECASE,
)
# "Before the squad arrived", "Only tenants who work shifts"
_CLAUSE = regex(
    r"(?:because|before|after|when|while|if|unless|until)\s+(?:the|an?|his|her|its|their|all|it|he|she|they|[a-z]+s)\s+(?:[a-z]+\s+)+[a-z]+(?:ed|en)\b|only\s+(?:[a-z]+\s+)+(?:who|which|that)\s",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(("it", "he", "she", "they", "we", "there"))  # with which a statement begins


def is_name(words: Sequence[str], question: str) -> bool:
    """Return whether words are few enough for a name, or a long name in capitals: "the Joint Chiefs of Staff of South Korea".

    >>> is_name(["Lake", "Holm"], "Which lake?"), is_name(["They", "merged"], "What happened?")
    (True, False)
    >>> is_name(["Call", "the", "office"], "What should a guest do?")
    False
    """
    if len(words) > 1 and words[0].lower() in _PRONOUNS and words[1].islower() and _is_told(words[1], question):
        return False
    if len(words) > 1 and words[0].islower() and _ASKS_WHAT_IS_DONE.search(question):
        return False
    if _is_instruction(words, question) or _CLAUSE.match(" ".join(words)):
        return False
    if len(words) <= LONGEST_NAME:
        return True
    small = sum(word.islower() for word in words)
    return (
        len(words) <= LONGEST_CAPITALISED
        and small * 2 < len(words)
        and all(len(word) <= len("from") for word in words if word.islower())
    )


def _is_instruction(words: Sequence[str], question: str) -> bool:
    """Return whether words tell what is to be done, where that is asked for: "Replace the filter"."""
    return any(word.islower() for word in words[1:]) and _ASKS_TO_DO.search(question) is not None


def _is_told(word: str, question: str) -> bool:
    """Return whether a word behind "it" or "they" is a verb: by its form, or as what a question of deeds is answered with."""
    word = word.strip(",.;")
    return word in AUXILIARIES or is_past(word) or _ASKS_DEED.match(question) is not None
