"""Rates at which one thing is given for another: "100 old crowns for 1 new crown", "one new crown to every hundred old ones"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from qa_eval.reading.numbers.told import numbers_told
from qa_eval.reading.regex import regex
from qa_eval.reading.text import STOP_WORDS, words
from qa_eval.reading.verbs import stem_of

_GET = r"(?:gets?|got|gave|gives?|received?s?|receives|buys?|bought|earns?|earned|yields?|paid|pays?|traded|traded in|exchanged?|swapped|swaps?)"
_WHO = r"(?:you|they|people|holders?|shareholders|investors|owners|members|customers|everyone|each holder)"
_EACH = r"(?:every|each|an?|the|any)"
# what stands between the two sides: swapped for, to each, per, an equals sign
_BETWEEN = regex(
    rf"\s*(?:,?\s+(?:{_WHO}\s+)?(?:would\s+|will\s+|could\s+)?(?:(?:is|are|was|were|be|being)\s+)?(?:(?:exchanged|swapped|traded|converted|turned|redeemed|changed|replaced|given|worth|good|equal|equivalent)\s+)?"
    rf"(?:in\s+exchange\s+|in\s+return\s+)?(?:for|to|into|by|as|at|became|become|becomes|replaced|replaces|equals?|equalled|made|makes|bought|buys?|gets?|got|gave|gives?|receives?|received|earns?|earned|yields?|worth)(?:\s+(?:you|them))?"
    rf"(?P<each>\s+{_EACH}(?:\s+single)?)?|\s+(?P<per>per)|\s*=|\s*:)\s+",
    re.IGNORECASE,
)
_LED = regex(
    rf"\W*(?:at\s+)?(?:a\s+rate\s+of\s+)?(?:{_WHO}\s+(?:(?:would|will|could)\s+)?{_GET}\s+|for\s+(?P<each>{_EACH})\s+|(?P<one>each|every)\s+|(?:the\s+)?rate\s+(?:is|was)\s+)?",
    re.IGNORECASE,
)
_PASSED = frozenset(map(stem_of, "one ones single share of piece unit".split()))  # noqa: SIM905 - a word list reads best as one text
_MOST_WORDS = 4  # that name one side


class Side(NamedTuple):
    """So many of a thing, which the stems of its words name."""

    amount: Fraction
    words: frozenset[str]


def read_exchange(text: str) -> tuple[Side, Side] | None:
    """Return the two sides of a rate of exchange in their order; None for a text that tells none, or more.

    >>> [(int(side.amount), sorted(side.words)) for side in read_exchange("100 old crowns for each new one")]
    [(100, ['crown', 'old']), (1, ['new'])]
    >>> read_exchange("100 old crowns") is None
    True
    """
    led = _LED.match(text)
    start = led.end() if led else 0
    for between in _BETWEEN.finditer(text, start):
        first = _side(text[start : between.start()], single=bool(led and (led["each"] or led["one"])))
        last = _side(text[between.end() :], single=bool(between["each"] or between["per"]))
        if first and last:
            return first, last
    return None


def _side(text: str, *, single: bool) -> Side | None:
    """Return one side; ``single``: it stands behind "each", so that there is one of it where no number is told."""
    numbers = numbers_told(text)
    text = text.strip(" .,;!")
    one = single or text[:2].lower() == "a " or text[:3].lower() == "an "
    if len(numbers) > 1 or (not numbers and not one) or (numbers and numbers[0].start > 1 and not single):
        return None
    rest = text[numbers[0].end :] if numbers else text
    told = frozenset(stem_of(word) for word in words(rest) if word not in STOP_WORDS) - _PASSED
    if not 0 < len(told) <= _MOST_WORDS or any(map(str.isdecimal, rest)):
        return None
    return Side(numbers[0].value if numbers else Fraction(1), told)
