"""Texts that are an amount: a quantity, alone, with which way it went, or with a few words where an amount is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.quantities.twofold import twofold
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_MOVED = regex(
    r"\b(?:up|down)(?: by)?(?= [$€£]?\d)|\ban? (?:net |operating |pre-tax |annual )?(?:loss|profit|deficit|surplus) of\b|\ban? (?:rise|fall|increase|decrease|drop|gain|cut|decline|reduction|growth) (?:of|by)\b"
    r"|\b(?:rose|fell|increased|decreased|dropped|grew|declined)(?: by)?(?= [$€£]?\d)|(?<=[\d%] )(?:higher|lower|up|down|more|less|fewer)\Z|(?<=[a-z] )(?:higher|lower|later|earlier|more|less)\Z|\b(?:above|below) sea level\Z",
    re.IGNORECASE,
)
_OF = regex(r"\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETED = regex(  # "$(0.42)", "(3.2) %", as accounts write a loss
    r"[$€£¥]?\(\d[\d.,]*\)\s?(?:%|percent|per cent|thousand|million|billion|bn)?", re.IGNORECASE
)
_FACTOR = regex(r"\d+(?:\.\d+)?\s?[x×]")
_PART_AND_WHOLE = 2
_MOST_BESIDE = 5  # words beside the quantity
_JOINS = regex(r"\b(?:and|or|but|plus|then)\b|-of-|[;:+]|\d[-–:/]\d", re.IGNORECASE)


def amounts_in(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text but for those of dates, and for what a part is taken of: the 57 of "57 of 120 seats".

    >>> [quantity.text for quantity in amounts_in("57 of 120 seats")], [quantity.text for quantity in amounts_in("150 by 2026")]
    (['57'], ['150'])
    """
    found = tuple(quantity for quantity in read_quantities(text) if not quantity.dated)
    if len(found) == _PART_AND_WHOLE and _OF.fullmatch(text, found[0].end, found[1].start):
        return found[:1]
    return found


def is_amount(text: str, *, asked: bool = False) -> bool:
    """Return whether a text is a quantity, or tells which way it went; ``asked``: a quantity with few other words will do.

    >>> is_amount("12 km"), is_amount("down 12 %"), is_amount("12 km off the coast"), is_amount("12 km off the coast", asked=True)
    (True, True, False, True)
    """
    if read_quantity(text) is not None or read_quantity(_MOVED.sub("", text).strip()) is not None:
        return True
    if len(twofold(text)) > 1:
        return True
    if _BRACKETED.fullmatch(text.strip()) or ((asked or "." in text) and _FACTOR.fullmatch(text.strip())):
        return True
    if not asked or _JOINS.search(text):
        return False
    found = amounts_in(text)
    if len(found) != 1 or found[0].ordinal:
        return False
    return len((text[: found[0].start] + text[found[0].end :]).split()) <= _MOST_BESIDE
