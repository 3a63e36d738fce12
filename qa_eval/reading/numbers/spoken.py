"""Numbers that begin with a word: cardinals, ordinals, fractions, years, and the words that are no numbers after all."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.numbers.cardinals import Cardinal, Ordinal, cardinal_at, ordinal_at, under_hundred
from qa_eval.reading.numbers.lone import half_or_quarter, is_parted, means_number, one_is_measured, two
from qa_eval.reading.numbers.number import Number
from qa_eval.reading.numbers.vulgar import VULGAR_VALUES
from qa_eval.reading.numbers.words import (
    DOZENS,
    HUNDREDS,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TWOS,
    Kind,
)

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_ARTICLES = {"a", "an"}
_AFTER_PART = frozenset({
    "", ".", ",", ";", ":", "!", "?", ")", "]", '"', "*", "-", "%", "of", "as", "off", "less", "fewer", "more", "cheaper", "the", "larger", "smaller",
    "full", "empty", "to", "and", "or", "its", "their", "per", "lower", "higher", "bigger", "longer", "shorter", "faster", "slower", "dearer", "lighter",
    "heavier", "greater", "up", "down", "below", "above",
})  # fmt: skip
# "a twenty-second penalty" is one of twenty seconds
_LAST_SO_LONG = frozenset(
    """penalty penalties delay pause gap lead break clip ad advert advertisement commercial spot video trailer burst interval
    window limit countdown timeout exposure sprint margin advantage deficit wait silence warning rest stoppage stop hold
    cooldown timer rule lag deduction drop""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LEAST_CENTURY, _TWENTY = 13, 20  # the centuries that are spoken so
_TWO_DIGITS = 10
_PARTS_OF_ONE = {"half", "halves", "quarter", "quarters"}


def number_in_words(tokens: Tokens, index: int, *, joins: bool = True) -> Number | None:
    """Read the number whose first word is at ``index``; None where the word is none here ("the one who", "second-hand").

    An article that belongs to it is taken in: ``start`` is then before ``index``.
    """
    words = tokens.words
    word = words[index]
    if word in VULGAR_VALUES:
        return Number(VULGAR_VALUES[word], index, index + 1, fraction=True)
    if word in PARTS:
        return half_or_quarter(tokens, index)
    if word in TWOS:
        return two(words, index)
    if word == "dozen" and words[index - 1] == "s" and words[index - 3] == "baker":
        return Number(Fraction(13), index - 3 - (words[index - 4] in _ARTICLES), index + 1)
    year = _year(words, index)
    if year is not None:
        return year
    number = _with_parts(tokens, index, joins=joins)
    if number is None:
        return _ordinal(tokens, index)
    if number.end == index + 1 and not number.fraction and not means_number(words, index):
        return number if word == "one" and one_is_measured(tokens, index) else None
    return number


def part_at(words: list[str], index: int) -> Number | None:
    """Read a fraction of one: "a half", "two thirds", "¾", "three quarters", "half", from its article on."""
    word = words[index]
    if word in VULGAR_VALUES:
        return Number(VULGAR_VALUES[word], index, index + 1, fraction=True)
    if word == "half":
        return Number(Fraction(1, 2), index, index + 1, fraction=True)
    if word in _ARTICLES:
        return _over(words, index + 1, Fraction(1), index)
    above = under_hundred(words, index)
    if above is None:
        return None
    return _over(words, above[1] + (words[above[1]] == "-"), Fraction(above[0]), index)


def _over(words: list[str], index: int, above: Fraction, start: int) -> Number | None:
    """Read the denominator at ``index``."""
    if words[index] in PARTS:
        return Number(above / PARTS[words[index]], start, index + 1, fraction=True)
    below = ordinal_at(words, index)
    if below is None or below.value < 3 or (not below.plural and above != 1):  # noqa: PLR2004 - seconds are a unit
        return None
    return Number(above / below.value, start, below.end, fraction=True)


def _with_parts(tokens: Tokens, index: int, *, joins: bool) -> Number | None:
    """Read a cardinal and what an ordinal behind it makes of it: an ordinal ("twenty-first") or a fraction ("two thirds")."""
    words = tokens.words
    cardinal = cardinal_at(words, index, joins=joins)
    if cardinal is None:
        return None
    start = index - 1 if index and words[index] not in SMALL and words[index - 1] in _ARTICLES else index
    number = Number(cardinal.value, start, cardinal.end, cardinal.place, cardinal.scale)
    following = cardinal.end
    joint = words[following]
    if joint in {"-", "and"}:
        following += 1
    if words[following] in _PARTS_OF_ONE:
        return _quarters(number, cardinal, tokens, following) if joint != "and" else number
    ordinal = ordinal_at(words, following)
    if ordinal is None or (joint == "and" and ordinal.plural):
        return _over_long(words, number)
    if ordinal.plural:
        return _tens_of(words, cardinal, ordinal) or _divided(words, number, cardinal, ordinal.value, ordinal.end)
    return _with_ordinal(words, number, cardinal, ordinal)


