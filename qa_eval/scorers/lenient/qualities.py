"""Qualities that are said by denying what has nothing between it and them: "not allowed" is forbidden, "not safe" dangerous."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.complements import complements
from qa_eval.reading.regex import regex
from qa_eval.reading.synonyms import LIKE, synonyms

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 60  # characters of a text that says a quality and nothing else
_HOW = r"(?:strictly|absolutely|completely|entirely|totally|fully|quite|really|currently|now|still|officially|legally|generally|always|at all|so)"
_TOO = regex(r"(?:\btoo\s+(?P<too>[a-z]+)|(?:\bnot|n't)\s+(?P<enough>[a-z]+)\s+enough)\W*\Z", re.IGNORECASE)
_DENIAL = regex(r"\b(?:not|never)\b|n't\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_SAYS = regex(
    rf"\W*(?:(?:yes|no),?\s+)?(?:(?:it|that|this|they|these|those|you|he|she|(?:the )?[a-z]+)\s*(?:(?:'s|'re|is|are|was|were)\s+|(?P<contracted>(?:isn|aren|wasn|weren)'t)\s+))?"
    rf"(?:{_HOW}\s+)?(?:(?P<denied>not|never|no longer)\s+)?(?:{_HOW}\s+)?(?P<quality>[a-z]+)(?:\s+(?:at all|now|there|by law|any more))?\W*",
    re.IGNORECASE,
)


def same_quality(answer: str, accepted: str) -> bool | None:
    """Return whether an answer says the accepted quality or denies the one against it; None where it, or the accepted text, says anything else.

    >>> [same_quality(said, "not allowed") for said in ("It's forbidden.", "permitted", "on Sundays")]
    [True, False, None]
    """
    wanted = _read(accepted)
    said = _read(answer) if wanted else None
    if wanted is None or said is None or wanted[0] != said[0]:
        return None
    return wanted[1] == said[1]


def _read(text: str) -> tuple[int, int] | None:
    """Return which quality, or too much or little of one, a text says, and on which side of it; None for any other text."""
    return _quality(text) or _degree(text)


def _degree(text: str) -> tuple[int, int] | None:
    """Read "too narrow" and "not wide enough", which are one; their kinds are counted downwards, and "not too narrow" is on no side."""
    marked = len(text) <= _LONGEST and ("too " in text.lower() or "enough" in text.lower())
    found = _TOO.search(text) if marked else None
    known = _degrees().get((found["too"] or found["enough"]).lower()) if found else None
    if found is None or known is None:
        return None
    kind, side = known
    return kind, -1 if _DENIAL.search(text, 0, found.start()) else side == bool(found["too"])


@cache
def _degrees() -> Mapping[str, tuple[int, bool]]:
    """Return each quality that is a matter of degree with its kind, and whether it is on the first side of it."""
    pairs = enumerate(complements("~"), start=1)
    return {word: (-kind, word == one) for kind, (one, other) in pairs for word in (one, other)}


def _quality(text: str) -> tuple[int, int] | None:
    if len(text) > _LONGEST or _sides().keys().isdisjoint(_WORD.findall(text.lower())):
        return None
    found = _SAYS.fullmatch(text)
    known = _sides().get(found["quality"].lower()) if found else None
    if found is None or known is None:
        return None
    kind, side = known
    return kind, side != bool(found["denied"] or found["contracted"])


@cache
def _sides() -> Mapping[str, tuple[int, bool]]:
    """Return each quality with its kind, and whether it is on the first side of it or the other."""
    found: dict[str, tuple[int, bool]] = {}
    like = {word: line for line in synonyms(LIKE) for word in line}
    for kind, (one, other) in enumerate(complements()):
        known = next((found[word] for word in (one, other) if word in found), None)
        first = (known[1] if one in found else not known[1]) if known else True
        for side, word in ((first, one), (not first, other)):
            for each in (word, *like.get(word, ())):
                found.setdefault(each, (known[0] if known else kind, side))
    return found
