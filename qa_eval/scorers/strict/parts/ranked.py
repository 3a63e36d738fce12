"""The part of an answer that tells of the one asked about, where it tells of the first and the second."""

from __future__ import annotations

import re
from itertools import pairwise

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import rank_asked
from qa_eval.scorers.strict.parts.remarks import LONGEST

_RANK = regex(r"\b(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\b(?!\s+of\b)", re.IGNORECASE)  # fmt: skip
_EDGE = regex(r"[;:()]\s*|\.\s+|,\s+|\s[–—-]\s|\s+(?=(?:and|but|while|whereas|then)\s)", re.IGNORECASE)
_VALUE = regex(r"\d")
_TWO = 2
_ONE = regex(r"\b(?:for|to|by|with|of|from)\s+one\b", re.IGNORECASE)  # "£96 for one child, £78 for the second"

_PLACES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
_PLACED = regex(
    rf"(?P<name>[^,;.:]+?)\s+(?:(?:finished|came|was|were|placed|ended(?: up)?|took)\s+)?(?:in\s+)?(?P<rank>{_PLACES})(?:\s+place)?",
    re.IGNORECASE,
)
_PLACE_ASKED = regex(
    rf"\b(?:finish(?:ed|es)?|c[ao]mes?|was|were|is|placed|ranked)\s+(?:in\s+)?(?P<rank>{_PLACES})\b(?!\s+(?:of|to|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_JOINT = regex(r"\s*(?:[,;]\s+(?:(?:and|but|while|with)\s+)?|\s(?:and|but|while|with)\s+)", re.IGNORECASE)


def name_of_rank(text: str, question: str) -> str:
    """Return the name to which an answer gives the rank asked about, where it names several, each with a rank of its own; "" otherwise.

    >>> name_of_rank("Ann Ray finished first, Lina Brandt second and Eva Holm third.", "Who finished second?")
    'Lina Brandt'
    >>> name_of_rank("Ann Ray finished second.", "Who finished second?")
    ''
    """
    asked = _PLACE_ASKED.search(question) if len(text) <= LONGEST else None
    if asked is None or asked["rank"].lower() not in text.lower():
        return ""
    parts = [_PLACED.fullmatch(part) for part in _JOINT.split(text.strip(" .!"))]
    placed = {part["rank"].lower(): part["name"] for part in parts if part}
    return placed.get(asked["rank"].lower(), "") if len(placed) == len(parts) >= _TWO else ""


def part_of_rank(text: str, question: str) -> str:
    """Return the part of an answer that tells of the rank asked about, where each part tells of one of several; "" otherwise.

    >>> part_of_rank("The second dates from 1961 and the first from 1934.", "When was the second one found?")
    'The second dates from 1961 '
    >>> part_of_rank("31 km, the first one 24 km", "How long was the second leg?")
    '31 km, '
    """
    asked = rank_asked(question)
    if not asked or len(text) > LONGEST or _RANK.search(text) is None:
        return ""
    edges = [0, *(edge.end() for edge in _EDGE.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(edges) if _VALUE.search(text, start, end)]
    if len(parts) < _TWO:
        return ""
    ranks = [{_plain(found["rank"]) for found in _RANK.finditer(part)} for part in parts]
    own = [part for part, rank in zip(parts, ranks, strict=True) if rank == {asked}]
    if not own and not any(asked in rank for rank in ranks):
        own = [part for part, rank in zip(parts, ranks, strict=True) if not rank]
    others = sum(
        (bool(rank) and asked not in rank) or (not rank and _ONE.search(part) is not None)
        for part, rank in zip(parts, ranks, strict=True)
    )
    return own[0] if len(own) == 1 and len(own) + others == len(parts) else ""


def _plain(rank: str) -> str:
    return "last" if rank.lower() == "final" else rank.lower()
