"""Choices that speak of the others: "all of the above" and "none of these"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_THEM = (
    r"(?:of (?:the )?(?:above|these|those|them|others|choices|options|answers)|the above|(?:two|three|four|five))"
)
_ALL = regex(rf"(?:all|both)(?: {_OF_THEM})+(?: (?:choices|options|answers))?", re.IGNORECASE)
_NONE = regex(rf"(?:none|neither)(?: {_OF_THEM})+(?: (?:choices|options|answers))?", re.IGNORECASE)
_NAMES = regex(r"(?:both |only )?(?P<letters>\(?[A-J]\)?(?:(?:, | and |, and | & )\(?[A-J]\)?)+)(?: only)?\.?")
_SAYS_ALL = regex(
    rf"\W*(?:it is |it's |they are |they're )?(?:all|every one|each one|everything)(?: {_OF_THEM})*(?: are(?: correct| right| true)?)?\W*",
    re.IGNORECASE,
)
_SAYS_NONE = regex(
    rf"\W*(?:it is |it's )?(?:none|neither|not one|no one)(?: {_OF_THEM})*(?: (?:is|are)(?: correct| right| true)?)?\W*",
    re.IGNORECASE,
)


def speaks_of_all(text: str, options: Mapping[str, str], named: frozenset[str]) -> frozenset[str]:
    """Return the letter of the choice "all of the above" or "none of these" where an answer says so; empty for none.

    ``named``: the choices that the answer names; all others are all of the above.

    >>> options = {"A": "iron", "B": "zinc", "C": "both of these"}
    >>> [sorted(speaks_of_all(said, options, named)) for said, named in (("all of them", set()), ("iron", {"A"}), ("iron and zinc", {"A", "B"}))]
    [['C'], [], ['C']]
    """
    every = next((letter for letter, option in options.items() if _ALL.fullmatch(option)), "")
    if every and (_SAYS_ALL.fullmatch(text) or named == options.keys() - {every, *_letter_of_none(options)}):
        return frozenset(every)
    return frozenset(_letter_of_none(options) if _SAYS_NONE.fullmatch(text) else ())


def _letter_of_none(options: Mapping[str, str]) -> list[str]:
    return [letter for letter, option in options.items() if _NONE.fullmatch(option)]


def named_in(option: str) -> frozenset[str]:
    """Return the letters of the other choices that a choice is: "both A and C"; empty for any other.

    >>> sorted(named_in("both A and C")), sorted(named_in("Vitamin A"))
    (['A', 'C'], [])
    """
    found = _NAMES.fullmatch(option.strip())
    return frozenset(filter(str.isupper, found["letters"])) if found else frozenset()
