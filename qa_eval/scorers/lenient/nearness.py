"""How near two numbers are, as people see it: equal, equal once rounded, or off by a share."""

from __future__ import annotations

from fractions import Fraction

MOST_ROUNDED = 33  # a round figure that is said to be about right is off by no more than one part of so many

ROUNDED = 0.95  # the nearness of what is the same once rounded


def rounds_to(value: Fraction, wanted: Fraction) -> bool:
    """Return whether a value is the one that an approximate figure stands for: 48,200 for "about 48,000"."""
    if wanted.denominator > 1 or not wanted or abs(value - wanted) * 20 > abs(wanted):
        return False
    step = 1
    while wanted % (10 * step) == 0:
        step *= 10
    return (step > 1 or value.denominator > 1) and abs(value - wanted) * 2 <= step


def zeros_step(value: Fraction) -> int:
    """Return the place of the last digit that is no zero: 100, for 4,400; 0 for what is no whole number.

    >>> zeros_step(Fraction(4400)), zeros_step(Fraction(7)), zeros_step(Fraction(1, 2))
    (100, 1, 0)
    """
    step = int(value.denominator == 1 and value != 0)
    while step and value % (10 * step) == 0:
        step *= 10
    return step


def said_round(value: Fraction, wanted: Fraction) -> bool:
    """Return whether a figure that is said to be approximate is an accepted one, rounded: "about 5,700" for 5,730."""
    return abs(value - wanted) * MOST_ROUNDED <= abs(wanted) and rounds_to(wanted, value)


def nearness(value: Fraction, wanted: Fraction, step: Fraction | None, gold_step: Fraction | None) -> float:
    """Return how near a value is to the one that is wanted, within 0..1; the steps are the places of their last written digits."""
    over, under = value.as_integer_ratio()
    whole, parts = wanted.as_integer_ratio()
    said, asked = (
        over * parts,
        whole * under,
    )  # both times the same number: whole numbers are compared in a tenth of the time
    if said == asked:
        return 1.0
    if not said or not asked or abs(said - asked) * _FARTHEST > abs(asked):
        return 0.0
    off = abs(value - wanted)
    if step is not None and gold_step is None and off * 2 <= step and step * 10 <= abs(wanted):
        return 0.95  # two-thirds, as 66.7 %
    if step is None and gold_step is not None and off * 2 <= gold_step and gold_step * 10 <= abs(wanted):
        return 0.95  # 66.7, as 200/3
    if step is not None and gold_step is not None:
        coarse = max(step, gold_step)
        fine = min(step, gold_step)
        if coarse > fine and off * 2 <= coarse and (coarse * 10 <= abs(wanted) or off * 200 <= abs(wanted)):
            return 0.95 if coarse * 50 <= abs(wanted) or off * 100 <= abs(wanted) else 0.85
    share = off / abs(wanted)
    for most, near in _NEAR:
        if share <= most:
            return near
    return 0.0


_FARTHEST = 10  # a value that is off by more than one part of so many is not near
_NEAR = (
    (Fraction(1, 2000), 0.8),
    (Fraction(1, 200), 0.7),
    (Fraction(1, 100), 0.6),
    (Fraction(1, 20), 0.4),
    (Fraction(1, 10), 0.25),
)
