"""Exact rounding: half away from zero, as it is taught; digits are counted as they are written."""

from __future__ import annotations

from fractions import Fraction

MANY = 10**6  # the digits of an endless decimal
_HALF = Fraction(1, 2)
_LOG_OF_TWO = 0.30102999566


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """Return the multiple of ``step`` nearest to ``value``.

    >>> rounded(Fraction(200, 3), Fraction(1, 10)), rounded(Fraction(-5, 2), Fraction(1))
    (Fraction(667, 10), Fraction(-3, 1))
    """
    count = abs(value) / step + _HALF
    whole = count.numerator // count.denominator * step
    return whole if value >= 0 else -whole


def rounded_to_digits(value: Fraction, digits: int) -> Fraction:
    """Return ``value`` rounded to a number of significant digits.

    >>> rounded_to_digits(Fraction(2667), 2)
    Fraction(2700, 1)
    """
    return rounded(value, Fraction(10) ** (power_of_ten(value) - digits + 1)) if value else value


def power_of_ten(value: Fraction) -> int:
    """Return the exponent of the leading digit of a value other than 0.

    >>> power_of_ten(Fraction(1300)), power_of_ten(Fraction(1, 8)), power_of_ten(Fraction(-1))
    (3, -1, 0)
    """
    over, under = abs(value.numerator), value.denominator
    guess = _digits(over) - _digits(under)
    reached = over >= under * 10**guess if guess >= 0 else over * 10**-guess >= under
    return guess if reached else guess - 1


def _digits(number: int) -> int:
    """Return the digits of a positive whole number; exact, and not limited as ``str`` is."""
    guess = int(number.bit_length() * _LOG_OF_TWO)  # never too high, at most one too low
    return guess + 1 if number >= 10**guess else guess


def power_of_ten_between(over: int, under: int) -> int | None:
    """Return the exponent of the power of ten that lies between two whole numbers of one sign, None where none does.

    >>> power_of_ten_between(1300, -13), power_of_ten_between(13, 1300)
    (None, 2)
    """
    if (over < 0) != (under < 0) or not over or not under:
        return None
    over, under = abs(over), abs(under)
    if over < under:
        over, under = under, over
    ratio, rest = divmod(over, under)
    if rest or ratio % 10:
        return 0 if ratio == 1 and not rest else None
    exponent = _digits(ratio) - 1
    return exponent if ratio == 10**exponent else None


def shown_digits(value: Fraction, step: Fraction) -> int:
    """Return how many significant digits a number shows whose last digit stands for ``step``.

    >>> shown_digits(Fraction(1300), Fraction(1)), shown_digits(Fraction(67, 100), Fraction(1, 100))
    (4, 2)
    """
    return power_of_ten(value) - power_of_ten(step) + 1 if value else 1


def significant_digits(value: Fraction) -> int:
    """Return the significant digits of a value without zeros at its end; many for an endless decimal.

    >>> [significant_digits(Fraction(text)) for text in ("1300", "0.667", "155", "0")]
    [2, 3, 3, 1]
    """
    number, under = abs(value.numerator), value.denominator
    if not number:
        return 1
    if under != 1:
        twos, fives = _times(under, 2), _times(under, 5)
        if under != 2**twos * 5**fives:
            return MANY
        number = number * 10 ** max(twos, fives) // under
    return _digits(number) - _times(number, 10)


def terminates(value: Fraction) -> bool:
    """Return whether the decimals of a value end.

    >>> terminates(Fraction(1, 8)), terminates(Fraction(2, 3))
    (True, False)
    """
    under = value.denominator
    return under == 1 or under == 2 ** _times(under, 2) * 5 ** _times(under, 5)


def _times(number: int, factor: int) -> int:
    """Return how often a factor goes into a positive number."""
    count = 0
    while number % factor == 0:
        number //= factor
        count += 1
    return count


def agrees_to_significant(value: Fraction, gold: Fraction, digits: int) -> bool:
    """Return whether two values agree to a number of significant digits of ``gold``.

    They do when both round to the same figure, or lie within half of the last digit's place: so fewer digits always
    accept more.

    >>> agrees_to_significant(Fraction(2700), Fraction(2667), 2), agrees_to_significant(Fraction(2600), Fraction(2667), 2)
    (True, False)
    """
    if not gold:
        return value == gold
    return _agrees(value, gold, Fraction(10) ** (power_of_ten(gold) - digits + 1))


def agrees_to_decimals(value: Fraction, gold: Fraction, decimals: int) -> bool:
    """Return whether two values agree to a number of decimals, in the same sense.

    >>> agrees_to_decimals(Fraction("1.09"), Fraction("1.0857"), 2), agrees_to_decimals(Fraction("1.08"), Fraction("1.0857"), 2)
    (True, False)
    """
    return _agrees(value, gold, Fraction(1, 10**decimals))


def _agrees(value: Fraction, gold: Fraction, place: Fraction) -> bool:
    return abs(value - gold) <= place / 2 or rounded(value, place) == rounded(gold, place)
