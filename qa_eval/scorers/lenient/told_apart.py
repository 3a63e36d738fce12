"""Words that no slip of the pen makes of one another: two names that everyone knows, or one stem with contrary affixes."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from qa_eval.reading.names.counterparts import spelt_alike
from qa_eval.reading.names.lookalikes import lookalikes
from qa_eval.reading.symbols import ELEMENTS, named
from qa_eval.scorers.lenient.words import countries, form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LEAST = 4  # letters that two words share besides their affixes
_BEGINNINGS = (("hyper", "hypo"), ("inter", "intra"), ("endo", "ecto", "exo"), ("macro", "micro"), ("deci", "deca"))
_ENDINGS = (
    ("er", "ee"),
    ("or", "ee"),
    ("phile", "phobe"),
    ("philia", "phobia"),
    ("philic", "phobic"),
    ("itis", "osis"),
)


def are_told_apart(one: str, other: str) -> bool:
    """Return whether the forms of two words are of different ones, however alike they are spelt.

    >>> are_told_apart("rhine", "rhone"), are_told_apart("hypertension", "hypotension"), are_told_apart("employer", "employee")
    (True, True, True)
    >>> are_told_apart("williams", "williamson")
    True
    >>> are_told_apart("rhine", "rhyne"), are_told_apart("christina", "kristina")
    (False, False)
    >>> are_told_apart("etymologist", "entomologists"), are_told_apart("hematologist", "haematologist")
    (True, False)
    """
    known = _known()
    one, other = _field(one), _field(other)
    if one in known and other in known:
        return known[one].isdisjoint(known[other])
    return _are_contrary(one, other) or is_son(one, other) or is_son(other, one)


def _field(word: str) -> str:
    """Return the field of somebody who works in it, any other word as it is: "hematology", of "hematologists"."""
    stem, found, rest = word.rpartition("logist")
    return f"{stem}logy" if found and rest in ("", "s") else word


def is_son(one: str, other: str) -> bool:
    """Return whether one surname is that of a son of the other, as their forms are.

    >>> is_son("williamson", "william"), is_son("jackson", "johnson")
    (True, False)
    """
    root = one[:-3] if one.endswith(("son", "sen")) else ""
    return len(root) >= LEAST and other in (root, f"{root}s")


def _are_contrary(one: str, other: str) -> bool:
    """Return whether two words are one with contrary beginnings or endings: "intrastate", "interstate"."""
    for affixes in _BEGINNINGS:
        own, against = _first(one.startswith, affixes), _first(other.startswith, affixes)
        if own != against and own and against:
            return one[len(own) :] == other[len(against) :] and len(one) - len(own) >= LEAST
    for affixes in _ENDINGS:
        own, against = _first(one.endswith, affixes), _first(other.endswith, affixes)
        if own != against and own and against and one[: -len(own)] == other[: -len(against)]:
            return len(one) - len(own) >= LEAST
    return False


def _first(fits: Callable[[str], bool], affixes: Sequence[str]) -> str:
    return next(filter(fits, affixes), "")


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """Return the words that everyone knows, and what those share that are one in two spellings: an element's sign, a line of names."""
    found: dict[str, frozenset[str]] = {}
    given = ((name, " ".join(names)) for names in spelt_alike() for name in names)
    own = ((word, form(word)) for word in sorted(lookalikes() | countries()))
    for word, shared in chain(own, named(ELEMENTS).items(), given):
        known = form(word)
        found[known] = found.get(known, frozenset()) | {shared}
    return found
