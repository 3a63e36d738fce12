"""Names that one accepted answer joins: "Pratchett and Gaiman", in whichever order."""

from __future__ import annotations

import re

from qa_eval.reading.lists import split_items
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

# "Who came first and second?", but not "Which ports get shore power first?"
_ORDERED = regex(
    r"\b(?:order|rank\w*|sequence|respectively)\b|\bfirst\b.*\b(?:second|then|last|next|afterwards|after that)\b|\bsecond\b.*\bthird\b"
    r"|\b(?:do|done)\b.*\b(?:first|then|last)\b",
    re.IGNORECASE,
)
_PREPOSITION = regex(r"\A\s*(?:in|on|at|from|by|between|both|every|each)\s+", re.IGNORECASE)

_LINKED = regex(
    r"(?<=\w )(?:to|in|of|through|over|for|with|before|after|against|without|by|from|on|under|beyond)(?= \w)"
)


def names_of(name: str, question: str) -> frozenset[tuple[str, ...]]:
    """Return the names that an accepted answer joins, "Pratchett and Gaiman", where their order is not asked for."""
    found = frozenset() if "&" in name and "," not in name else joint_names(name)  # a firm keeps its order
    return found if len(found) > 1 and not _ORDERED.search(question) else frozenset()


def joint_names(text: str) -> frozenset[tuple[str, ...]]:
    """Return the folded names that a text joins, without what leads them in."""
    return frozenset(key(_PREPOSITION.sub("", item)) for item in split_items(text))


def is_exchanged(text: str, name: str, *, several: bool) -> bool:
    """Return whether an answer with the words of a name in another order tells another thing; ``several``: the name joins several.

    >>> is_exchanged("Peace through Strength", "Strength through Peace", several=False)
    True
    >>> is_exchanged("Oxford University", "University of Oxford", several=False), is_exchanged("Musk, Elon", "Elon Musk", several=False)
    (False, False)
    """
    if several and " and " in text:
        return True  # "Ann Ray and Tom Bell"
    if "'s " in text or "'s " in name:
        return False  # "South Korea's Joint Chiefs"
    return " to " in name or (_LINKED.search(name) is not None and _LINKED.search(text) is not None)
