"""Answers whose layout was lost, so that words stick together: "was married toKenny Andersonfrom 1994", "onOctober 9, 19861"."""

from __future__ import annotations

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
