"""How often the project's 95 % intervals hold the true figure, beside the normal interval; prints the tables of the docs.

python benchmarks/coverage.py: a few minutes. Single answers exactly, by summing the binomial distribution; related answers exactly where
they can fall out in few ways, and otherwise, as means, by seeded simulation. True rates vary within a neighbourhood (half a unit of log-odds either way): at any one rate the
coverage of every interval of a count jumps by some points from one n to the next, because counts are whole numbers.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from itertools import combinations

import numpy as np
from scipy.special import gammaln
from scipy.stats import betabinom, binom

from qa_eval.intervals import clustered, mean_interval
from qa_eval.pairs import worth
from qa_eval.significance import ALPHA
from qa_eval.statistics import wilson

SIZES = (20, 50, 100, 200, 500, 1000)
RATES = (0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98)
# answers in a cluster, how alike they are (0 unrelated, 1 the same), what that stands for
CLUSTERS = (
    (3, 0.0, "3 wordings, unrelated"),
    (3, 0.3, "3 wordings, alike"),
    (3, 0.8, "3 wordings, nearly the same"),
    (5, 0.1, "5 questions a document"),
    (10, 0.3, "10 questions a document, alike"),
)
MEANS = (
    ("halves", (0.0, 0.5, 1.0), (0.3, 0.2, 0.5)),
    ("nearly all right", (0.0, 0.4, 0.8, 1.0), (0.02, 0.02, 0.02, 0.94)),
    ("spread evenly", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), (1 / 6,) * 6),
)
SHARED = ((10, 10), (20, 5), (30, 10), (50, 3), (100, 5))  # documents, questions about each
# what two sides are: log-odds of each, how much their difference varies by document
SIDES = (
    ("equal on every document", (0.0, 0.0), 0.0),
    ("equal, but not on each document", (0.0, 0.0), 1.0),
    ("the one better", (0.0, 0.6), 1.0),
    ("nearly all right, the one better", (2.5, 3.0), 0.5),
)
SOME = (20, 50, 100, 200, 333)  # clusters, as long as they hold at most 1,000 answers
ENUMERATED = 60_000
Z = 1.959963984540054


def neighbourhood(rate: float, parts: int = 41) -> list[float]:
    """Return rates within half a unit of log-odds."""
    middle = math.log(rate / (1 - rate))
    return [1 / (1 + math.exp(-(middle + step))) for step in np.linspace(-0.5, 0.5, parts)]


def normal(right: float, n: int) -> tuple[float, float]:
    """Return the interval of most reports: the share, plus or minus 1.96 standard errors."""
    share = right / n
    half = Z * math.sqrt(share * (1 - share) / n)
    return share - half, share + half


def single(interval, n: int, rate: float) -> float:  # noqa: ANN001 - either of the functions above
    """Return the exact coverage for n unrelated answers, averaged over the neighbourhood of a rate."""
    ends = np.array([interval(right, n) for right in range(n + 1)])
    held = [
        binom.pmf(np.arange(n + 1), n, true)[(ends[:, 0] <= true) & (true <= ends[:, 1])].sum()
        for true in neighbourhood(rate)
    ]
    return float(np.mean(held))


def related(
    rate: float, clusters: int, size: int, alike: float, draws: int, seed: int = 0
) -> tuple[float, float, float]:
    """Return the coverage of ``clustered``, of Wilson's and of the normal interval for clusters of answers.

    Exact where clusters can fall out in at most ``ENUMERATED`` ways, otherwise by ``draws`` draws.
    """
    rates = neighbourhood(rate)
    if math.comb(clusters + size, size) <= ENUMERATED:
        ways, ends = _every_way(clusters, size)
        chances = _chances(ways, rates, size, alike)
        inside = [(ends[:, :, 0] <= true) & (true <= ends[:, :, 1]) for true in rates]
        return tuple(
            float(np.mean([part @ held for part, held in zip(chances, inside, strict=True)], axis=0)[i])
            for i in range(3)
        )
    chance = np.random.default_rng(seed)
    true = chance.choice(rates, size=draws)[:, None]
    own = np.broadcast_to(true, (draws, clusters))
    if alike:
        own = chance.beta(own * (1 - alike) / alike, (1 - own) * (1 - alike) / alike)
    rows = chance.binomial(size, own)
    ways = np.stack([(rows == right).sum(axis=1) for right in range(size + 1)], axis=1)
    unique, which = np.unique(ways, axis=0, return_inverse=True)
    ends = _ends(unique, size)[which.ravel()]
    return tuple(float(share) for share in ((ends[:, :, 0] <= true) & (true <= ends[:, :, 1])).mean(axis=0))


def _ends(ways: np.ndarray, size: int) -> np.ndarray:
    """Return the three intervals of clusters of which ``ways[:, right]`` have so many right answers; (ways, 3, 2)."""
    ends = np.empty((len(ways), 3, 2))
    for place, way in enumerate(ways.tolist()):
        rows = [(right, size) for right, times in enumerate(way) for _ in range(times)]
        right, n = sum(right for right, _ in rows), size * len(rows)
        ends[place] = clustered(rows), wilson(right, n), normal(right, n)
    return ends


@cache
def _every_way(clusters: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return every way that clusters can fall out, how many with each number of right answers, and the intervals."""
    bars = np.array(list(combinations(range(clusters + size), size)))
    edges = np.hstack([np.full((len(bars), 1), -1), bars, np.full((len(bars), 1), clusters + size)])
    ways = np.diff(edges, axis=1) - 1
    return ways, _ends(ways, size)


