"""Intervals where Wilson's does not do: answers that belong together, and means of figures within 0..1."""

from __future__ import annotations

from collections import Counter
from math import fsum, sqrt
from typing import TYPE_CHECKING

from qa_eval.statistics import Interval, percentile, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RESAMPLES = 2000
FEWEST_CLUSTERS = 5  # documents below which they cannot stand for others, and questions are taken as they are
_BELIEVED = 0.45  # how alike answers are believed to be where nothing tells; how much that weighs is said in _belief
_LEAST_EFFECT = 0.7  # the least design effect that clusters which differ less than by chance are believed to have
_NOTHING = 1e-9  # a spread of rounding alone
_Z2 = 1.959963984540054**2


def clustered(clusters: Iterable[tuple[float, int]]) -> Interval | None:
    """Return the 95 % interval of a share whose answers come in clusters, as ``(right, answers)`` each; None for none.

    Answers to wordings or repetitions of one question, or about one document, are alike, so they tell less than as many
    unrelated ones: Wilson's interval of as many answers as they are worth. How alike they are is estimated from how the
    clusters differ; where few clusters tell that (all right but one, say) it leans to "about half alike", and where none does
    (all right, or none) to "all alike". Wilson's own interval where every cluster is one answer, and never of no width.

    In clusters of 3 to 10 answers, 20 to 1,000 in all, that are as alike as 0 to 0.8, it holds the true share in 93.5 to 96.5 % of
    cases at every share from 2 to 98 % (``benchmarks/coverage.py``, which the constants were chosen by). Clusters of more than ten
    answers that are hardly alike get a wider interval than they need.

    >>> low, high = clustered([(3, 3)] * 8 + [(0, 3)] * 2)
    >>> round(low, 2), round(high, 2)  # ten answers' worth, not thirty
    (0.49, 0.94)
    >>> clustered([(1, 1)] * 8 + [(0, 1)] * 2) == wilson(8, 10)
    True
    """
    rows = _tallied(clusters)
    n, right = sum(size * times for (_, size), times in rows.items()), sum(done * k for (done, _), k in rows.items())
    return widened(right, n, design_effect(rows.elements()))


def by_document(documents: int, questions: int, fewest: int = FEWEST_CLUSTERS) -> bool:
    """Return whether answers to questions about so many documents are clustered by document, and not by question.

    ``fewest``: documents below which they are not.

    >>> by_document(20, 100), by_document(4, 100), by_document(100, 100)
    (True, False, False)
    """
    return fewest <= documents < questions


def design_effect(clusters: Iterable[tuple[float, int]]) -> float:
    """Return how many answers in clusters, as ``clustered`` takes them, tell as much as one that is unrelated to all others.

    >>> design_effect([(3, 3), (0, 3)]), design_effect([(1, 1), (0, 1)]), design_effect([])
    (3.0, 1.0, 1.0)
    """
    rows = _tallied(clusters)
    n, right = sum(size * times for (_, size), times in rows.items()), sum(done * k for (done, _), k in rows.items())
    if not n:
        return 1.0
    share = right / n
    return _effect(rows, n, share, n * share * (1 - share))


def difference_effect(clusters: Iterable[tuple[float, int]], squares: float) -> float:
    """Return the design effect of differences within -1..1 in clusters, as ``(their sum, their number)`` each.

    ``squares``: the sum of their squares.

    >>> difference_effect([(3, 3), (0, 3)], 3), difference_effect([(1, 1), (0, 1)], 1), difference_effect([], 0)
    (3.0, 1.0, 1.0)
    """
    rows = _tallied(clusters)
    n, total = sum(size * times for (_, size), times in rows.items()), sum(done * k for (done, _), k in rows.items())
    return _effect(rows, n, total / n, squares - total * total / n) if n else 1.0


def _effect(rows: Counter[tuple[float, int]], n: int, mean: float, spread: float) -> float:
    """Return the design effect of ``n`` figures in clusters; ``spread`` is the sum of their squared distances from the mean."""
    largest = sum(size * size * times for (_, size), times in rows.items()) / n  # of figures all alike
    return 1 + _alike(rows, mean, largest, spread) * (largest - 1)


def _tallied(clusters: Iterable[tuple[float, int]]) -> Counter[tuple[float, int]]:
    """Return how often clusters are alike, in an order that does not depend on theirs."""
    return Counter(dict(sorted(Counter((right, n) for right, n in clusters if n).items())))


def widened(right: float, n: int, effect: float) -> Interval | None:
    """Return Wilson's 95 % interval of a share of ``n`` answers with this design effect; None when ``n`` is 0.

    >>> widened(8, 10, 1.0) == wilson(8, 10), widened(24, 30, 3.0) == wilson(8, 10)
    (True, True)
    """
    if effect == 1:
        return wilson(right, n)
    return _wilson(right / n, n / effect) if n else None


