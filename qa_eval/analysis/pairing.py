"""An answerer beside itself under a condition, or beside another one of the same run, question by question."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, TypeVar

from qa_eval.analysis.marks import Marks
from qa_eval.significance import ALPHA, holm, mean_difference, sign_flip
from qa_eval.statistics import paired_difference
from qa_eval.values import value

K = TypeVar("K")

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.analysis.answers import Answered
    from qa_eval.model import JsonValue
    from qa_eval.statistics import Interval

Pairs = Counter[tuple[tuple[bool, ...], tuple[bool, ...]]]


@value
class Lift:
    """Accuracy of one less that of another over ``n`` questions; ``p`` is exact, adjusted among those looked at together."""

    n: int
    first: float
    second: float
    interval: Interval | None
    p: float

    @property
    def difference(self) -> float:
        """Within -1..1."""
        return self.first - self.second

    @property
    def certain(self) -> bool:
        """Whether the difference is more than noise."""
        return self.p <= ALPHA

    def __str__(self) -> str:
        if self.interval is None:
            return "–"
        low, high = self.interval
        return f"{100 * self.difference:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]"

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as a JSON object."""
        return {
            "n": self.n,
            "accuracy": self.first,
            "other": self.second,
            "difference": self.difference,
            "interval": None if self.interval is None else list(self.interval),
            "p_adjusted": self.p,
        }


def lift(first: Answered, second: Answered, among: Sequence[str] | None = None) -> Lift:
    """Compare two answerers over the questions that both were asked, or those ``among`` them."""
    return lift_of(pairs(first, second, among))


def lift_of(counts: Pairs) -> Lift:
    """Compare the marks of two answerers, counted by ``pairs``."""
    n, scale = counts.total(), max((len(marks) for both in counts for marks in both), default=1)
    if scale == 1:
        cells = [(True, False), (False, True), (True, True), (False, False)]
        interval = paired_difference(*(counts[(one,), (other,)] for one, other in cells))
    else:
        interval = mean_difference([share_right(a) - share_right(b) for a, b in counts.elements()])
    p = sign_flip([round((share_right(a) - share_right(b)) * scale) for a, b in counts.elements()])
    right = [fsum(share_right(both[place]) * count for both, count in counts.items()) for place in (0, 1)]
    return Lift(n, right[0] / n if n else 0.0, right[1] / n if n else 0.0, interval, p)


def pairs(first: Answered, second: Answered, among: Sequence[str] | None = None) -> Pairs:
    """Count the marks of two answerers question by question: pairs of them, each with the number of questions."""
    mine, its = first.right, second.right
    if among is None and isinstance(mine, Marks) and isinstance(its, Marks):
        return mine.beside(its)
    return Counter(
        (mine[name], its[name]) for name in (mine if among is None else among) if name in mine and name in its
    )


def adjusted(lifts: Mapping[K, Lift]) -> dict[K, Lift]:
    """Return the lifts with p values adjusted for being looked at together."""
    values = holm([one.p for one in lifts.values()])
    return {name: replace(one, p=p) for (name, one), p in zip(lifts.items(), values, strict=True)}


def adjusted_note(together: int) -> str:
    """Say what intervals and p values of lifts are, so many of which were looked at together."""
    return (
        f"Brackets hold 95 % intervals of each paired difference alone; p is exact, adjusted by Holm for {together}"
        f" comparison{'' if together == 1 else 's'} of an answerer, and decides."
    )


def share_right(marks: Sequence[bool]) -> float:
    """Return the share of a question's answers that are right."""
    return sum(marks) / len(marks)
