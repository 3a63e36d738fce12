"""Cardinal and ordinal number words, joined only where they make one number: "two hundred and two thousand"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from qa_eval.reading.numbers.figures import figure
from qa_eval.reading.numbers.words import DOZENS, HUNDREDS, ORDINALS, SCALES, SMALL, ZERO_DIGITS, Kind

_MULTIPLIERS = {**dict.fromkeys(HUNDREDS, 100), **SCALES, **DOZENS}
_MOST_SCALES = 4  # "three lakh crore"
_INDIAN = {10**5, 10**7}
_HUNDRED, _THOUSAND = 100, 1000
_ARTICLES = {"a", "an"}


@dataclass(slots=True)
class Cardinal:
    """A whole number or decimal in words, perhaps with digits in it ("3 hundred").

    ``end`` is the index behind its last word; only less than ``floor`` may still be added; ``scale`` is that of the last
    part (1 for none), ``joined`` what the last "and" added and ``joined_to`` the scale that it was added to, ``place`` the
    place value of the last digit (None without digits).
    """

    value: Fraction
    end: int
    floor: int
    scale: int = 1
    joined: Fraction | None = None
    joined_to: int = 1
    digits: bool = False
    place: Fraction | None = None


class Ordinal(NamedTuple):
    """An ordinal word or "twenty-first"; ``unit`` is its last word's value, ``tens`` whether a word of tens leads it."""

    kind: Kind
    value: int
    end: int
    plural: bool
    hyphenated: bool = False


def cardinal_at(words: list[str], index: int, *, joins: bool = True) -> Cardinal | None:
    """Read the longest cardinal that starts at ``index``; without ``joins`` it ends before the first "and"."""
    number = _part(words, index, joins=joins)
    if number is None:
        return None
    while number.floor > 1:
        start, by_and = _after_and(words, number.end) if joins else (number.end, False)
        part = _part(words, start, joins=joins)
        if (
            part is None
            or not 0 < part.value < number.floor
            or not _belongs(number, part, by_and=by_and, comma=words[number.end] == ",")
        ):
            break
        number = _sum(number, part, by_and=by_and)
    return number


def ordinal_at(words: list[str], index: int) -> Ordinal | None:
    """Read "third", "thirds", "twenty-first" or "twenty firsts"."""
    known = ORDINALS.get(words[index])
    if known is not None:
        return Ordinal(known[0], known[1], index + 1, known[2])
    tens = SMALL.get(words[index])
    if tens is None or tens[0] is not Kind.TENS:
        return None
    hyphen = words[index + 1] == "-"
    known = ORDINALS.get(words[index + 1 + hyphen])
    if known is None or known[0] is not Kind.UNIT:
        return None
    return Ordinal(Kind.TENS, tens[1] + known[1], index + 2 + hyphen, known[2], hyphen)


def under_hundred(words: list[str], index: int) -> tuple[int, int] | None:
    """Read a number below a hundred: its value and the index behind it."""
    first = SMALL.get(words[index])
    if first is None:
        return None
    kind, value = first
    if kind is Kind.TENS:
        following = index + 2 if words[index + 1] == "-" else index + 1
        second = SMALL.get(words[following])
        if second is not None and second[0] is Kind.UNIT:
            return value + second[1], following + 1
    return value, index + 1


def _sum(number: Cardinal, part: Cardinal, *, by_and: bool) -> Cardinal:
    joined, joined_to = part.joined, part.joined_to
    if joined is None and by_and:
        joined, joined_to = part.value, number.scale
    place = part.place if part.place is not None else number.place
    return Cardinal(
        number.value + part.value, part.end, part.floor, part.scale, joined, joined_to, number.digits, place
    )


