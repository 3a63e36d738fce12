"""The words that English counts with. Each stands at its value: ``CARDINALS[12]`` is "twelve" and ``NUMBER_OF["twelve"]`` 12; ``TENS`` begin with "twenty"."""

from __future__ import annotations

CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBER_OF = {word: number for number, word in enumerate(CARDINALS)}
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_TEENS = range(11, 14)


def ordinal_suffix(number: int) -> str:
    """Return what turns the figures of a number into a rank."""
    return "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ordinal(number: int) -> str:
    """Return a rank in figures.

    >>> ordinal(2), ordinal(11), ordinal(23), ordinal(112)
    ('2nd', '11th', '23rd', '112th')
    """
    return f"{number}{ordinal_suffix(number)}"
