"""A quantity's answer and its accepted value on one line, with what the tolerance lets through; figures stay text."""

from __future__ import annotations

from fractions import Fraction
from math import floor, lcm, log10
from typing import TYPE_CHECKING

from qa_eval.model import NO_TOLERANCE, Bound, QuantityAnswer, Tolerance
from qa_eval.reading.languages import answer_in_english, in_english
from qa_eval.reading.quantities import read_quantities, read_quantity, written
from qa_eval.reading.units import canonical, convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import JsonValue, Question
    from qa_eval.reading.quantities import Quantity

LONGEST = 300  # characters of an answer that is read again; of a longer one the figure that the scorer read is shown
_FAR = 20  # from such a ratio on, the line is logarithmic


def number_line(question: Question, text: str, read: str = "") -> dict[str, JsonValue] | None:
    """Return where the accepted value, the band of its tolerance and the answer stand, within 0..100; None without figures.

    Keys: ``gold``, ``got``, ``allowed`` (the band), ``off``, ``relative``, ``ratio`` as text, ``at`` the places [gold, got, low,
    high], with the far ends of gold and got behind them where one of the two is a range, and ``log`` whether the line is
    logarithmic. ``off`` is how far the answer lies outside of what is accepted, "" where it does not.
    """
    answer = answer_in_english(question.answer, question.language)
    if not isinstance(answer, QuantityAnswer):
        return None
    text, read = (in_english(each, question.language) for each in (text, read))
    gold = read_quantity(answer.text)
    if gold is None:
        return None
    value = Fraction(answer.value) if answer.value is not None else gold.value
    unit = canonical(answer.unit) or gold.unit
    got = _comparable(read_quantities(text if len(text) <= LONGEST else read[:LONGEST]), unit, value)
    if got is None:
        return None
    end = value if gold.high is None else _in_unit(gold.high, gold.unit, unit)
    low, high = _band(value, unit, answer.tolerance)[0], _band(end, unit, answer.tolerance)[1]
    _, least, most = got
    off, beside = max((value - least, value), (most - end, end))  # the end that is missed by more
    ranges = (value, least) != (end, most)
    places, logarithmic = _places((value, least, low, high, *((end, most) if ranges else ())))
    off = max(off, Fraction(0))
    return {
        "gold": written(gold),
        "got": got[0].text,
        "allowed": _written(low, unit, gold, high) if (low, high) != (value, end) else "",
        "off": _written(_rounded(off, 5), unit, gold) if off else "",
        "relative": f"{_percent(off, abs(beside)):.3g} %" if beside else "",
        "ratio": "" if ranges else _ratio(least, value),
        "at": list(places),
        "log": logarithmic,
    }


def _comparable(found: Sequence[Quantity], unit: str, gold: Fraction) -> tuple[Quantity, Fraction, Fraction] | None:
    """Return the first figure that is not denied, nearest in unit, with its ends in the accepted one's unit."""
    for quantity in sorted(found, key=lambda quantity: (quantity.negated, quantity.unit != unit)):
        if quantity.unit in ("", unit):
            return quantity, quantity.value, quantity.value if quantity.high is None else quantity.high
        value = convert(quantity.value, quantity.unit, unit) if unit else quantity.value
        if value is not None:
            near = abs(value - gold) <= abs(gold) * Fraction(1, 10**9)
            if not (unit or near):
                continue  # 62 m are not so and so far from 9,000 visitors
            value = gold if near else value
            return quantity, value, value if quantity.high is None else _in_unit(quantity.high, quantity.unit, unit)
    return None


def _written(value: Fraction, unit: str, gold: Quantity, high: Fraction | None = None) -> str:
    """Write a figure or a range in the unit, as the accepted one is written."""
    plain = gold._replace(value=_rounded(value), high=None if high is None else _rounded(high), unit=unit)
    return written(plain._replace(bound=Bound.NONE, approximate=False, dated=False, ordinal=False, negated=False))


def _rounded(value: Fraction, digits: int = 12) -> Fraction:
    """Return what is not whole in so many digits."""
    if value.denominator == 1:
        return value
    return round(value, max(0, digits - 1 - floor(log10(abs(value)))))


def _in_unit(value: Fraction, own: str, unit: str) -> Fraction:
    """Return the far end of a range in another unit; one that cannot be converted is in that unit already."""
    return (convert(value, own, unit) if own and unit and own != unit else value) or value


def _band(value: Fraction, unit: str, tolerance: Tolerance) -> tuple[Fraction, Fraction]:
    if tolerance.low is not None and tolerance.high is not None:
        return Fraction(tolerance.low), Fraction(tolerance.high)
    if tolerance is NO_TOLERANCE or tolerance == NO_TOLERANCE:
        return value, value
    spreads = [Fraction(0)]
    if tolerance.absolute is not None:
        own = canonical(tolerance.absolute_unit) or ""
        spread = Fraction(tolerance.absolute)
        spreads.append((convert(spread, own, unit) if own and own != unit else spread) or Fraction(0))
    if tolerance.relative is not None:
        spreads.append(Fraction(tolerance.relative) * abs(value))
    if tolerance.decimals is not None:
        spreads.append(Fraction(1, 2 * 10**tolerance.decimals))
    if tolerance.significant is not None and value:
        size = int(log10(abs(value))) if abs(value) >= 1 else int(log10(abs(value))) - 1
        spreads.append(Fraction(10) ** (size - tolerance.significant + 1) / 2)
    return value - max(spreads), value + max(spreads)


def _places(points: Sequence[Fraction]) -> tuple[tuple[float, ...], bool]:
    whole = lcm(
        *(point.denominator for point in points)
    )  # over one denominator, so that what follows is exact and quick
    scaled: Sequence[float] = [point.numerator * (whole // point.denominator) for point in points]
    smallest, largest = min(scaled), max(scaled)
    logarithmic = smallest > 0 and largest >= _FAR * smallest
    if logarithmic:
        scaled = [log10(number) for number in scaled]
    first, span = min(scaled), max(scaled) - min(scaled)
    if not span:
        return (50.0,) * len(points), logarithmic
    return tuple(round(10 + 80 * ((number - first) / span), 2) for number in scaled), logarithmic


def _percent(part: Fraction, whole: Fraction) -> float:
    return (100 * part.numerator * whole.denominator) / (part.denominator * whole.numerator)


def _ratio(got: Fraction, gold: Fraction) -> str:
    if not gold or not got or got == gold:
        return ""
    over, under = got.numerator * gold.denominator, gold.numerator * got.denominator
    for one, other, sign in ((over, under, "×"), (under, over, "÷")):
        power, rest = divmod(one, other)
        if power > 1 and not rest and str(power).rstrip("0") == "1":
            return f"{sign}{power:,}"
    return ""
