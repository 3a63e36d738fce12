"""All numbers of a text one by one, each by itself: "three of five" tells three and five."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.numbers.digits import number_in_digits
from qa_eval.reading.numbers.spoken import number_in_words
from qa_eval.reading.tokens import tokens_of

if TYPE_CHECKING:
    from fractions import Fraction


class ToldNumber(NamedTuple):
    """A number and its characters in the text, ``start`` to ``end`` (exclusive)."""

    value: Fraction
    start: int
    end: int


def numbers_told(text: str) -> tuple[ToldNumber, ...]:
    """Return the numbers of a text that are no ranks and mean one thing only, as they stand.

    >>> [int(each.value) for each in numbers_told("Thirty-six of 1,200 shots, and one more in the third half")]
    [36, 1200, 1]
    """
    tokens = tokens_of(text)
    found: list[ToldNumber] = []
    index = 0
    while word := tokens.words[index]:
        in_digits = any(map(str.isdecimal, word[:2]))
        number = number_in_digits(tokens, index) if in_digits else number_in_words(tokens, index)
        if number is None or number.end <= index:
            index += 1
            continue
        if not (number.ordinal or number.alternatives):
            found.append(ToldNumber(number.value, tokens.starts[index], tokens.ends[number.end - 1]))
        index = number.end
    return tuple(found)
