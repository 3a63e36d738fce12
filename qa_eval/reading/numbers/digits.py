"""Numbers that begin with a digit: powers, fractions, ordinals, scales behind the figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.numbers.cardinals import cardinal_at, ordinal_at
from qa_eval.reading.numbers.figures import figure
from qa_eval.reading.numbers.number import Number
from qa_eval.reading.numbers.vulgar import VULGAR_VALUES
from qa_eval.reading.numbers.words import (
    DOZENS,
    HUNDREDS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    Kind,
)

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_LARGEST_EXPONENT = 300
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_LONG_SCALES = {*SCALES, *HUNDREDS, *DOZENS}
_SIGNS = {"-": -1, "−": -1, "⁻": -1, "+": 1, "⁺": 1}
_MONEY_SCALES = {"m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12, "k": 10**3}
# What is counted in millions and never measured in metres: "5m people".
_COUNTED = {
    "people", "users", "customers", "viewers", "jobs", "homes", "votes", "voters", "copies", "inhabitants", "residents",
    "children", "workers", "soldiers", "troops", "refugees", "passengers", "visitors", "tourists", "downloads", "students",
    "followers", "subscribers", "members", "households", "vehicles", "cars", "units", "shares", "tonnes", "tons", "barrels",
    "litres", "gallons", "acres", "hectares", "euros", "dollars", "pounds", "yen", "usd", "eur", "gbp", "views",
}  # fmt: skip
_LARGEST_DENOMINATOR = 100
_MOST_USED_DENOMINATOR = 64


def number_in_digits(tokens: Tokens, index: int, *, joins: bool = True, money: bool = False) -> Number | None:
    """Read the number whose first token is a figure; ``money``: a currency stands before it, so "m" means million."""
    words = tokens.words
    written = figure(words[index])
    if written is None:
        return None
    following = words[index + 1]
    number = Number(written.value, index, index + 1, written.step, 1, written.alternatives, digits=True)
    if following == "," and words[index + 2][:1] == "0":
        _read_spaced_group(words, number)
        following = words[number.end]
    raised = following[:1] in _RAISED
    if not raised and following not in _CONTINUED and not following[:1].isdecimal():
        return number
    if following in ORDINAL_SUFFIXES and tokens.glued(index + 1) and written.value.denominator == 1:
        number.ordinal, number.end, number.step = True, index + 2, None
        return number
    if (raised or following in _POWERS) and _read_power(tokens, number):
        return number
    if _read_fraction(tokens, number):
        following = words[number.end]
    if following == "-" and tokens.glued(number.end) and tokens.glued(number.end + 1):
        following = words[number.end + 1]
    if following in _LONG_SCALES:
        return _with_long_scale(words, number, joins=joins)
    scale = short_scale(tokens, number.end, money=money)
    if scale is not None:
        _multiply(number, scale[0], scale[1])
    return number


def _read_spaced_group(words: list[str], number: Number) -> None:
    """Read "500, 000", which can be no list."""
    group = words[number.end + 1]
    if len(group) == 3 and group.isdecimal() and words[number.start].isdecimal() and len(words[number.start]) <= 3:  # noqa: PLR2004 - a group of thousands
        number.value = number.value * 1000 + int(group)
        number.end += 2


_MILLINEWTON = "mN"  # "mn", "Mn" and "MN" are millions


def short_scale(tokens: Tokens, index: int, *, money: bool) -> tuple[int, int] | None:
    """Read "k", "mn", "bn", and where nothing else can be meant "m", "M" or "b": the factor and the index behind it.

    Glued "k" or "K" is thousand, "300 K" is a temperature; "5 m" is metres unless it is money or people that are counted.
    """
    word = tokens.words[index]
    glued = tokens.glued(index)
    known = SHORT_SCALES.get(word) if money or tokens.written(index) != _MILLINEWTON else None
    if known is not None and (word != "k" or glued or money or tokens.written(index) == "k"):
        return known, index + 1
    if word not in _MONEY_SCALES:
        return None
    following = tokens.words[index + 1]
    if money or (word in {"m", "b"} and following in _COUNTED) or (word == "b" and glued):
        return _MONEY_SCALES[word], index + 1
    return (10**6, index + 1) if tokens.written(index) == "M" else None


def _with_long_scale(words: list[str], number: Number, *, joins: bool) -> Number:
    """Read "3.5 million", "4 thousand 3 hundred and 21", "2 1/2 dozen"."""
    if number.fraction:
        index = number.end + (words[number.end] == "-")
        scale = _scale(words[index])
        if scale is not None:
            _multiply(number, scale, index + 1)
        return number
    scale = _scale(words[number.end])
    if scale is not None and words[number.end + 1] not in _JOINING and not words[number.end + 1][:1].isdecimal():
        _multiply(number, scale, number.end + 1)
        return number
    cardinal = cardinal_at(words, number.start, joins=joins)
    if cardinal is not None:
        number.value, number.step, number.end = cardinal.value, cardinal.place, cardinal.end
        number.scale = cardinal.scale
        number.alternatives = tuple(other * cardinal.scale for other in number.alternatives)
    return number


def _scale(word: str) -> int | None:
    return SCALES.get(word) or DOZENS.get(word) or (100 if word in HUNDREDS else None)


def _multiply(number: Number, factor: int, end: int) -> None:
    number.value *= factor
    number.step = None if number.step is None else number.step * factor
    number.alternatives = tuple(other * factor for other in number.alternatives)
    number.scale *= factor
    number.end = end


def _read_power(tokens: Tokens, number: Number) -> bool:
    """Read "1.3e3", "1.3 × 10^3", "10⁶", "10^6" into ``number``; say whether there was one."""
    words = tokens.words
    index = number.end
    if words[index] == "e":
        exponent = _exponent(tokens, index + 1) if tokens.glued(index) and tokens.glued(index + 1) else None
        return exponent is not None and _shift(number, exponent)
    if words[index] in {"x", "×", "*", "·"} and words[index + 1] == "10":
        exponent = _raised(tokens, index + 2)
        return exponent is not None and _shift(number, exponent)
    exponent = _raised(tokens, index)
    if exponent is None or abs(exponent[0]) > _LARGEST_EXPONENT or len(words[number.start]) > _LARGEST_DENOMINATOR:
        return False
    if number.value == 0 and exponent[0] <= 0:
        return False
    number.end = exponent[1]
    if exponent[0] != 1:
        number.value **= exponent[0]
        number.step, number.alternatives = None, ()
    return True


_POWERS = {"e", "x", "×", "*", "·", "^", "⁻"}
_RAISED = frozenset(_SUPERSCRIPTS)


def _shift(number: Number, exponent: tuple[int, int]) -> bool:
    if abs(exponent[0]) > _LARGEST_EXPONENT:
        return False
    factor = Fraction(10) ** exponent[0]
    number.value *= factor
    number.step = None if number.step is None else number.step * factor
    number.alternatives = ()
    number.end = exponent[1]
    return True


def _raised(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the exponent in "^6", "**6", "^-4", "^(6)", "⁶", "⁻⁴": its value and the index behind it."""
    words = tokens.words
    if words[index] == "^":
        return _exponent(tokens, index + 1)
    if words[index] == "*" and words[index + 1] == "*":
        return _exponent(tokens, index + 2)
    if not tokens.glued(index):
        return None
    sign = -1 if words[index] == "⁻" else 1
    if sign < 0:
        index += 1
    digits = words[index].translate(_SUPERSCRIPT_DIGITS)
    if digits == words[index] or not digits.isdecimal():
        return None
    return sign * int(digits[:4]), index + 1


