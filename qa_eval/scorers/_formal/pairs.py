"""Lists that match one thing with another by their signs: "A-2, B-1" is "A2 B1", "B → 1, A → 2" and "2-A, 1-B"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

MATCHING_ASKED = regex(r"\b(?:match(?:es|ed|ing)?|pair(?:s|ed)?|correspond\w*|columns?|assign\w*)\b", re.IGNORECASE)
LONGEST = 300  # characters of a list
_JOIN = r"\s*(?:[-–—:=]>?|→|⟶|\.|(?i:with|is|to|goes (?:with|to)|matches|belongs to)\b)?\s*"
_ARROW = r"\s*(?:[-–—:=]>?|→|⟶)\s*"
_NUMBER = r"[1-9]|iv|v?i{1,3}|v|IV|V?I{1,3}|V"


def _either(letter: str, join: str) -> str:
    """Return what matches a letter joined with a number, and the other way round."""
    before, behind = rf"[(\[]?(?P<{{0}}>{letter})[)\]]?", rf"[(\[]?(?P<{{0}}>{_NUMBER})[)\]]?"
    return f"{before.replace('{0}', 'l1')}{join}{behind.replace('{0}', 'n1')}|{behind.replace('{0}', 'n2')}{join}{before.replace('{0}', 'l2')}"


_PAIR = regex(rf"(?<!\w)(?:{_either('[A-H]', _JOIN)})(?!\w)")
_SMALL = regex(rf"(?<!\w)(?:{_either('[a-h]', _ARROW)})(?!\w)")
_BESIDE = regex(r"(?:[\s,;.|/]|\b(?:and|the|answer|is)\b)*", re.IGNORECASE)


def same_pairs(answer: str, accepted: str) -> bool | None:
    """Return whether an answer matches all as accepted; None where nothing is matched by signs.

    >>> [same_pairs(said, "A-2, B-1") for said in ("B → 1; A → 2", "(A) 2 (B) 1", "2-A, 1-B", "A1, B2", "A-2", "the first")]
    [True, True, True, False, False, None]
    >>> same_pairs("ii → a, i → c", "i-c, ii-a"), same_pairs("i-a, ii-c", "i-c, ii-a")
    (True, False)
    """
    wanted = _pairs(accepted)
    if len(wanted) < 2 or not _BESIDE.fullmatch(_SMALL.sub("", _PAIR.sub("", accepted))):  # noqa: PLR2004 - one pair is no list
        return None
    said = _pairs(answer) if len(answer) <= LONGEST else frozenset()
    return said == wanted if said else None


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    found = list(_PAIR.finditer(text)) or list(_SMALL.finditer(text))
    return frozenset(((each["l1"] or each["l2"]).upper(), (each["n1"] or each["n2"]).lower()) for each in found)
