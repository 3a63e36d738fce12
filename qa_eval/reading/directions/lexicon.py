"""The words that tell which way a figure goes, out of ways.txt and of what compares, and what each of them tells."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_eval.reading.roles.comparisons import degrees

Sense = tuple[str, str]  # what is told of, "amount" or "height", and which way it goes
_MORE, _LESS = "+", "-"
# what is taller or older is more of it; what is faster may take less
_AMOUNTS = frozenset(("longer", "taller", "older", "heavier", "hotter", "dearer", "deeper", "thicker", "wider"))
_WINDS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_OF_WINDS = ("", "ern", "ward", "wards")
_PLACED = frozenset(("height", "time", "lead", "side", "wind"))


class Lexicon(NamedTuple):
    """The senses of each word, as a verb, as a noun and beside a figure: "fell", "drop", "lower"."""

    verbs: dict[str, frozenset[Sense]]
    nouns: dict[str, frozenset[Sense]]
    beside: dict[str, frozenset[Sense]]
    degrees: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return all of them.

    >>> lexicon().verbs["fell"], lexicon().beside["north"]
    (frozenset({('amount', '-')}), frozenset({('wind', 'north')}))
    """
    found: dict[str, dict[str, frozenset[Sense]]] = {"verb": {}, "noun": {}, "beside": {}}
    for line in Path(__file__).with_name("ways.txt").read_text(encoding="utf-8").splitlines()[1:]:
        kind, axis = line.split(":", 1)[0].split()
        more, less = (side.split() for side in line.split(":", 1)[1].split(":"))
        for way, words in ((_MORE, more), (_LESS, less)):
            for word in words:
                _add(found[kind], word, (axis, way))
    known = frozenset(_compared(found["beside"]))
    for wind in _WINDS:
        for ending in _OF_WINDS:
            _add(found["beside"], wind + ending, ("wind", wind))
    return Lexicon(found["verb"], found["noun"], found["beside"], known)


def is_place(word: str) -> bool:
    """Return whether a word beside a figure says where or when something is, from another: "north", "before"."""
    return any(axis in _PLACED for axis, _ in lexicon().beside.get(word, ()))


def _compared(beside: dict[str, frozenset[Sense]]) -> list[str]:
    """Add the words that compare, each with what it measures, and with more or less where that is an amount."""
    own = set(beside)
    words = [word for word in degrees() if word not in own]
    for word in words:
        relation, more = degrees()[word]
        measure = relation.name.removeprefix("comparison of ")
        way = _MORE if more else _LESS
        _add(beside, word, (measure, way))
        if measure in _AMOUNTS or not relation.wider:
            _add(beside, word, ("amount", way))
    return words


def _add(table: dict[str, frozenset[Sense]], word: str, sense: Sense) -> None:
    table[word] = table.get(word, frozenset()) | {sense}
