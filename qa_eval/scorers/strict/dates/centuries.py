"""Centuries as people number them: "XII century" is the 12th, as is "the 12th" where it is asked which century it was."""

from __future__ import annotations

import re

from qa_eval.reading.counting import ordinal
from qa_eval.reading.regex import regex

_LONGEST = 200  # characters; a longer answer is not read for numerals
_ROMAN = r"(?P<roman>(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V))"
_NUMBERED = regex(rf"\b{_ROMAN}(?:st|nd|rd|th)?(?=[\s-]+(?i:cent(?:ury|uries|\.)|c\.))")
_ALONE = regex(rf"\W*(?:[Ii]n\s+)?(?:[Tt]he\s+)?{_ROMAN}(?:st|nd|rd|th)?\W*")
_ORDINAL = regex(
    r"\W*(?:in\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))(?P<end>[\s.!]*)",
    re.IGNORECASE,
)
_DIGITS = {"I": 1, "V": 5, "X": 10}


def with_centuries(text: str, question: str) -> str:
    """Return a text with the centuries that it numbers in Roman figures, or by the number alone, as they are read.

    >>> [with_centuries(text, "In which century was it?") for text in ("in the XII century", "XIIth", "the twelfth")]
    ['in the 12th century', '12th century', 'the twelfth century']
    """
    if len(text) > _LONGEST:
        return text
    if alone := _ALONE.fullmatch(text):
        return f"{ordinal(_number(alone['roman']))} century"
    text = _NUMBERED.sub(lambda found: ordinal(_number(found["roman"])), text)
    if "century" in question.lower() and (bare := _ORDINAL.fullmatch(text)):
        return f"{text[: bare.start('end')]} century{bare['end']}"
    return text


def _number(roman: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_DIGITS[letter] for letter in roman]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