def _after_and(words: list[str], index: int) -> tuple[int, bool]:
    """Step over "and", a comma or a hyphen, and an article before a scale."""
    hyphen = words[index] == "-" and words[index + 1] == "and" and words[index + 2] == "-"  # "one-hundred-and-five"
    by_and = hyphen or words[index] == "and"
    if by_and or words[index] in {"-", ","}:
        index += 3 if hyphen else 1
    if words[index] in _ARTICLES and words[index + 1] in _MULTIPLIERS:
        index += 1
    return index, by_and


def _belongs(number: Cardinal, part: Cardinal, *, by_and: bool, comma: bool) -> bool:
    """Say whether ``part`` goes on with ``number``: digits go on with words only where people write so ("3 hundred and 21")."""
    if number.floor <= 10:  # noqa: PLR2004 - "twenty and four"
        return by_and and not part.digits and part.scale == 1
    if number.digits != part.digits:
        return number.digits and (number.scale in _INDIAN or (by_and and number.floor == _HUNDRED))
    if comma:
        return not part.digits and (part.scale > 1 or part.floor > 1)  # "one thousand, two hundred"
    if not part.digits or part.scale > 1:
        return True
    if by_and:
        return number.floor == _HUNDRED and part.value.denominator == 1
    return number.floor == _THOUSAND and number.value >= _THOUSAND**2  # "21 million 345 thousand 678"


def _part(words: list[str], index: int, *, joins: bool) -> Cardinal | None:
    """Read a coefficient and the scales behind it: "two hundred and two thousand", "2.5 million", "hundred"."""
    number = _coefficient(words, index, joins=joins)
    if number is None:
        if words[index] not in _MULTIPLIERS or words[index].endswith("s"):
            return None
        number = Cardinal(Fraction(1), index, 1)
    end = number.end
    for _ in range(_MOST_SCALES):
        following = end + 1 if words[end] == "-" else end
        scale = _MULTIPLIERS.get(words[following])
        if scale is None:
            break
        number.value *= scale
        if number.place is not None:
            number.place *= scale
        number.floor = number.scale = scale
        number.end = end = following + 1
    return number


def _coefficient(words: list[str], index: int, *, joins: bool) -> Cardinal | None:
    word = words[index]
    if word[:1].isdecimal():
        written = figure(word)
        return None if written is None else Cardinal(written.value, index + 1, 1, digits=True, place=written.step)
    small = under_hundred(words, index)
    if small is None:
        return None
    value, end = small
    floor = 10 if value >= 20 and value % 10 == 0 else 1  # noqa: PLR2004 - twenty, thirty … take a unit
    joined: Fraction | None = None
    following = end + 1 if words[end] == "-" else end
    if words[following] in HUNDREDS and value:
        value, end, floor = value * _HUNDRED, following + 1, _HUNDRED
        start, by_and = _after_and(words, end) if joins else (end, False)
        rest = under_hundred(words, start)
        if rest is not None and rest[0] and words[rest[1]] not in HUNDREDS and words[rest[1]] not in DOZENS:
            value, end = value + rest[0], rest[1]
            floor = 10 if rest[0] >= 20 and rest[0] % 10 == 0 else 1  # noqa: PLR2004 - as above
            joined = Fraction(rest[0]) if by_and else None
    decimals, end = _decimals(words, end)
    return Cardinal(
        value + decimals, end, floor if not decimals else 1, _HUNDRED if floor == _HUNDRED else 1, joined=joined
    )


def _decimals(words: list[str], index: int) -> tuple[Fraction, int]:
    """Read "point zero three" or "point seventy-one"; nothing when there is none."""
    if words[index] != "point":
        return Fraction(0), index
    end = index + 1
    digits = ""
    while len(digits) < _HUNDRED:
        if words[end] in ZERO_DIGITS:
            digits, end = f"{digits}0", end + 1
            continue
        small = under_hundred(words, end)
        if small is None:
            break
        digits, end = f"{digits}{small[0]}", small[1]
    return (Fraction(int(digits), 10 ** len(digits)), end) if digits else (Fraction(0), index)
