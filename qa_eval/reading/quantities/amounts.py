"""Texts that are an amount: a quantity, alone, with which way it went, or with a few words where an amount is asked for."""

from __future__ import annotations

import re

from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.regex import regex

_MOVED = regex(
    r"\b(?:up|down)(?: by)?(?= [$€£]?\d)|\ban? (?:rise|fall|increase|decrease|drop|gain|cut|decline|reduction|growth) of\b"
    r"|\b(?:rose|fell|increased|decreased|dropped|grew|declined)(?: by)?(?= [$€£]?\d)|(?<=[\d%] )(?:higher|lower|up|down)\Z",
    re.IGNORECASE,
)
_MOST_BESIDE = 4  # words beside the quantity
_JOINS = regex(r"\b(?:and|or|but|plus|then)\b|-of-|[;:+]|\d[-–:/]\d", re.IGNORECASE)


def is_amount(text: str, *, asked: bool = False) -> bool:
    """Return whether a text is a quantity, or tells which way it went; ``asked``: a quantity with few other words will do.

    >>> is_amount("12 km"), is_amount("down 12 %"), is_amount("12 km off the coast"), is_amount("12 km off the coast", asked=True)
    (True, True, False, True)
    """
    if read_quantity(text) is not None or read_quantity(_MOVED.sub("", text).strip()) is not None:
        return True
    if not asked or _JOINS.search(text):
        return False
    found = read_quantities(text)
    if len(found) != 1 or found[0].dated or found[0].ordinal:
        return False
    return len((text[: found[0].start] + text[found[0].end :]).split()) <= _MOST_BESIDE
