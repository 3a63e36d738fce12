"""Is a difference more than noise: an exact paired test, adjusted for several looks, and what so many questions can tell."""

from __future__ import annotations

from collections import Counter
from math import ceil, fsum, sqrt
from typing import TYPE_CHECKING

from qa_eval.intervals import paired_difference
from qa_eval.statistics import LEVEL, Interval, mcnemar_exact

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHA = 1 - LEVEL
_Z_ALPHA = 1.959963984540054
_Z_POWER = 0.8416212335729143  # of a power of 80 %
_EXACT = 12  # digits: beyond them a transform is rounding
_STEPS = 60  # halvings of 0..1: more than a float resolves


def sign_flip(differences: Sequence[int]) -> float:
    """Return the exact two-sided p that the signs of ``differences``, one a question or document, fell so unevenly by chance.

    Each is the answers right in the one run less those in the other, over a question's repetitions or a document's questions.
    Where none is above one, this is McNemar's exact test.

    >>> sign_flip([1, -1, -1, -1, -1, -1, -1, -1, 0, 0]), sign_flip([3, 3, -1]), sign_flip([])
    (0.0703125, 0.5, 1.0)
    """
    moved = [abs(difference) for difference in differences if difference]
    if not moved or max(moved) == 1:
        up = sum(difference > 0 for difference in differences)
        return mcnemar_exact(up, len(moved) - up)
    import numpy  # noqa: ICN001, PLC0415 - costs 0.1 s, and only related answers need it

    # the sum of the steps, each up or down: the product of their cosines is its distribution, transformed
    reach = sum(moved)
    turns = numpy.arange(reach + 1) * (2 * numpy.pi / (2 * reach + 1))
    waves = numpy.ones(reach + 1)
    for step, times in Counter(moved).items():
        waves *= numpy.cos(turns * step) ** times
    chances = numpy.fft.irfft(waves, 2 * reach + 1)  # of sums 0, 1, …, reach, -reach, …, -1
    far = abs(sum(differences))
    beyond = float(chances[far : 2 * reach + 2 - far].sum()) if far else 1.0
    return min(1.0, max(round(beyond, _EXACT), 2.0 ** (1 - len(moved))))


def holm(values: Sequence[float]) -> tuple[float, ...]:
    """Return p values adjusted by Holm's method: all of them together err with the level's rate, not each of them.

    >>> holm([0.01, 0.04, 0.03])
    (0.03, 0.06, 0.06)
    """
    adjusted = [1.0] * len(values)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, values[index] * (len(values) - place)))
        adjusted[index] = highest
    return tuple(adjusted)


def p_text(value: float) -> str:
    """Return a p value as it is shown.

    >>> p_text(0.0312), p_text(0.00002)
    ('0.031', '< 0.001')
    """
    return "< 0.001" if value < 0.001 else f"{value:.3f}"  # noqa: PLR2004 - more digits would say no more


def mean_difference(differences: Sequence[float], effect: float = 1.0) -> Interval | None:
    """Return the 95 % interval of the mean of ``differences`` within -1..1, one a question; Student's t over the questions.

    Never narrower than that of as many questions that differ in nothing; None when there is no question. ``effect`` is the design
    effect of questions that come in clusters.

    >>> low, high = mean_difference([1, 1, 0, 0, 0, 0, -1, 0.5])
    >>> round(low, 2), round(high, 2)
    (-0.36, 0.73)
    """
    n = len(differences)
    least, worth = paired_difference(0, 0, n, 0, effect), n / effect
    if least is None or worth < 2:  # noqa: PLR2004 - one tells nothing of how they differ
        return least and Interval(-1.0, 1.0)
    from scipy.stats import t  # noqa: PLC0415 - costs 0.5 s, and only repeated questions need it

    mean = fsum(differences) / n
    error = sqrt(fsum((difference - mean) ** 2 for difference in differences) / (n - 1) / worth)
    half = max(float(t.ppf((1 + LEVEL) / 2, worth - 1)) * error, least.high)
    return Interval(max(-1.0, mean - half), min(1.0, mean + half))


def questions_needed(difference: float, discordant: float) -> int:
    """Return how many questions show a difference of two accuracies with a chance of 80 %, tested at 5 %.

    ``discordant`` is the share of questions that only one of the two gets right. Raises ValueError when ``difference`` is not
    within 0..1.

    >>> questions_needed(0.02, 0.15), questions_needed(0.10, 0.15)
    (2941, 116)
    """
    if not 0 < difference <= 1:
        raise ValueError(f"a difference is above 0 and at most 1, got {difference}")
    share = min(1.0, max(discordant, difference))
    spread = _Z_ALPHA * sqrt(share) + _Z_POWER * sqrt(max(0.0, share - difference**2))
    return ceil((spread / difference) ** 2)


def detectable(n: int, discordant: float) -> float:
    """Return the least difference of two accuracies that ``n`` questions show with a chance of 80 %, tested at 5 %.

    1.0 when no difference is large enough for so few questions.

    >>> round(detectable(157, 0.15), 3)
    0.086
    """
    low, high = 0.0, 1.0
    if n < questions_needed(1.0, discordant):
        return 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if questions_needed(middle, discordant) <= n else (middle, high)
    return high
