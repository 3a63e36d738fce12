"""The number that begins at a place of a text: in digits, in words, or both, with what goes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.numbers.digits import number_in_digits
from qa_eval.reading.numbers.number import Number
from qa_eval.reading.numbers.spoken import number_in_words, part_at
from qa_eval.reading.numbers.vulgar import STARTERS
from qa_eval.reading.numbers.words import DOZENS, HUNDREDS, SCALES

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_ARTICLES = {"a", "an"}
_ENDS = {"", ".", ",", ";", ":", "!", "?", ")", "]", '"', "or", "and"}
_FEW = 10
_LARGEST_RATIO = 10**6


def number_at(tokens: Tokens, index: int, *, joins: bool = True, money: bool = False) -> Number | None:
    """Read the number that begins at ``index``; without ``joins`` it ends before "and" ("between one and two")."""
    if tokens.words[index][0] in "0123456789.":
        number = number_in_digits(tokens, index, joins=joins, money=money)
    else:
        number = number_in_words(tokens, index, joins=joins)
    if number is None or number.ordinal:
        return number
    following = tokens.words[number.end]
    if following in _CONTINUED:
        if following == "and":
            return _mixed(tokens.words, number) if joins else number
        if following in {"out", "in", "over"} or (following == "-" and tokens.words[number.end + 1] == "in"):
            return _ratio(tokens, number)
        return _scaled(tokens.words, number)
    return number


_CONTINUED = {"and", "out", "in", "over", "of", "a", "an", "-", *SCALES, *HUNDREDS, *DOZENS}


def _scaled(words: list[str], number: Number) -> Number:
    """Read "half a million", "three quarters billion", "two thirds of a million", "five and a half million"."""
    if not number.fraction:
        return number
    index = number.end
    if words[index] == "of" and words[index + 1] in _ARTICLES:
        index += 1
    if words[index] in _ARTICLES or words[index] == "-":
        index += 1
    scale = SCALES.get(words[index]) or DOZENS.get(words[index]) or (100 if words[index] in HUNDREDS else None)
    if scale is None or words[index].endswith("s"):
        return number
    return Number(number.value * scale, number.start, index + 1, scale=scale, fraction=number.value < 1)


def _mixed(words: list[str], number: Number) -> Number:
    """Read "three and a half", "one million and a half" (1,500,000), "one billion and three quarters million"."""
    part = part_at(words, number.end + 1)
    if part is None or not 0 < part.value < 1 or number.fraction:
        return number
    scaled = _scaled(words, part)
    if scaled is not part:
        if number.scale > 1:
            return Number(number.value + scaled.value, number.start, scaled.end, scale=scaled.scale)
        return Number((number.value + part.value) * scaled.scale, number.start, scaled.end, scale=scaled.scale)
    unit = number.scale if number.scale > 100 else 1  # noqa: PLR2004 - "one hundred and three quarters" is 100.75
    return Number(number.value + part.value * unit, number.start, part.end, scale=number.scale, fraction=unit == 1)


def _ratio(tokens: Tokens, number: Number) -> Number:
    """Read "two out of three", "one in every four", "one-in-six", "one over three"; not "3 in 2009", "2,000 over 3 years", "12 in six boxes"."""
    words = tokens.words
    joined = words[number.end] == "-"
    word = words[number.end + joined]
    start = number.end + 1 + joined + (joined and words[number.end + 2] == "-")
    if word == "out":
        if words[start] != "of":
            return number
        start += 1
    if word != "over" and words[start] in {"every", "each"}:
        start += 1
    if not words[start] or not (words[start][0].isdecimal() or words[start] in STARTERS):
        return number
    below = number_at(tokens, start, joins=True)
    if below is None or below.ordinal or below.fraction or not _is_ratio(words, word, number, below):
        return number
    return Number(number.value / below.value, number.start, below.end, fraction=True)


def _is_ratio(words: list[str], word: str, above: Number, below: Number) -> bool:
    if above.value.denominator > 1 or below.value.denominator > 1 or below.value < 2 or below.value > _LARGEST_RATIO:  # noqa: PLR2004 - a part of one thing is none
        return False
    if word == "over":
        return words[below.end] in _ENDS and words[above.start - 1] not in {"$", "€", "£"}
    if not 0 < above.value < below.value:
        return False
    if word == "out":
        return True
    if below.value > 1000 and above.value > 1:  # noqa: PLR2004 - "3 in 2009"
        return False
    return above.value == 1 or below.value <= _FEW or below.value % _FEW == 0