def _with_ordinal(words: list[str], number: Number, cardinal: Cardinal, ordinal: Ordinal) -> Number:
    """Join a cardinal with the ordinal word behind it: "twenty-first", "two hundredth"; "one fifth" is a fraction."""
    value, end, start = number.value, ordinal.end, number.start
    scaled = ordinal.kind in {Kind.HUNDRED, Kind.SCALE}
    if scaled and (value != 1 or words[start - 1] == "the"):
        return Number(value * ordinal.value, start, end, ordinal=True)
    if not scaled and ordinal.value < cardinal.floor:
        if words[end - 1] == "second" and words[end] in _LAST_SO_LONG:
            return number
        if words[start - 1] in _ARTICLES and words[end] in _AFTER_PART:
            return Number(1 / (value + ordinal.value), start - 1, end, fraction=True)
        return Number(value + ordinal.value, start, end, ordinal=True)
    if value == 1 and ordinal.value >= 3 and words[cardinal.end] != "and":  # noqa: PLR2004 - "one second" is a time
        return Number(Fraction(1, ordinal.value), start, end, fraction=True)
    return number


def _divided(words: list[str], number: Number, cardinal: Cardinal, below: int, end: int) -> Number:
    """Take ``below`` as the denominator: of what "and" joined where that is less than one, otherwise of it all."""
    value, joined = cardinal.value, cardinal.joined
    if below < 2 or not value:  # noqa: PLR2004 - "firsts" divide nothing
        return number
    if joined is None or joined >= below:
        return Number(value / below, number.start, end, fraction=True)
    part = joined / below
    scale = SCALES.get(words[end])
    if scale is not None:  # "one billion and three quarters million"
        return Number(value - joined + part * scale, number.start, end + 1, scale=scale)
    unit = cardinal.joined_to if cardinal.joined_to > 100 else 1  # noqa: PLR2004 - "one hundred and three quarters" is 100.75
    return Number(value - joined + part * unit, number.start, end, scale=cardinal.joined_to, fraction=unit == 1)


def _quarters(number: Number, cardinal: Cardinal, tokens: Tokens, index: int) -> Number:
    """Read "three quarters", "three-quarter cup", "one half"; "two quarters" are counted."""
    words = tokens.words
    above = cardinal.joined if cardinal.joined is not None else number.value
    below = PARTS[words[index]]
    agrees = words[index].endswith("s") == (above > 1) or (above > 1 and is_parted(tokens, index + 1))
    if above.denominator > 1 or not agrees or above % below in {0, 2}:
        return number
    return _divided(words, number, cardinal, below, index + 1)


def _tens_of(words: list[str], cardinal: Cardinal, ordinal: Ordinal) -> Number | None:
    """Read "one hundred thirty-fifths" (100/35) and "twenty fifths" (20/5): the tens go with the nearer neighbour."""
    last = SMALL.get(words[cardinal.end - 1])
    if not ordinal.plural or ordinal.kind is not Kind.UNIT or last is None or last[0] is not Kind.TENS:
        return None
    if cardinal.joined is not None or cardinal.value == last[1]:
        return None
    above = cardinal.value - last[1]
    return Number(above / (last[1] + ordinal.value), cardinal.end - 1, ordinal.end, fraction=True)


def _over_long(words: list[str], number: Number) -> Number:
    """Read "one over a hundred"-like denominators of several words: "one one hundred and fifth"."""
    if number.value != 1 or words[number.end] not in SMALL:
        return number
    below = cardinal_at(words, number.end)
    if below is None:
        return number
    ordinal = ordinal_at(words, below.end + (words[below.end] == "and"))
    if ordinal is None or ordinal.value >= below.floor:
        return number
    return Number(1 / (below.value + ordinal.value), number.start, ordinal.end, fraction=True)


def _year(words: list[str], index: int) -> Number | None:
    """Read "nineteen eighty-four" and "twenty oh five"."""
    first = SMALL.get(words[index])
    if first is None or not _LEAST_CENTURY <= first[1] <= _TWENTY:
        return None
    following = index + 1
    if words[following] in {"oh", "o"}:
        small = SMALL.get(words[following + 1])
        if small is None or small[0] is not Kind.UNIT:
            return None
        return Number(Fraction(first[1] * 100 + small[1]), index, following + 2, year=True)
    following += words[following] == "-"
    second = under_hundred(words, following)
    if second is None or second[0] < _TWO_DIGITS:
        return None
    after = words[second[1] + (words[second[1]] == "-")]
    if after in ORDINALS or after in SCALES or after in HUNDREDS or after in DOZENS:
        return None
    return Number(Fraction(first[1] * 100 + second[0]), index, second[1], year=True)


def _ordinal(tokens: Tokens, index: int) -> Number | None:
    """Read "third", "a third" (a fraction, unless a noun follows), not "second-hand" and no unit of time."""
    words = tokens.words
    ordinal = ordinal_at(words, index)
    if ordinal is None or ordinal.plural:
        return None
    before, after = words[index - 1], words[ordinal.end]
    if before in _ARTICLES:
        if ordinal.value >= 3 and after in _AFTER_PART:  # noqa: PLR2004 - "a second" is a time, or another one
            return Number(Fraction(1, ordinal.value), index - 1, ordinal.end, fraction=True)
        if ordinal.value == 2:  # noqa: PLR2004 - as above
            return None
    if words[index] == "second" and (after == "-" or before in {"per", "/", "split", "every", "each"}):
        return None
    if after == "last" or (after in {"to", "from"} and words[ordinal.end + 1] in {"last", "bottom"}):
        return None  # "second to last" counts from the end
    return Number(Fraction(ordinal.value), index, ordinal.end, ordinal=True)
