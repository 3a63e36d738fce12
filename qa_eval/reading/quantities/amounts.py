"""Texts that are an amount: a quantity, alone, with which way it went, or with a few words where an amount is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.frequencies import read_frequency, without_frequency
from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.quantities.bare import bare_amount
from qa_eval.reading.quantities.below_zero import glued
from qa_eval.reading.quantities.twofold import twofold
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_MOVED = regex(
    r"\b(?:up|down)(?: by)?(?= [$€£]?\d)|\ban? (?:net |operating |pre-tax |annual )?(?:loss|profit|deficit|surplus) of\b|\ban? (?:rise|fall|increase|decrease|drop|gain|cut|decline|reduction|growth) (?:of|by)\b"
    r"|\b(?:rose|fell|increased|decreased|dropped|grew|declined)(?: by)?(?= [$€£]?\d)|(?<=[\d%] )(?:higher|lower|up|down|more|less|fewer|off)\Z|(?<=[a-z] )(?:higher|lower|later|earlier|more|less)\Z|\b(?:above|below) sea level\Z",
    re.IGNORECASE,
)
_OF = regex(r"\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETED = regex(  # "$(0.42)", "(3.2) %", as accounts write a loss
    r"[$€£¥]?\(\d[\d.,]*\)\s?(?:%|percent|per cent|thousand|million|billion|bn)?", re.IGNORECASE
)
_FACTOR = regex(r"\d+(?:\.\d+)?\s?[x×]")
_IN_SO_MANY = regex(  # "27 goals in 34 games"
    r"\s+(?:in|from|across|over)\s+(?:his |her |their |its |the |just |only )?(?:first |last )?", re.IGNORECASE
)
_TRIED = frozenset("games matches appearances attempts starts races innings tries caps seasons outings".split())  # noqa: SIM905 - a word list reads best as one text
_PART_AND_WHOLE = 2
_MOST_BESIDE = 5  # words beside the quantity
_JOINS = regex(r"\b(?:and|or|but|plus|then)\b|-of-|[;:+]|\d[-–:/]\d", re.IGNORECASE)


def amounts_in(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text but for those of dates, for what a part is taken of, and for how often it is.

    >>> [[each.text for each in amounts_in(text)] for text in ("57 of 120 seats", "150 by 2026", "5 mg every 6 hours")]
    [['57'], ['150'], ['5 mg']]
    """
    found = tuple(quantity for quantity in read_quantities(text) if not quantity.dated)
    if len(found) > 1 and (often := read_frequency(text)) is not None:
        found = tuple(each for each in found if not often.start <= each.start < often.end) or found
    if len(found) != _PART_AND_WHOLE:
        return found
    if _OF.fullmatch(text, found[0].end, found[1].start) or _is_in_tries(text, *found):
        return found[:1]
    return found


def tries_in(text: str) -> tuple[Quantity, Quantity] | None:
    """Return what was counted and in how many games or attempts, where a text is that: "27 goals in 34 games"."""
    if " in " not in text and " from " not in text:
        return None
    found = read_quantities(text)
    if len(found) != _PART_AND_WHOLE or not _is_in_tries(text, *found):
        return None
    return found[0], found[1]


def _is_in_tries(text: str, one: Quantity, tries: Quantity) -> bool:
    """Return whether the second quantity says in how many games or attempts the first was counted."""
    if one.unit or tries.unit or not tries.noun or tries.noun.lower() not in _TRIED:
        return False
    between = text[one.end : tries.start]
    return _IN_SO_MANY.fullmatch(between.removeprefix(" " + one.noun) if one.noun else between) is not None


def is_amount(text: str, *, asked: bool = False) -> bool:
    """Return whether a text is a quantity, or tells which way it went; ``asked``: a quantity with few other words will do.

    >>> is_amount("12 km"), is_amount("down 12 %"), is_amount("12 km off the coast"), is_amount("12 km off the coast", asked=True)
    (True, True, False, True)
    """
    if "√" in text or "sqrt" in text:
        return False  # an expression, whose figures are none by themselves
    text = glued(text)
    if read_quantity(text) is not None or read_quantity(_MOVED.sub("", text).strip()) is not None:
        return True
    if len(twofold(text)) > 1 or ((bare := bare_amount(text)) != text and read_quantity(bare) is not None):
        return True
    if (once := without_frequency(text)) != text and read_quantity(once) is not None:
        return True
    if _BRACKETED.fullmatch(text.strip()) or ((asked or "." in text) and _FACTOR.fullmatch(text.strip())):
        return True
    if not asked or _JOINS.search(text):
        return False
    found = amounts_in(text)
    if len(found) != 1 or found[0].ordinal:
        return False
    return len((text[: found[0].start] + text[found[0].end :]).split()) <= _MOST_BESIDE
