"""Qualities of which what does not have one has the other: what is not clean is dirty; see complements.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def complements() -> tuple[tuple[str, str], ...]:
    """Return the pairs.

    >>> dict(complements())["clean"]
    'dirty'
    """
    text = Path(__file__).with_name("complements.txt").read_text(encoding="utf-8")
    lines = (line.partition(" : ") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((one, other) for one, _, other in lines)
