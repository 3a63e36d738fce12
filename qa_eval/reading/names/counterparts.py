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
    for names, women in _lines():
        for one in names:
            for other in women:
                found[one] = found.get(one, frozenset()) | {other}
                found[other] = found.get(other, frozenset()) | {one}
    return found


@cache
def men() -> frozenset[str]:
    """Return the names of men that have counterparts.

    >>> "paul" in men(), "paula" in men()
    (True, False)
    """
    return frozenset(name for names, _ in _lines() for name in names)


@cache
def spelt_alike() -> tuple[tuple[str, ...], ...]:
    """Return the names that stand side by side, of which some are one in two spellings.

    >>> ("eric", "erik") in spelt_alike(), ("erica", "erika") in spelt_alike()
    (True, True)
    """
    return tuple(side for line in _lines() for side in line)


@cache
def _lines() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    text = Path(__file__).with_name("counterparts.txt").read_text(encoding="utf-8")
    sides = (line.partition(":") for line in text.splitlines())
    return tuple((tuple(names.split()), tuple(women.split())) for names, _, women in sides if women)
