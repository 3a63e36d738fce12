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
# what is answered with a statement or a condition, however short
_ASKS_REASON = regex(
    r"\s*(?:(?:for|out of|because of) )?(?:why|what (?:reason|cause|led|made))\b|\s*(?:under|on|in) (?:what|which) (?:conditions?|circumstances?|cases?)\b",
    re.IGNORECASE,
)
_ASKS_STATEMENT = regex(
    r"\bwhat\b.*\b(?:mean|meant|means|show|indicate|signal|conclude|conclusion|find|finding|decide|decision|rule|report|say|claim|notice|learn|discover|reveal|announce|argue|warn|fear|complain|allege|wrong|matter|problem|trouble|risk|danger)\b",
    re.IGNORECASE,
)
# what is asked for as it is worded
_ASKS_WORDS = regex(
    r"\s*(?:who|whose|which)\b|\b(?:motto|slogan|titled?|called|named?|song|film|movie|book|novel|poem|play|album|single|painting|quot\w+|words?|phrase|proverb|saying|inscription|headline|caption|lyrics?|spel\w+|password)\b",
    re.IGNORECASE,
)
# "Before the squad arrived", "Only tenants who work shifts", "unless it rains"
_CLAUSE = regex(
    r"(?:because|before|after|when|while|if|unless|until)\s+(?:the|an?|his|her|its|their|all|it|he|she|they|[a-z]+s)\s+(?:[a-z]+\s+)+[a-z]+(?:ed|en)\b|only\s+(?:[a-z]+\s+)+(?:who|which|that)\s",
    re.IGNORECASE,
)
_CONDITION = regex(
    r"(?:[Oo]nly )?(?:[Ii]f|[Uu]nless|[Ww]hether|[Pp]rovided|[Pp]roviding|[Ii]n case|(?:[Ss]o|[Aa]s) long as)\s+[a-z]|[Oo]nce (?:the|it|they|he|she|all|your|his|her|its|their)\s"
)
_PRONOUNS = frozenset(("it", "he", "she", "they", "we", "there"))  # with which a statement begins
_RELATIVE = frozenset(("who", "which", "that", "whom", "what", "where"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "your", "our", "this", "that"))
_DENIED = ("cannot", "can't", "couldn't", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "won't", "hasn't", "hadn't")  # fmt: skip
_FINITE = frozenset((*AUXILIARIES, *_DENIED))


def is_name(words: Sequence[str], question: str) -> bool:
    """Return whether words are few enough for a name, or a long name in capitals: "the Joint Chiefs of Staff of South Korea".

    >>> is_name(["Lake", "Holm"], "Which lake?"), is_name(["They", "merged"], "What happened?")
    (True, False)
    >>> is_name(["Call", "the", "office"], "What should a guest do?")
    False
    """
    if _ASKS_REASON.match(question):
        return False
    if len(words) > 1 and (_begins_as_told(words, question) or _is_clause(words, question)):
        return False
    if _is_instruction(words, question):
        return False
    if len(words) <= LONGEST_NAME:
        return True
    small = sum(word.islower() for word in words)
    return (
        len(words) <= LONGEST_CAPITALISED
        and small * 2 < len(words)
        and all(len(word) <= len("from") for word in words if word.islower())
    )


def _begins_as_told(words: Sequence[str], question: str) -> bool:
    """Return whether words begin as a statement or a deed does: "They merged", "to sell the farm"."""
    first, second = words[:2]
    if not second.islower():
        return False
    if first == "to" or first.lower() in _PRONOUNS:
        return second not in _DETERMINERS if first == "to" else _is_told(second, question)
    return first.islower() and _ASKS_WHAT_IS_DONE.search(question) is not None


def _is_clause(words: Sequence[str], question: str) -> bool:
    """Return whether words have a verb of their own, or are a condition: "the water cannot drain", "if it rains"."""
    text = " ".join(words)
    if _CLAUSE.match(text) or _CONDITION.match(text):
        return True
    at = next((at for at, word in enumerate(words) if at and _is_finite(word, words[at - 1])), 0)
    if at:
        named = words[-1].istitle()  # "The capital is Orvana."
        return not named and _RELATIVE.isdisjoint(words[:at]) and not _ASKS_WORDS.search(question)
    told = any(word.islower() and is_past(word.strip(".,")) for word in words[2:])
    return told and words[1].islower() and _ASKS_STATEMENT.search(question) is not None


def _is_finite(word: str, before: str) -> bool:
    """Return whether a word is a verb that helps another, and no noun: "can" of "it can", not of "the can"."""
    return word in _FINITE and before.islower() and before not in _DETERMINERS


def _is_instruction(words: Sequence[str], question: str) -> bool:
    """Return whether words tell what is to be done, where that is asked for: "Replace the filter"."""
    return any(word.islower() for word in words[1:]) and _ASKS_TO_DO.search(question) is not None


def _is_told(word: str, question: str) -> bool:
    """Return whether a word behind "it" or "they" is a verb: by its form, or as what a question of deeds is answered with."""
    word = word.strip(",.;")
    return word in AUXILIARIES or is_past(word) or _ASKS_DEED.match(question) is not None
