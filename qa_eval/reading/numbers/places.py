"""Places counted from the end or from here, "last but one", "the next": ordinals without a number."""

from __future__ import annotations

from qa_eval.reading.regex import regex
from qa_eval.reading.tokens import folded
from qa_eval.values import value

_FROM_END = {
    "antepenultimate": -2, "third to last": -2, "third from last": -2, "last but two": -2, "third-to-last": -2,
    "penultimate": -1, "last but one": -1, "next to last": -1, "second to last": -1, "second from last": -1,
    "one before the last": -1, "one before the last one": -1, "second-to-last": -1, "next-to-last": -1, "second last": -1,
    "last": 0, "final": 0, "last one": 0,
}  # fmt: skip
_FROM_HERE = {"previous": -1, "preceding": -1, "current": 0, "next": 1, "following": 1}
_KNOWN = {phrase: (offset, "end") for phrase, offset in _FROM_END.items()} | {
    phrase: (offset, "current") for phrase, offset in _FROM_HERE.items()
}
_PHRASE = regex(
    rf"\b(?:(?P<the>the )(?={'|'.join(phrase for phrase in _KNOWN if ' ' in phrase and 'next' not in phrase)}))?"
    rf"(?P<phrase>{'|'.join(sorted(_KNOWN, key=len, reverse=True))})(?P<one> one(?! \w+s\b))?\b"
)


@value
class Place:
    """A place ``offset`` steps from the end (0 is the last) or from the current one (1 is the next)."""

    offset: int
    relative_to: str
    start: int
    end: int


def read_places(text: str) -> tuple[Place, ...]:
    """Return the places that ``text`` names, in order.

    >>> [(place.relative_to, place.offset) for place in read_places("the penultimate page, or the last but one")]
    [('end', -1), ('end', -1)]
    """
    return tuple(Place(*_KNOWN[match["phrase"]], *match.span()) for match in _PHRASE.finditer(folded(text)))
