"""What the difference of two sides over the same questions is worth: an interval, and an exact paired test."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.intervals import by_document, difference_effect, paired_difference
from qa_eval.significance import mean_difference, sign_flip

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from qa_eval.statistics import Interval

Pair = tuple["Hashable", tuple[bool, ...], tuple[bool, ...]]  # document, marks of the one side and of the other
Pairs = Counter[Pair]
FEWEST_DOCUMENTS = 8  # of fewer, an exact test over documents could hardly ever say anything
_CELLS = ((True, False), (False, True), (True, True), (False, False))


class Worth(NamedTuple):
    """The 95 % interval of a difference in accuracy within -1..1, and the exact two-sided p of the paired test.

    ``documents``: both were taken over so many documents, 0 where question by question. ``effect`` is the design effect: how many
    related questions tell as much as one that is unrelated to all others.
    """

    interval: Interval | None
    p: float
    documents: int = 0
    effect: float = 1.0


def worth(pairs: Pairs) -> Worth:
    """Return what a difference is worth, of pairs with how many questions have them.

    Marks say of each repetition whether the answer is right. By document where at least FEWEST_DOCUMENTS share the questions,
    since answers about one document are alike; else by question.

    >>> worth(Counter({("a", (True,), (False,)): 7, ("b", (False,), (True,)): 1})).p
    0.0703125
    >>> related = {(name, (True,), (False,)): 3 for name in "abcdefgh"}
    >>> worth(Counter(related)).documents, worth(Counter(related)).p  # eight documents, not 24 questions
    (8, 0.0078125)
    """
    scale = max((len(marks) for _, *both in pairs for marks in both), default=1)
    clusters = _clusters(pairs)
    documents = len(clusters) if by_document(len(clusters), pairs.total(), FEWEST_DOCUMENTS) else 0
    effect = 1.0
    if documents:
        squares = fsum(_difference(pair) ** 2 * times for pair, times in pairs.items())
        effect = difference_effect(clusters, squares)
    if scale == 1:
        cells = Counter[tuple[bool, bool]]()
        for (_, (mine,), (its,)), times in pairs.items():
            cells[mine, its] += times
        fixed, regressed, both, neither = (cells[cell] for cell in _CELLS)
        interval = paired_difference(fixed, regressed, both, neither, effect)
    else:
        interval = mean_difference([_difference(pair) for pair in pairs.elements()], effect)
    steps = [total for total, _ in clusters] if documents else [_difference(pair) for pair in pairs.elements()]
    return Worth(interval, sign_flip([round(step * scale) for step in steps]), documents, effect)


def share_right(marks: Sequence[bool]) -> float:
    """Return the share of a question's answers that are right."""
    return sum(marks) / len(marks)


def _difference(pair: Pair) -> float:
    _, mine, its = pair
    return share_right(mine) - share_right(its)


def _clusters(pairs: Pairs) -> list[tuple[float, int]]:
    """Return of each document the sum of its questions' differences, and their number."""
    found: dict[Hashable, list[tuple[float, int]]] = {}
    for pair, times in pairs.items():
        found.setdefault(pair[0], []).append((_difference(pair) * times, times))
    return [(fsum(total for total, _ in sums), sum(times for _, times in sums)) for sums in found.values()]
