"""Where something is: what lies under the table does not lie on it."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex

_ASKS_WHERE = regex(r"\b(?:where|in what place|which place)\b", re.IGNORECASE)
_ASKS_INTO = regex(r"\W*(?:in)?to (?:what|which)\b", re.IGNORECASE)
_INTO = regex(r"\s+(?:in)?to\s+[a-z]")  # "maltose into starch" turns into starch
_BECOMES = regex(r"\sinto\s+(?:an?\s+|the\s+)?(?P<what>[\w-]+)")
_PLACED = regex(
    r"\b(?P<how>under(?:neath)?|beneath|below|behind|above|over|beside|next to|near(?:by|to)?|close to|opposite|outside|between|before|past|in front of|across from|off|beyond"
    r"|alongside|inside|within|on top of)\s+(?:(?:the|an?|his|her|its|their|my|your|our|this|that)\s+)?(?:(?!at\b|in\b|on\b|from\b)[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
_GIVEN = regex(
    r"(?P<how>on top of|on|in|at|inside|within|into|onto|upon)\b|(?P<other>under|beneath|below|behind|above|over|beside|next to|near|opposite|outside|between|off)\b",
    re.IGNORECASE,
)
# "at the bus stop" is not on the bus
_PLACE = regex(
    r"\W*(?:in|on|at|near|by|inside|under|behind)\s+(?:the|an?|his|her|its|their)\s+[a-z-]+\s+[a-z-]+\W*\Z",
    re.IGNORECASE,
)
_IN_A_COMPOUND = regex(
    r"\s+(?!there\b|here\b|again\b|today\b|now\b|then\b|alone\b|itself\b|nearby\b|outside\b|inside\b|upstairs\b|downstairs\b|somewhere\b|[a-z]+(?:ly|ed|ing)\b)(?P<head>[a-z]{3,})\W*\Z",
    re.IGNORECASE,
)
_REACH = 40  # characters before a place in which it is said how something lies to it
_LIKE_ON, _LIKE_IN = frozenset(("on top of",)), frozenset(("inside", "within"))


def placed_otherwise(text: str, span: tuple[int, int], accepted: str, question: str) -> bool:
    """Return whether an answer puts something elsewhere in respect of an accepted place: "under the table" for "on the table".

    Only words that exclude each other count: in, on and at are often said of the same place.

    >>> placed_otherwise("under the table", (10, 15), "on the table", "Where is it?")
    True
    >>> placed_otherwise("at the station", (7, 14), "in the station", "Where is it?")
    False
    """
    if not _asks_where(question):
        turned = _ASKS_INTO.match(question) is not None and _INTO.match(text, span[1]) is not None
        return turned or (" into " in accepted and " into " in text and _becomes_otherwise(text, accepted))
    if _IN_A_COMPOUND.match(text, span[1]) and _PLACE.match(text):
        return True
    said = _PLACED.search(text, max(0, span[0] - _REACH), span[0])
    if said is None or has_preposition(text, span):
        return False
    given = _GIVEN.match(accepted)
    if given and given["other"]:
        return False  # it has to be said all the same
    how, own = said["how"].lower(), given["how"].lower() if given else ""
    if own.startswith("on") or own == "upon":
        return how not in _LIKE_ON
    return how not in _LIKE_IN


def has_preposition(text: str, span: tuple[int, int]) -> bool:
    """Return whether what stands at ``span`` begins with a preposition, so that none before it is its own: "get off at Bell Square"."""
    return text[span[0] : span[0] + 3].lower() in ("at ", "in ", "on ")


def _becomes_otherwise(text: str, accepted: str) -> bool:
    """Return whether an answer has something turned into another thing than the accepted one."""
    own, said = _BECOMES.search(accepted), _BECOMES.search(text)
    return own is not None and said is not None and said["what"].lower() not in accepted.lower().split(" into ")[-1]


@lru_cache(maxsize=512)
def _asks_where(question: str) -> bool:
    return _ASKS_WHERE.search(question) is not None