def _exponent(tokens: Tokens, index: int) -> tuple[int, int] | None:
    bracketed = tokens.words[index] == "("
    index += bracketed
    sign = _SIGNS.get(tokens.words[index])
    if sign is not None:
        index += 1
        if not tokens.glued(index):
            return None
    digits = tokens.words[index]
    if not digits.isdecimal() or (bracketed and tokens.words[index + 1] != ")"):
        return None
    return (sign or 1) * int(digits[:4]), index + 1 + bracketed


def _read_fraction(tokens: Tokens, number: Number) -> bool:
    """Read "2/3", "2 1/2", "2½", "3 quarters", "100 millionths" into ``number``; say whether there was one."""
    words = tokens.words
    index = number.end
    word = words[index]
    if word in VULGAR_VALUES:
        return _set_fraction(number, number.value + VULGAR_VALUES[word], index + 1)
    if word == "/":
        return _read_slashed(tokens, number)
    whole = words[number.start].isdecimal() and len(words[number.start]) <= _MOST_USED_DENOMINATOR
    if word == "-" and tokens.glued(index) and tokens.glued(index + 1):
        index += 1
    if whole and words[index].isdecimal() and words[index + 1] == "/" and words[index + 2].isdecimal():
        part = Fraction(int(words[index][:4]), int(words[index + 2][:4]) or 1)
        if 0 < part < 1 and part.denominator <= _MOST_USED_DENOMINATOR and words[index + 3] != "/":
            return _set_fraction(number, number.value + part, index + 3)
    if whole and word[-1:] in {"s", "r", "h", "d", "f"}:
        return _read_parts(words, number)
    return False


