"""What figures say in a notation of their own: times of day, elapsed times, scores and ratios, and sizes.

"7:30 pm" is no quantity and no name, and neither is "3–2" or "10 × 20 cm". Each is read into values that can be compared,
whatever way they are written in: "half past seven in the evening", "three to two", "100 mm by 200 mm".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.notations.clocks import elapsed_times, times_of_day
from qa_eval.reading.notations.factors import factors
from qa_eval.reading.notations.notation import Kind, Notation
from qa_eval.reading.notations.pairs import scores, sizes
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Kind", "Notation", "notation_of", "notations_in"]

LONGEST = 5_000  # characters; a longer answer is no short one, and nothing is read of it here
LONGEST_WHOLE = 80  # characters of a text that is nothing but a notation
_MAY_BE = regex(
    r"\d|\b(?:noon|midday|midnight|nil|love|once|twice|thrice|o'clock|past|half|quarter|to|for|in the|at night|times|goal-?less|scoreless|\w+(?:bled?|fold))\b",
    re.IGNORECASE,
)
_LED = regex(r"\A(?:between|from)\s+(?=\S+ ?[ap]\.?m\b|\d{1,2}[:h]\d\d)", re.IGNORECASE)
_READERS = {
    Kind.TIME: times_of_day,
    Kind.ELAPSED: elapsed_times,
    Kind.SCORE: scores,
    Kind.FACTOR: factors,
    Kind.SIZE: sizes,
}


def notations_in(text: str, kinds: Collection[Kind] = tuple(Kind)) -> tuple[Notation, ...]:
    """Return the notations of some kinds in a text, kind by kind and in order; one text can be several: "2:30".

    >>> [(found.kind.value, found.text) for found in notations_in("at half past seven in the evening, 3–2")]
    [('time', 'half past seven in the evening'), ('score', '3–2')]
    """
    if len(text) > LONGEST:
        return ()
    plain = plain_quotes(text).lower()
    if len(plain) != len(text):  # a letter whose lower case is two
        plain = plain_quotes(text)
    return tuple(
        Notation(kind, values, start, end, text[start:end])
        for kind in Kind
        if kind in kinds
        for values, start, end in _READERS[kind](plain)
    )


def notation_of(text: str) -> tuple[Notation, ...]:
    """Return what a text is as a whole, in each notation that it can be.

    >>> [found.kind.value for found in notation_of("2:30")], notation_of("170 mm")
    (['time', 'elapsed', 'score'], ())
    >>> [found.text for found in notation_of("between 1 a.m. and 4 a.m.")]
    ['1 a.m. and 4 a.m.']
    """
    if len(text) > LONGEST_WHOLE or not _MAY_BE.search(text):
        return ()
    whole = text.strip().rstrip(".")
    wholes = {whole, _LED.sub("", whole)}
    return tuple(found for found in notations_in(text) if found.text.rstrip(".") in wholes)
