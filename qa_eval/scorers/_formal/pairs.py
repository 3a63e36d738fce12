"""Lists that match one thing with another by their signs: "A-2, B-1" is "A2 B1", "B → 1, A → 2" and "2-A, 1-B"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

MATCHING_ASKED = regex(r"\b(?:match(?:es|ed|ing)?|pair(?:s|ed)?|correspond\w*|columns?|assign\w*)\b", re.IGNORECASE)
LONGEST = 300  # characters of a list
_JOIN = r"\s*(?:[-–—:=]>?|→|⟶|\.|(?i:with|is|to|goes (?:with|to)|matches|belongs to)\b)?\s*"
_PAIR = regex(
    rf"(?<!\w)(?:[(\[]?(?P<letter>[A-J])[)\]]?{_JOIN}[(\[]?(?P<number>[1-9]|iv|v?i{{1,3}}|v)[)\]]?|[(\[]?(?P<first>[1-9]|iv|v?i{{1,3}}|v)[)\]]?{_JOIN}[(\[]?(?P<second>[A-J])[)\]]?)(?!\w)"
)
_BESIDE = regex(r"(?:[\s,;.|/]|\b(?:and|the|answer|is)\b)*", re.IGNORECASE)


def same_pairs(answer: str, accepted: str) -> bool | None:
    """Return whether an answer matches all as accepted; None where nothing is matched by signs.

    >>> [same_pairs(said, "A-2, B-1") for said in ("B → 1; A → 2", "(A) 2 (B) 1", "2-A, 1-B", "A1, B2", "A-2", "the first")]
    [True, True, True, False, False, None]
    """
    wanted = _pairs(accepted)
    if len(wanted) < 2 or not _BESIDE.fullmatch(_PAIR.sub("", accepted)):  # noqa: PLR2004 - one pair is no list
        return None
    said = _pairs(answer) if len(answer) <= LONGEST else frozenset()
    return said == wanted if said else None


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (found["letter"] or found["second"], (found["number"] or found["first"]).lower())
        for found in _PAIR.finditer(text)
    )
