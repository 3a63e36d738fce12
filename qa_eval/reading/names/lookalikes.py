"""Words spelt alike that everyone knows as different ones: "Rhine" and "Rhône", "stalactite" and "stalagmite"."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def lookalikes() -> frozenset[str]:
    """Return the words of which none is another misspelt, in lower case and without accents.

    >>> lookalikes() >= {"rhine", "rhone"}, "rhyne" in lookalikes()
    (True, False)
    """
    lines = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
