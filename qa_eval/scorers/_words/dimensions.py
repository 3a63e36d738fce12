"""Measures by their adjectives and their nouns: what is "long" has a length."""

from __future__ import annotations

# the first noun of each is that of the measure, any further one may stand for it
NOUNS_OF = {
    "long": ("length",), "wide": ("width", "breadth"), "broad": ("width", "breadth"), "high": ("height",), "tall": ("height",), "deep": ("depth",),
    "thick": ("thickness",), "across": ("diameter", "width"), "old": ("age",), "heavy": ("weight",), "far": ("distance",), "fast": ("speed",),
    "hot": ("temperature",),
}  # fmt: skip
_OF_NOUN = frozenset(noun for nouns in NOUNS_OF.values() for noun in nouns)


def nouns_of(words: frozenset[str]) -> frozenset[str]:
    """Return the nouns of the measures that some words tell by an adjective or its comparative.

    >>> sorted(nouns_of(frozenset(("how", "wider"))))
    ['breadth', 'width']
    """
    return frozenset(
        noun
        for adjective, nouns in NOUNS_OF.items()
        if not words.isdisjoint((adjective, f"{adjective}er", f"{adjective}r", f"{adjective[:-1]}ier"))
        for noun in nouns
    )


def is_measured(word: str) -> bool:
    """Return whether a word is the adjective or the noun of a measure.

    >>> is_measured("deep"), is_measured("depth"), is_measured("great")
    (True, True, False)
    """
    return word in NOUNS_OF or word in _OF_NOUN