def _read_slashed(tokens: Tokens, number: Number) -> bool:
    """Read "2/3"; no date ("5/17/2018", "03/04"), no pair of values ("170/240 mm", "120/80")."""
    words = tokens.words
    above, below = words[number.start], words[number.end + 1]
    if not (above.isdecimal() and below.isdecimal()) or words[number.end + 2] == "/" or words[number.start - 1] == "/":
        return False
    if (
        above.startswith("0")
        or below.startswith("0")
        or len(above) > _LARGEST_EXPONENT
        or len(below) > _LARGEST_EXPONENT
    ):
        return False
    numerator, denominator = int(above), int(below)
    usual = denominator <= _LARGEST_DENOMINATOR or denominator % _LARGEST_DENOMINATOR == 0 or numerator == 1
    if not usual or (numerator >= denominator > _MOST_USED_DENOMINATOR // 2):
        return False
    return _set_fraction(number, Fraction(numerator, denominator), number.end + 2)


def _read_parts(words: list[str], number: Number) -> bool:
    """Read "3 quarters", "2 thirds", "1 third", "5 hundredths"; quarters of a year are counted, so "2 quarters" is none."""
    index = number.end + (words[number.end] == "-")
    denominator = PARTS.get(words[index])
    plural = words[index].endswith("s")
    end = index + 1
    if denominator is None:
        ordinal = ordinal_at(words, index)
        if ordinal is None or ordinal.value < 3:  # noqa: PLR2004 - seconds are a unit
            return False
        denominator, plural, end = ordinal.value, ordinal.plural, ordinal.end
        if ordinal.kind is Kind.UNIT and words[end] == "-":
            return False
    if plural != (number.value > 1) or number.value >= denominator * 10 or number.value % denominator == 0:
        return False
    if denominator == 4 and number.value == 2:  # noqa: PLR2004 - see above
        return False
    return _set_fraction(number, number.value / denominator, end)


def _set_fraction(number: Number, value: Fraction, end: int) -> bool:
    number.value, number.end = value, end
    number.step, number.alternatives, number.fraction = None, (), True
    return True


# What may go on a number behind its scale: "3 million and …", "2 lakh crore".
_JOINING = frozenset({"and", "-", ",", *_LONG_SCALES, *SMALL})
# All that may go on a number; what else follows ends it.
_CONTINUED = frozenset(
    {
        *ORDINAL_SUFFIXES,
        *_POWERS,
        *VULGAR_VALUES,
        *_LONG_SCALES,
        *SHORT_SCALES,
        *_MONEY_SCALES,
        *PARTS,
        *ORDINALS,
        *SMALL,
        "/",
        "-",
    }
)
