"""An answerer beside itself under a condition, or beside another one of the same run, question by question."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING

from qa_eval.significance import ALPHA, holm, mean_difference, sign_flip
from qa_eval.statistics import paired_difference
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.analysis.answers import Answered
    from qa_eval.model import JsonValue
    from qa_eval.statistics import Interval


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
    ids = [name for name in (first.right if among is None else among) if name in first.right and name in second.right]
    shares = [(_share(first.right[name]), _share(second.right[name])) for name in ids]
    once = all(len(first.right[name]) == len(second.right[name]) == 1 for name in ids)
    if once:
        marks = [(bool(a), bool(b)) for a, b in shares]
        cells = [(True, False), (False, True), (True, True), (False, False)]
        interval = paired_difference(*(marks.count(cell) for cell in cells))
    else:
        interval = mean_difference([a - b for a, b in shares])
    scale = max((len(one.right[name]) for one in (first, second) for name in ids), default=1)
    p = sign_flip([round((a - b) * scale) for a, b in shares])
    n = len(ids)
    return Lift(
        n, fsum(a for a, _ in shares) / n if n else 0.0, fsum(b for _, b in shares) / n if n else 0.0, interval, p
    )


def adjusted(lifts: Mapping[str, Lift]) -> dict[str, Lift]:
    """Return the lifts with p values adjusted for being looked at together."""
    values = holm([one.p for one in lifts.values()])
    return {name: replace(one, p=p) for (name, one), p in zip(lifts.items(), values, strict=True)}


def adjusted_note(together: int) -> str:
    """Say what intervals and p values of lifts are, so many of which were looked at together."""
    return (
        f"Brackets hold 95 % intervals of each paired difference alone; p is exact, adjusted by Holm for {together}"
        f" comparison{'' if together == 1 else 's'} of an answerer, and decides."
    )


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks)