def _chances(ways: np.ndarray, rates: list[float], size: int, alike: float) -> list[np.ndarray]:
    """Return how likely each way is at each true rate."""
    right = np.arange(size + 1)
    orders = gammaln(ways.sum(axis=1) + 1) - gammaln(ways + 1).sum(axis=1)
    found = []
    for rate in rates:
        if alike:
            chance = betabinom.logpmf(right, size, rate * (1 - alike) / alike, (1 - rate) * (1 - alike) / alike)
        else:
            chance = binom.logpmf(right, size, rate)
        found.append(np.exp(orders + ways @ chance))
    return found


def mean(values: tuple[float, ...], chances: tuple[float, ...], n: int, draws: int) -> tuple[float, float]:
    """Return the coverage of the bootstrap and of the normal interval of a mean of ``values``."""
    true = float(np.dot(values, chances))
    held = np.zeros(2)
    for counts in np.random.default_rng(0).multinomial(n, chances, size=draws):
        low, high = mean_interval({value: int(count) for value, count in zip(values, counts, strict=True) if count})
        average = float(np.dot(values, counts)) / n
        half = Z * math.sqrt(float(np.dot((np.array(values) - average) ** 2, counts)) / max(1, n - 1) / n)
        held += [low <= true <= high, average - half <= true <= average + half]
    return float(held[0] / draws), float(held[1] / draws)


def paired(
    documents: int, size: int, sides: tuple[float, float], uneven: float, draws: int, seed: int = 0
) -> tuple[float, float, float, float]:
    """Return how often the interval of a paired difference holds the true one and how often the test calls it more than noise.

    By document, then question by question. Questions and documents are of unlike difficulty; ``sides`` are the log-odds of the
    two to be right, and the second's differ from document to document by ``uneven``.
    """
    chance = np.random.default_rng(seed)
    hard = chance.normal(0, math.sqrt(2), 400_000)
    off = chance.normal(0, uneven, hard.size)
    true = float(np.mean(_odds(sides[0] + hard) - _odds(sides[1] + hard + off)))
    found = np.zeros(4)
    for _ in range(draws):
        hard = chance.normal(size=(documents, 1)) + chance.normal(size=(documents, size))
        off = chance.normal(0, uneven, (documents, 1))
        mine = chance.random(hard.shape) < _odds(sides[0] + hard)
        its = chance.random(hard.shape) < _odds(sides[1] + hard + off)
        rows = [
            (document, (bool(one),), (bool(other),))
            for document in range(documents)
            for one, other in zip(mine[document], its[document], strict=True)
        ]
        ways = worth(Counter(rows)), worth(Counter((0, one, other) for _, one, other in rows))
        found += [way.interval.low <= true <= way.interval.high for way in ways] + [way.p <= ALPHA for way in ways]
    held, alone, shown, shown_alone = (float(share) for share in found / draws)
    return held, alone, shown, shown_alone


def _odds(log_odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-log_odds))


def main(draws: int = 10000) -> None:
    """Print the tables."""
    print("Unrelated answers: coverage in %, ours (Wilson) / normal\n")
    print("| n | " + " | ".join(f"{rate:.0%}" for rate in RATES) + " |")
    print("| ---: |" + " --- |" * len(RATES))
    for n in SIZES:
        cells = [f"{100 * single(wilson, n, rate):.1f} / {100 * single(normal, n, rate):.1f}" for rate in RATES]
        print(f"| {n} | " + " | ".join(cells) + " |")
    print("\nRelated answers: coverage in %, ours (clustered) / Wilson / normal\n")
    print("| answers | clusters | " + " | ".join(f"{rate:.0%}" for rate in RATES[:5]) + " |")
    print("| --- | ---: |" + " --- |" * 5)
    for size, alike, meaning in CLUSTERS:
        for clusters in SOME:
            if clusters * size <= SIZES[-1]:
                found = [related(rate, clusters, size, alike, draws) for rate in RATES[:5]]
                cells = [" / ".join(f"{100 * share:.1f}" for share in shares) for shares in found]
                print(f"| {meaning} | {clusters} | " + " | ".join(cells) + " |")
    print("\nMeans, such as F1: coverage in %, ours (bootstrap) / normal\n")
    print("| values | " + " | ".join(f"n={n}" for n in SIZES) + " |")
    print("| --- |" + " --- |" * len(SIZES))
    for name, values, chances in MEANS:
        cells = [" / ".join(f"{100 * share:.1f}" for share in mean(values, chances, n, draws // 10)) for n in SIZES]
        print(f"| {name} | " + " | ".join(cells) + " |")
    print("\nPairs: coverage in %, by document / by question; called a difference in %, by document / by question\n")
    print("| two sides | " + " | ".join(f"{k} documents of {size}" for k, size in SHARED) + " |")
    print("| --- |" + " --- |" * len(SHARED))
    for name, sides, uneven in SIDES:
        found = [paired(k, size, sides, uneven, draws // 5) for k, size in SHARED]
        cells = ["{:.1f} / {:.1f}; {:.1f} / {:.1f}".format(*(100 * share for share in shares)) for shares in found]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
