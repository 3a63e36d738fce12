"""Qualities of which what does not have one has the other: what is not clean is dirty; see complements.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def complements(joint: str = ":") -> tuple[tuple[str, str], ...]:
    """Return the pairs of one sort; ``joint``: ":" for what has nothing between, "~" for what is a matter of degree.

    >>> dict(complements())["clean"], dict(complements("~"))["wide"]
    ('dirty', 'narrow')
    """
    text = Path(__file__).with_name("complements.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((one, other) for one, sort, other in lines if sort == joint)
