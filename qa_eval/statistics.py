"""Intervals, percentiles and paired tests: what a figure of so many answers is worth."""

from __future__ import annotations

from math import ceil, comb, exp, lgamma, log, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL = 0.95
_Z = 1.959963984540054  # of LEVEL
_EXACT = 1000  # up to so many pairs whole numbers are as fast as logarithms


class Interval(NamedTuple):
    """Where the true figure lies at the level asked for; both ends inclusive."""

    low: float
    high: float


def wilson(successes: float, n: int, level: float = LEVEL) -> Interval | None:
    """Return Wilson's score interval of a share, within 0..1; None when ``n`` is 0.

    ``successes`` may be a sum of values within 0..1, such as F1: their variance is never above that of a share with the
    same mean, so the interval is then wider than it need be and never too narrow. Raises ValueError outside 0..n.

    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    if not 0 <= successes <= n:
        raise ValueError(f"successes must be within 0..{n}, got {successes}")
    if n == 0:
        return None
    z = _z(level)
    share = successes / n
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    centre = share + z * z / (2 * n)
    scale = 1 + z * z / n
    low = 0.0 if successes == 0 else max(0.0, (centre - spread) / scale)
    high = 1.0 if successes == n else min(1.0, (centre + spread) / scale)
    return Interval(low, high)


def percentile(ordered: Sequence[float], percent: float) -> float | None:
    """Return the smallest value that at least ``percent`` % of ``ordered`` (ascending) do not exceed; None when empty.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 50), percentile([1.0, 2.0, 3.0, 4.0], 95)
    (2.0, 4.0)
    """
    if not ordered:
        return None
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def mcnemar_exact(fixed: int, regressed: int) -> float:
    """Return McNemar's exact two-sided p: how often a fair coin splits the pairs that differ at least so unevenly.

    >>> mcnemar_exact(1, 7), mcnemar_exact(0, 0)
    (0.0703125, 1.0)
    """
    n, few = fixed + regressed, min(fixed, regressed)
    if n <= _EXACT:
        return min(1.0, 2 * sum(comb(n, k) for k in range(few + 1)) / (1 << n))
    log_half = n * log(2)
    terms = (exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) - log_half) for k in range(few, -1, -1))
    return min(1.0, 2 * sum(terms))


def _z(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"level must be between 0 and 1, got {level}")
    if level == LEVEL:
        return _Z
    from statistics import NormalDist  # noqa: PLC0415 - costs 15 ms, and no report asks for another level

    return NormalDist().inv_cdf((1 + level) / 2)
