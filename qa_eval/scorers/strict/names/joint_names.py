"""Names that one accepted answer joins: "Pratchett and Gaiman", in whichever order."""

from __future__ import annotations

import re

from qa_eval.reading.lists import split_items
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

_ORDERED = regex(r"\b(?:order|rank\w*|sequence|first|then|last|respectively)\b", re.IGNORECASE)
_PREPOSITION = regex(r"\A\s*(?:in|on|at|from|by|between|both|every|each)\s+", re.IGNORECASE)


def names_of(name: str, question: str) -> frozenset[tuple[str, ...]]:
    """Return the names that an accepted answer joins, "Pratchett and Gaiman", where their order is not asked for."""
    found = frozenset() if "&" in name and "," not in name else joint_names(name)  # a firm keeps its order
    return found if len(found) > 1 and not _ORDERED.search(question) else frozenset()


def joint_names(text: str) -> frozenset[tuple[str, ...]]:
    """Return the folded names that a text joins, without what leads them in."""
    return frozenset(key(_PREPOSITION.sub("", item)) for item in split_items(text))
