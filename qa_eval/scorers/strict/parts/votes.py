"""How many voted one way, where an answer tells of both: "58 for, 41 against" gives 41 where it is asked how many were against it."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 120  # characters; a longer answer tells more
_WAYS = {
    "against": regex(r"\b(?:against|opposed|no)\b", re.IGNORECASE),
    "for": regex(r"\b(?:for|in favou?r|yes|backed|supported)\b", re.IGNORECASE),
    "abstained": regex(r"\babst(?:ain\w*|ention\w*)\b", re.IGNORECASE),
}
_ASKED = regex(
    r"\b(?:how (?:many|much)|(?:what|which) (?:share|part|percentage|proportion|fraction|per ?cent))\b[^?]*\b(?:vot\w+|members|mps|delegates|deputies|councillors|senators)\b",
    re.IGNORECASE,
)
_SIDE = regex(r"(?:,|;|\s+and|\s+with|\s+to|\s+but|\s+while)\s+", re.IGNORECASE)
_NUMBER = regex(r"\d")


def votes_of_side(text: str, question: str) -> str:
    """Return the part of an answer that counts the votes of the side that is asked about, where it counts those of others too; "" for no such.

    >>> asked = "How many members voted against it?"
    >>> votes_of_side("58 for, 41 against", asked), votes_of_side("41", asked)
    ('41 against', '')
    """
    if len(text) > _LONGEST or not _ASKED.search(question):
        return ""
    wanted = [way for way, words in _WAYS.items() if words.search(question)]
    if len(wanted) != 1:
        return ""
    parts = [part for part in _SIDE.split(text) if _NUMBER.search(part)]
    told = [[way for way, words in _WAYS.items() if words.search(part)] for part in parts]
    own = [part for part, ways in zip(parts, told, strict=True) if ways == wanted]
    return own[0] if len(own) == 1 and len(parts) > 1 and all(len(ways) == 1 for ways in told) else ""