def paired_difference(fixed: int, regressed: int, both: int, neither: int, effect: float = 1.0) -> Interval | None:
    """Return Newcombe's 95 % score interval (his method 10) of the difference of two shares over the same questions.

    ``fixed`` are right only in the first, ``regressed`` only in the second; ``effect`` is the design effect of differences that
    come in clusters. Within -1..1; None when there is no pair.

    >>> low, high = paired_difference(9, 16, 280, 107)
    >>> round(low, 3), round(high, 3)
    (-0.041, 0.007)
    """
    n = fixed + regressed + both + neither
    first, second = widened(both + fixed, n, effect), widened(both + regressed, n, effect)
    if first is None or second is None:
        return None
    share, other = (both + fixed) / n, (both + regressed) / n
    phi = _phi(fixed, regressed, both, neither)
    down, up = (share - first.low, second.high - other), (other - second.low, first.high - share)
    difference = share - other
    return Interval(
        max(-1.0, difference - sqrt(max(0.0, down[0] ** 2 - 2 * phi * down[0] * down[1] + down[1] ** 2))),
        min(1.0, difference + sqrt(max(0.0, up[0] ** 2 - 2 * phi * up[0] * up[1] + up[1] ** 2))),
    )


def _phi(fixed: int, regressed: int, both: int, neither: int) -> float:
    """Return the correlation of two shares, corrected for continuity where it is positive."""
    margins = (both + fixed) * (regressed + neither) * (both + regressed) * (fixed + neither)
    if margins == 0:
        return 0.0
    n = fixed + regressed + both + neither
    product: float = both * neither - fixed * regressed
    if product > 0:
        product = max(0.0, product - n / 2)
    return product / sqrt(margins)


def mean_interval(counts: Mapping[float, int], *, effect: float = 1.0, seed: int = 0) -> Interval | None:
    """Return the bootstrap 95 % interval of the mean of values within 0..1 that occur ``counts`` times; None for none.

    ``effect``: the design effect of related answers; as many are drawn as they are worth, one at least.

    Two answers more, at 0 and at 1 and of half an answer each, are drawn from as well: without them, values that are all equal
    would have an interval of no width. The same counts give the same interval.

    >>> low, high = mean_interval({1.0: 20})
    >>> round(low, 1), high
    (0.9, 1.0)
    """
    n = sum(counts.values())
    if not n:
        return None
    import numpy  # noqa: ICN001, PLC0415 - costs 0.1 s, and most verbs do without it

    half, worth = 0.5, max(1, round(n / effect))
    weights = {0.0: half, 1.0: half}
    for value, count in counts.items():
        weights[value] = weights.get(value, 0.0) + count * worth / n
    values = sorted(weights)
    total = sum(weights.values())
    shares = [weights[value] / total for value in values]
    drawn = numpy.random.default_rng(seed).multinomial(worth, shares, size=RESAMPLES)
    means = numpy.sort(drawn @ numpy.array(values) / worth)
    mean = fsum(value * count for value, count in counts.items()) / n
    # the draws lie around a mean that is pulled to the middle, and spread as those of n answers
    low, high = percentile(means.tolist(), 2.5), percentile(means.tolist(), 97.5)
    if low is None or high is None:
        return None
    return Interval(min(low, mean), max(high, mean) if mean < 1 else 1.0)


def _alike(rows: Counter[tuple[float, int]], mean: float, largest: float, spread: float) -> float:
    """Return how alike the figures of a cluster are: 0 as those of different ones, 1 all the same, below 0 less alike."""
    k = rows.total()
    if largest <= 1:
        return 0.0
    if k == 1 or spread <= _NOTHING:
        return 1.0
    squares = [((total - mean * size) ** 2, times) for (total, size), times in rows.items()]
    total = sum(square * times for square, times in squares)
    ratio = total * k / (k - 1) / spread
    alike = min(1.0, (ratio - 1) / (largest - 1))
    if alike <= 0:  # by chance as often below as above where answers are unrelated: cutting at 0 would widen the rest
        return max(alike, (_LEAST_EFFECT - 1) / (largest - 1))
    uneven = sum(square * square * times for square, times in squares) - total * total / k
    if uneven <= 0:
        return alike
    told, belief = max(1.0, 2 * total * total / uneven), _belief(largest)  # degrees of freedom of the ratio
    return (told * alike + belief * _BELIEVED) / (told + belief)


def _belief(largest: float) -> float:
    """Return as how many degrees of freedom the belief counts: the larger the clusters, the more a low estimate costs.

    >>> round(_belief(3), 3), round(_belief(10), 3), round(_belief(80), 3)
    (0.108, 4.0, 4.0)
    """
    return 0.004 * min(largest, 10.0) ** 3


def _wilson(share: float, n: float) -> Interval:
    if share in {0.0, 1.0} or n == int(n):
        whole = wilson(share * n, int(n)) if n == int(n) else None
        if whole is not None:
            return whole
    spread = sqrt(_Z2 * share * (1 - share) / n + _Z2 * _Z2 / (4 * n * n))
    centre, scale = share + _Z2 / (2 * n), 1 + _Z2 / n
    low = 0.0 if share == 0 else max(0.0, (centre - spread) / scale)
    high = 1.0 if share == 1 else min(1.0, (centre + spread) / scale)
    return Interval(low, high)
