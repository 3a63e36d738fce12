"""From the scores of starts and ends to the best span of each window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]
    Places = NDArray[np.intp]


class Spans(NamedTuple):
    """The best span of each window: its score (-inf where there is none), its first and its last token."""

    score: Scores
    first: Places
    last: Places


def best_spans(starts: Scores, ends: Scores, allowed: NDArray[np.bool_], longest: int) -> Spans:
    """Return the span of at most ``longest`` tokens with the highest start + end score, of each row of ``[windows, tokens]``.

    Both ends of a span have to be ``allowed``. Of equal spans the shortest counts, then the leftmost.

    >>> row = np.array([[0.0, 3.0, 1.0, 2.0]], np.float32)
    >>> [int(part[0]) for part in best_spans(row, row[:, ::-1], np.ones((1, 4), bool), 2)]
    [6, 1, 2]
    """
    starts, ends = (np.where(allowed, scores, -np.inf).astype(np.float32) for scores in (starts, ends))
    rows, tokens = starts.shape
    every = np.arange(rows)
    score = np.full(rows, -np.inf, np.float32)
    first, last = np.zeros(rows, np.intp), np.zeros(rows, np.intp)
    for further in range(min(longest, tokens)):
        sums = starts[:, : tokens - further] + ends[:, further:]
        at = sums.argmax(axis=1)
        better = sums[every, at] > score
        score = np.where(better, sums[every, at], score)
        first, last = np.where(better, at, first), np.where(better, at + further, last)
    return Spans(score, first, last)
