"""Exact rounding: half away from zero, as it is taught; digits are counted as they are written."""

from __future__ import annotations

from fractions import Fraction

_HALF = Fraction(1, 2)


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """Return the multiple of ``step`` nearest to ``value``.

    >>> rounded(Fraction(200, 3), Fraction(1, 10)), rounded(Fraction(-5, 2), Fraction(1))
    (Fraction(667, 10), Fraction(-3, 1))
    """
    count = abs(value) / step + _HALF
    whole = count.numerator // count.denominator * step
    return whole if value >= 0 else -whole


def power_of_ten(value: Fraction) -> int:
    """Return the exponent of the leading digit of a value other than 0.

    >>> power_of_ten(Fraction(1300)), power_of_ten(Fraction(1, 8)), power_of_ten(Fraction(-1))
    (3, -1, 0)
    """
    size = abs(value)
    guess = len(str(size.numerator)) - len(str(size.denominator))
    return guess if size >= Fraction(10) ** guess else guess - 1


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
    size = abs(value)
    if not size:
        return 1
    scaled = size / Fraction(10) ** power_of_ten(size)
    for digits in range(1, 19):
        if scaled.denominator == 1:
            return digits
        scaled = scaled * 10
    return 19


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
