"""Given names of men and the women's names that are made of them: "paul" and "paula", which no slip of the pen turns into one another."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def counterparts() -> dict[str, frozenset[str]]:
    """Return each name, and those of the other sex that are its counterparts.

    >>> sorted(counterparts()["paul"]), sorted(counterparts()["paula"])
    (['paula', 'paulette', 'paulina', 'pauline'], ['paul'])
    """
    found: dict[str, frozenset[str]] = {}
    text = Path(__file__).with_name("counterparts.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        men, _, women = line.partition(":")
        for one in men.split() if women else ():
            for other in women.split():
                found[one] = found.get(one, frozenset()) | {other}
                found[other] = found.get(other, frozenset()) | {one}
    return found
