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
