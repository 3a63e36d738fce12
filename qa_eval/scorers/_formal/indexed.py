"""The letters of an expression: a product of several, one with its index, a name such as "sin", and which value stands for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LETTERS = 3  # abc is a times b times c, "area" a word
INDEX = regex(r"_\( ?[a-zA-Z]{1,6} ?\)|_[a-zA-Z][a-z]{0,5}")
KNOWN = frozenset(
    [
        "sqrt",
        "abs",
        "sin",
        "cos",
        "tan",
        "ln",
        "log",
        "exp",
        "pi",
        "theta",
        "alpha",
        "beta",
        "gamma",
        "lambda",
        "mu",
        "omega",
        "sigma",
        "phi",
        "rho",
        "delta",
        "epsilon",
        "tau",
        "hbar",
    ]
)
_NAMED = {"pi": math.pi, "e": math.e}
_INDEXED = regex(r"([a-zA-Z]+)_?\(?(\d+)\)?")
_LETTERED = regex(r"([a-zA-Z]+)_\(? ?([a-zA-Z]+) ?\)?")  # "T_h", "T_(hot)"
_SET_OFF = regex(r"(?<![a-zA-Z])[a-zA-Z]_[a-zA-Z](?![a-zA-Z])")
_PRODUCT = regex(r"[a-z]?[A-Z]{2,4}[a-z]?|[A-Z][a-z][A-Z]{2,3}")  # "nRTV", of four letters or five
_LONGEST_PRODUCT = 5


def is_sign(word: str) -> bool:
    """Return whether a word of an expression is the name of a function or letter, or a product of letters.

    >>> is_sign("sqrt"), is_sign("nRTV"), is_sign("area")
    (True, True, False)
    """
    return word.lower() in KNOWN or _is_product(word)


def _is_product(word: str) -> bool:
    return MOST_LETTERS < len(word) <= _LONGEST_PRODUCT and not word.isupper() and _PRODUCT.fullmatch(word) is not None


def letters_of(part: str) -> Iterator[str]:
    """Yield the letters of "abc", which is a times b times c; a name or a word stays whole, a letter with its index: "V2", "T_h".

    >>> list(letters_of("nRT")), list(letters_of("kT_c")), list(letters_of("V_2"))
    (['n', 'R', 'T'], ['k', 'T_c'], ['V2'])
    """
    indexed = _INDEXED.fullmatch(part)
    lettered = None if indexed else _LETTERED.fullmatch(part)
    if indexed and (indexed[1].lower() in KNOWN or indexed[1] in _NAMED or len(indexed[1]) > MOST_LETTERS):
        yield from indexed.groups()
    elif indexed:
        yield from indexed[1][:-1]
        yield indexed[1][-1] + indexed[2]
    elif lettered and lettered[1].lower() not in KNOWN and len(lettered[1]) <= MOST_LETTERS:
        yield from lettered[1][:-1]
        yield f"{lettered[1][-1]}_{lettered[2]}"
    elif part.isalpha() and part.lower() not in KNOWN and (len(part) <= MOST_LETTERS or _is_product(part)):
        yield from part
    else:
        yield part


def with_indices(text: str, accepted: str) -> str:
    """Return an expression with the indices of an accepted one set off as there: "Tc/Th" as "T_c/T_h".

    >>> with_indices("1 - Tc/Th", "1 - T_c/T_h"), with_indices("Tc", "c")
    ('1 - T_c/T_h', 'Tc')
    """
    for each in {found[0] for found in _SET_OFF.finditer(accepted)} if "_" in accepted and "_" not in text else ():
        text = regex(rf"(?<![a-zA-Z_]){each.replace('_', '')}(?![a-zA-Z])").sub(each, text)
    return text


def value_of(part: str, point: float) -> float | None:
    """Return the value that stands for a letter, a letter with its index or a name at a point; None for any other word."""
    if part in _NAMED:
        return _NAMED[part]
    letter, _, word = part.partition("_")
    index = int(part[1:]) if part[1:].isdigit() and part[0].isalpha() else None
    if word and len(letter) == 1:
        index = sum(place * ord(each) for place, each in enumerate(word.lower(), 1)) % 97
    if index is not None:
        return point + ord(part[0]) % 37 / 7 * (1 + index / math.pi) + index / math.e
    if not part.isalpha() or (len(part) > 1 and part.lower() not in KNOWN):
        return None
    if part.lower() in KNOWN:
        return point + sum(map(ord, part)) % 97 / 13
    return point + ord(part) % 37 / 7
