"""What a thing is like, told behind it: "birds as long as they are kept in cages" are caged birds, "fish if it is raw" is raw fish."""

from __future__ import annotations

import re

from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex

_IF = r"(?:(?:but\s+)?only\s+(?:if|when)|if|when|as long as|so long as|provided(?:\s+that)?|providing(?:\s+that)?)"
_BEHIND = regex(
    rf"\W*(?P<article>(?:an?|the|your|some|any)\s+)?(?P<thing>[\w-]+(?:\s+[\w-]+)?),?\s+"
    rf"(?:{_IF}\s+(?:they|it|these|he|she)|that|which|who)(?:['’](?:re|s)|\s+(?:are|is|were|was|be|(?:has|have|had)(?:\s+been)?))\s+"
    r"(?:(?P<held>(?:kept|held|transported|sold|carried|packed)\s+)?in\s+(?:an?\s+|their\s+)?(?P<holder>[a-z]+)|(?:worked|operated|used|driven|powered|made)\s+(?:by|from|of)\s+(?P<means>[a-z]+)|(?P<like>[\w-]+(?:\s+[\w-]+)?))\W*",
    re.IGNORECASE,
)
_BRACKETED = regex(r"(?P<thing>[\w-]+) \((?P<like>[a-z-]+)\)")
_VOWELS = "aeiou"
_LETTERS = 3  # of a short word of which the last is doubled, "tin" and "can"


def modifier_first(text: str) -> str:
    """Return a thing with what it is like before it, where that is told behind; the text itself else.

    >>> modifier_first("birds as long as they are kept in cages"), modifier_first("fish if it is raw"), modifier_first("a plane that is worked by hand")
    ('caged birds', 'raw fish', 'a hand plane')
    >>> modifier_first("dogs if they're guide dogs"), modifier_first("bolts that had rusted"), modifier_first("raw fish")
    ('guide dogs', 'rusted bolts', 'raw fish')
    """
    if bracketed := _BRACKETED.fullmatch(text):
        return f"{bracketed['like']} {bracketed['thing']}"
    found = _BEHIND.fullmatch(text)
    if found is None or (found["like"] or "").split(" ")[0].lower() in {"not", "never", "no"}:
        return text
    thing, like = found["thing"], found["means"] or found["like"] or _held_in(found["holder"])
    whole = like if like.split()[-1].lower() == thing.split()[-1].lower() else f"{like} {thing}"
    return f"{found['article'] or ''}{whole}"


def _held_in(holder: str) -> str:
    """Return what is held in something by an adjective: "caged", "bottled", "tinned"."""
    word = singular(holder.lower())
    if word.endswith("e"):
        return f"{word}d"
    doubled = len(word) == _LETTERS and word[1] in _VOWELS and word[0] not in _VOWELS
    return f"{word}{word[-1] if doubled else ''}ed"
