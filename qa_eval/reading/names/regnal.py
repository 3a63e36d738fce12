"""Rulers by their numbers: "Henry the Eighth" and "Henry 8th" are Henry VIII."""

from __future__ import annotations

import re

from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.regex import regex

_NUMBERED = regex(r"(?P<name>[A-Z][\w'-]*[a-z]) (?P<number>X{0,2}(?:IX|IV|V?I{0,3})(?<! ))(?!\w)")
_DIGITS = {"I": 1, "V": 5, "X": 10}


def numbered_in_words(name: str) -> list[tuple[re.Pattern[str], str]]:
    """Return for each name with a Roman number how it may be told with an ordinal, beside its own spelling.

    >>> [pattern.sub(own, "Henry the Eighth, Henry 8th and Henry the Ninth") for pattern, own in numbered_in_words("King Henry VIII")]
    ['Henry VIII, Henry VIII and Henry the Ninth']
    """
    found = []
    for told in _NUMBERED.finditer(name):
        number = roman_value(told["number"])
        spelt = rf"{number}(?:st|nd|rd|th)" + (f"|{ORDINALS[number]}" if number < len(ORDINALS) else "")
        found.append(
            (regex(rf"(?<!\w){re.escape(told['name'])} (?:the )?(?:{spelt})(?![\w-])", re.IGNORECASE), told[0])
        )
    return found


def roman_value(roman: str) -> int:
    """Return the value of a Roman number, upper-case I, V and X.

    >>> [roman_value(number) for number in ("IV", "XIX")]
    [4, 19]
    """
    digits = [_DIGITS[letter] for letter in roman]
    return sum(-one if one < following else one for one, following in zip(digits, [*digits[1:], 0], strict=True))
