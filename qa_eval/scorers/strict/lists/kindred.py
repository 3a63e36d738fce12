"""Items told by other words or signs that mean the same: "a flashlight" for a torch, "As" for arsenic, "2 L water" for two litres of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_figure
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import expressed, is_small, lemma, near_to
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.reading.quantities import Quantity

# signs that are words as well, so that they stand for an element only where they are all of an item
_SIGNS = {
    "As": "arsenic", "I": "iodine", "In": "indium", "He": "helium", "Be": "beryllium", "At": "astatine", "No": "nobelium", "Co": "cobalt", "V": "vanadium",
    "Se": "selenium", "B": "boron", "C": "carbon", "N": "nitrogen", "O": "oxygen", "F": "fluorine", "P": "phosphorus", "S": "sulphur", "K": "potassium",
    "U": "uranium", "W": "tungsten", "H": "hydrogen", "Si": "silicon", "Ar": "argon", "Ne": "neon", "Br": "bromine", "CO": "carbon monoxide",
    "N2": "nitrogen", "O2": "oxygen", "H2": "hydrogen", "NO": "nitric oxide",
}  # fmt: skip

# what tells on which side of an age or a measure something is, and with or without what
_UNDER = regex(
    r"\b(?:(?:who are )?(?:aged |ages )?(?:under|below|younger than|less than)(?: the age of)?)\s(?=\S)", re.IGNORECASE
)
_OVER = regex(
    r"\b(?:(?:who are )?(?:aged |ages )?(?:over|above|older than|more than)(?: the age of)?)\s(?=\S)", re.IGNORECASE
)
_SIDES = frozenset("under over without no not before after outside inside".split())  # noqa: SIM905 - a word list reads best as one text
_FEWEST = 2  # words of an item of which one may be put otherwise


def is_kindred(part: str, names: Iterable[str]) -> bool:
    """Return whether a part of a list is an item by another word, a sign or another way to write its amount.

    >>> is_kindred("a flashlight", ["a torch"]), is_kindred("2 L water", ["two litres of water"]), is_kindred("As", ["arsenic"])
    (True, True, True)
    >>> is_kindred("a lamp", ["a torch"]), is_kindred("3 L water", ["two litres of water"])
    (False, False)
    >>> is_kindred("bicycle rental", ["bike hire"]), is_kindred("bicycle repair", ["bike hire"])
    (True, False)
    >>> is_kindred("children younger than 12", ["children under twelve"]), is_kindred("children over 12", ["children under twelve"])
    (True, False)
    """
    sign = _SIGNS.get(part.strip(" .,"))
    meant: tuple[str, ...] | None = None
    for name in names:
        if sign == name or (sign == "sulphur" and name == "sulfur"):
            return True
        if not name[:1].islower():
            continue
        meant = _meant(part) if meant is None else meant
        if meant and (meant == _meant(name) or _is_near(part, name)):
            return True
        if _same_amount(part, name):
            return True
    return False


@lru_cache(maxsize=512)
def _meant(text: str) -> tuple[str, ...]:
    words = key(_OVER.sub("over ", _UNDER.sub("under ", text)))
    sides = tuple(word for word in words if word in _SIDES)
    meant = tuple(meaning for _, _, meaning in expressed(words) if meaning not in SMALL and not is_small(meaning))
    return meant and (*(each for each in meant if each not in _SIDES), *sides)


def _is_near(part: str, name: str) -> bool:
    """Return whether one word apart, for which a near synonym stands, a part has the words of an item: "bicycle rental" for bike hire."""
    mine, its = _told(part), _told(name)
    if len(mine) != len(its) or len(mine) < _FEWEST or not _SIDES.isdisjoint(mine.keys() | its.keys()):
        return False
    own, other = mine.keys() - its.keys(), its.keys() - mine.keys()
    if not len(own) == len(other) == 1:
        return False
    one, two = own.pop(), other.pop()
    return bool({two, f"={its[two]}"} & near_to(mine[one], one))


@lru_cache(maxsize=512)
def _told(text: str) -> dict[str, str]:
    """Return the words of a text that are not small, as the form of each by its meaning."""
    words = key(text)
    return {
        meaning: "_".join(map(lemma, words[start:end]))
        for start, end, meaning in expressed(words)
        if meaning not in SMALL and not is_small(meaning)
    }


@lru_cache(maxsize=256)
def _amounts(text: str) -> tuple[Quantity, ...]:
    return read_quantities(text)


def _same_amount(part: str, name: str) -> bool:
    """Return whether two texts give as much of the same."""
    other = _amounts(name)
    if len(other) != 1:
        return False
    one = _amounts(part)
    if len(one) != 1 or not same_figure(one[0], other[0]):
        return False
    rests = [
        _meant(text[: found.start] + " " + text[found.end :]) for text, found in ((part, one[0]), (name, other[0]))
    ]
    return bool(rests[0]) and rests[0] == rests[1]
