"""Signs that stand for a name of their kind: "Fe" for iron, "U" for uracil, "Ω" for the ohm; see symbols.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENTS, BASES, PARTICLES, UNITS, LETTERS = KINDS = ("elements", "bases", "particles", "units", "letters")


@cache
def symbols(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the signs of a kind, and the names that each stands for; the first is the one most in use.

    >>> symbols(ELEMENTS)["S"], symbols(UNITS)["S"]
    (('sulfur', 'sulphur'), ('siemens',))
    """
    text = Path(__file__).with_name("symbols.txt").read_text(encoding="utf-8")
    section = text.partition(f"\n# {kind}\n")[2].partition("\n#")[0]
    lines = (line.partition(" ") for line in section.splitlines() if line)
    return {sign: tuple(name.strip() for name in names.split(",")) for sign, _, names in lines}


@cache
def named(kind: str) -> Mapping[str, str]:
    """Return the names of a kind, and the sign of each.

    >>> named(BASES)["uracil"]
    'U'
    """
    return {name.lower(): sign for sign, names in symbols(kind).items() for name in names}
