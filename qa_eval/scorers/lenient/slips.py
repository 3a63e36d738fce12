"""Words that are one in two forms: inflected, spelt otherwise, or with a slip of the pen."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.scorers.lenient.told_apart import are_told_apart
from qa_eval.scorers.lenient.words import LEAST_STEM, stem

_SCALES = frozenset(form for word in ("million", "billion", "trillion", "quadrillion") for form in (word, word + "s"))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Return whether two unlike words are one in another inflection or spelling, or with a slip of the pen.

    >>> alike("zelenskyy", "zelensky"), alike("maximize", "maximization"), alike("1953", "1954"), alike("north", "south")
    (True, True, False, False)
    >>> alike("iceland", "ireland"), alike("icelend", "iceland"), alike("ghandi", "gandhi")
    (False, True, True)
    """
    if (one[0] != other[0] and one[1:3] != other[1:3]) or {one, other} <= _SCALES or are_told_apart(one, other):
        return False
    if one in _POINTS and other in _POINTS:
        return one.removesuffix("ern") == other.removesuffix("ern")
    shortest, longest = sorted((len(one), len(other)))
    if shortest < LEAST_STEM or one[0].isdigit() or other[0].isdigit():
        return False
    if (one.endswith("ie") and other == f"{one[:-2]}y") or (other.endswith("ie") and one == f"{other[:-2]}y"):
        return True  # "Billie" and "Billy"
    if stem(one) == stem(other) or _is_deed(one, other) or _is_deed(other, one):
        return True
    if longest - shortest > 2 or shortest < 5:  # noqa: PLR2004 - two slips at most, in words long enough
        return False
    if not (one.isalpha() or other.isalpha()) and any(map(str.isdigit, one + other)):
        return False  # "room12b" is not room12c
    if one.endswith("s") != other.endswith("s"):  # "Phillipine", which was a plural, for the Philippines
        one, other = one.removesuffix("s"), other.removesuffix("s")
    return _is_moved(one, other) or _within(one, other, 1 if shortest < 8 else 2)  # noqa: PLR2004 - see above


def _is_moved(one: str, other: str) -> bool:
    """Return whether two names have a mute "h" in different places: "Ghandi", for Gandhi."""
    return one[0] == other[0] and one.count("h") == other.count("h") and one.replace("h", "") == other.replace("h", "")


def _is_deed(noun: str, verb: str) -> bool:
    """Return whether a noun is what a verb does: "navigation", "they navigate"."""
    return noun.endswith("ation") and verb[-3:] != "ion" and stem(verb) == noun[:-3]


_POINTS = frozenset(
    f"{way}{side}{end}" for way in ("north", "south") for side in ("east", "west") for end in ("", "ern")
)


def _within(one: str, other: str, most: int) -> bool:
    """Return whether an edit distance is at most ``most``; swapped neighbours count as one edit."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != against))
            if older and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
