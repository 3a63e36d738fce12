"""Qualities that say the same of one thing and not of another: "low demand" is weak demand; see collocations.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def collocations() -> tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...]], ...]:
    """Return each line: what is spoken of, and the sets of qualities that say the same of it.

    >>> next(sets[0][:2] for heads, sets in collocations() if "demand" in heads)
    ('weak', 'low')
    """
    text = Path(__file__).with_name("collocations.txt").read_text(encoding="utf-8")
    lines = (line.partition(" : ") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(
        (frozenset(heads.split()), tuple(tuple(each.split()) for each in sets.split("|"))) for heads, _, sets in lines
    )
