"""What most answers are, told at a glance: a number in digits with at most one word for its unit, or words without a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.dates.tokens import MEANINGS
from qa_eval.reading.numbers.words import WORDS
from qa_eval.reading.quantities.nouns import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]{1,30})(?:\.[0-9]{1,30})?(?: ([a-z]{2,}))?")
_NOT_PLAIN = MEANINGS.keys() | {"ca", "can", "in", "per", "pm", "new", "years", "year", "month", "months"}
# units of which most quantities are; the table of all of them takes as long to make as telling a thousand quantities
COMMON_UNITS = frozenset((
    "mm", "cm", "km", "metres", "meters", "kilometres", "kilometers", "miles", "feet", "inches", "mg", "kg", "kilograms", "pounds", "tonnes", "tons",
    "ml", "litres", "liters", "percent", "seconds", "minutes", "hours", "dollars", "euros",
))  # fmt: skip
_WORDS = re.compile(r"[A-Za-z ',.-]{1,200}")
_WORD = re.compile("[a-z]+")
_NUMBERS = WORDS | TIMES


def is_plain_quantity(text: str) -> bool:
    """Return whether a text is a quantity, and no date but perhaps a year, without reading it; False where that is not plain.

    >>> is_plain_quantity("1,043 km"), is_plain_quantity("1953"), is_plain_quantity("5 May"), is_plain_quantity("5 km or so")
    (True, True, False, False)
    """
    found = _NUMBER.fullmatch(text)
    if found is None or (word := found[1]) is None or word in COMMON_UNITS:
        return found is not None
    return word not in _NOT_PLAIN and _begins_unit()(word)


@cache
def _begins_unit() -> Callable[[str], bool]:
    from qa_eval.reading.units.spellings import begins_unit  # noqa: PLC0415 - see above

    return begins_unit


def has_no_number(text: str) -> bool:
    """Return whether a text holds no number, in digits or words, and no quantity; False where that takes reading it.

    >>> has_no_number("Ada Lovelace"), has_no_number("three ships"), has_no_number("naïve")
    (True, False, False)
    """
    return _WORDS.fullmatch(text) is not None and _NUMBERS.isdisjoint(_WORD.findall(text.lower()))
