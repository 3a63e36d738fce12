"""Answers whose layout was lost, so that words stick together: "was married toKenny Andersonfrom 1994", "onOctober 9, 19861"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

# not "iPhone", not "YouTube"
_GLUED = regex(r"\b(?P<left>[a-z]{2,})(?P<right>[A-Z][a-z]{2,})")
_NO_NAMES = frozenset(
    ("de", "van", "mac", "di", "la", "le", "el", "al", "pre", "post", "non", "anti", "pro", "neo", "trans")
)
_MARKED_YEAR = regex(
    r"\b(?P<year>(?:1[5-9]|20)\d\d)\d{1,2}(?=[.;)]?(?:\s|\Z))"
)  # a number of a source stands behind it
_LEAST = 6  # letters of an accepted text that is looked for among letters

_JOINED_NAME = regex(r"\b(?P<left>[A-Z][a-z]+)(?P<right>[A-Z][a-z]{2,})\b")  # "DiCaprio"
_PARTED_NAME = regex(
    r"\b(?P<left>D[aei]|Del|Des|Du|L[ae]|Van|Von|Ma?c|O|Fitz|St) (?P<right>[A-Z][a-z]{2,})\b"
)  # "Di Caprio"


def rejoined(accepted: Iterable[str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how names with a capital within are written otherwise, apart or as one word, and how the accepted texts write them.

    >>> [(pattern.sub(name, "Al McCoy and Ann Mc Coy")) for pattern, name in rejoined(["Ann McCoy"])]
    ['Al McCoy and Ann McCoy']
    >>> [(pattern.sub(name, "Ann DiLeo, Ann Dileo")) for pattern, name in rejoined(["Ann Di Leo"])]
    ['Ann Di Leo, Ann Di Leo']
    """
    found: dict[str, re.Pattern[str]] = {}
    for text in accepted:
        for name in _JOINED_NAME.finditer(text):
            found[name[0]] = re.compile(rf"\b{name['left']}[ -]{name['right']}\b", re.IGNORECASE)
        for name in _PARTED_NAME.finditer(text):
            left, right = name["left"], name["right"]
            found[name[0]] = re.compile(rf"\b(?:{left}|{left.lower()}){right}\b|\b{left}{right.lower()}\b")
    return tuple((pattern, name) for name, pattern in found.items())


def unglued(text: str, accepted: Iterable[str]) -> str:
    """Return a text with the spaces that it lost.

    >>> unglued("Ann was married toKenny Andersonfrom 1994 to 20013.", ["Kenny Anderson"])
    'Ann was married to Kenny Anderson from 1994 to 2001.'
    >>> unglued("He bought an iPhone in 1994.", ["iPhone"])
    'He bought an iPhone in 1994.'
    """
    if not any(found["left"] not in _NO_NAMES for found in _GLUED.finditer(text)):
        return text
    text = _GLUED.sub(
        lambda found: found[0] if found["left"] in _NO_NAMES else f"{found['left']} {found['right']}", text
    )
    for name in accepted:
        at = text.find(name) if len(name) >= _LEAST else -1
        end = at + len(name)
        if at >= 0 and text[end : end + 1].islower():
            text = f"{text[:end]} {text[end:]}"
    return _MARKED_YEAR.sub(r"\g<year>", text)
