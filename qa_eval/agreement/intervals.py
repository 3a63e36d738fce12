"""How sure the figures of an agreement are, from question to question, whose answers stand or fall together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.agreement.counts import Agreement
from qa_eval.intervals import clustered
from qa_eval.statistics import LEVEL, Interval, percentile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

DRAWS = 1000
FEWER = 200  # draws from more questions than MANY
MANY = 20_000
FIGURES = ("kappa", "accuracy", "balanced", "precision", "recall", "bias")
DRAWN = ("kappa", "balanced", "bias")  # the others are shares
HALF = 0.5  # a question of each outcome that none has: without it, judges who never differ have an interval of no width


def intervals_of(questions: Collection[Agreement]) -> Mapping[str, Interval | None]:
    """Return the interval of each of ``FIGURES``, from the counts of each question; None for a figure that is None.

    Shares have the interval of answers in clusters, the others one by bootstrap over questions, or None where all draws are
    alike, as those of a single question. Each holds its figure and has a width; the same counts give the same.

    >>> found = intervals_of([Agreement(both=1)] * 30 + [Agreement(neither=1)] * 30)
    >>> [(round(found[name].low, 2), found[name].high) for name in ("accuracy", "kappa")]
    [(0.94, 1.0), (0.9, 1.0)]
    """
    total = sum(questions, Agreement())
    shares = {
        "accuracy": clustered((one.both + one.neither, one.n) for one in questions),
        "precision": clustered((one.both, one.both + one.only_scorer) for one in questions),
        "recall": clustered((one.both, one.both + one.only_people) for one in questions),
    }
    draws = list(_draws(questions)) if total.n else []
    drawn = {name: _interval(getattr(total, name), [getattr(draw, name) for draw in draws]) for name in DRAWN}
    found = shares | drawn
    return {name: found[name] for name in FIGURES}


def _draws(questions: Collection[Agreement]) -> Iterator[Agreement]:
    """Yield what as many questions, drawn with replacement, come to."""
    import numpy as np  # noqa: PLC0415 - heavy, and only this needs it

    counts = np.array([(one.both, one.only_people, one.only_scorer, one.neither) for one in questions], dtype=float)
    n, totals = len(counts), counts.sum(axis=0)
    unseen = np.eye(4)[totals == 0] * max(1, round(totals.sum() / n))
    weights = np.concatenate([np.ones(n), np.full(len(unseen), HALF)])
    every, weights = np.concatenate([counts, unseen]), weights / weights.sum()
    drawing = np.random.default_rng(0)
    for _ in range(DRAWS if n <= MANY else FEWER):
        yield Agreement(*(round(total) for total in drawing.multinomial(n, weights) @ every))


def _interval(figure: float | None, draws: Sequence[float | None]) -> Interval | None:
    """Return where the middle of the draws lies that have this figure, drawn out to the figure itself."""
    ordered = sorted(draw for draw in draws if draw is not None)
    low, high = (percentile(ordered, 50 * (1 - side * LEVEL)) for side in (1, -1))
    if figure is None or low is None or high is None or low == high:
        return None
    return Interval(min(low, figure), max(high, figure))
