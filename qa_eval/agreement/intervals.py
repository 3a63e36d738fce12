"""How sure the figures of an agreement are: a bootstrap over questions, whose answers stand or fall together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.agreement.counts import Agreement
from qa_eval.statistics import LEVEL, Interval, percentile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DRAWS = 1000
FEWER = 200  # draws from more questions than MANY
MANY = 20_000
FIGURES = ("kappa", "accuracy", "balanced", "precision", "recall", "bias")


def bootstrapped(questions: Collection[Agreement]) -> Mapping[str, Interval]:
    """Return the interval of each of ``FIGURES``, from the counts of each question; the same for the same counts.

    >>> found = bootstrapped([Agreement(both=1)] * 30 + [Agreement(neither=1)] * 30)
    >>> found["accuracy"]
    Interval(low=1.0, high=1.0)
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only this needs it

    counts = np.array([(one.both, one.only_people, one.only_scorer, one.neither) for one in questions], dtype=float)
    n = len(counts)
    drawing = np.random.default_rng(0)
    draws = [
        Agreement(*(round(total) for total in drawing.multinomial(n, np.full(n, 1 / n)) @ counts))
        for _ in range(DRAWS if n <= MANY else FEWER)
    ]
    return {name: _interval(sorted(getattr(draw, name) for draw in draws)) for name in FIGURES}


def _interval(ordered: list[float]) -> Interval:
    low, high = (percentile(ordered, 50 * (1 - side * LEVEL)) or 0.0 for side in (1, -1))
    return Interval(low, high)
