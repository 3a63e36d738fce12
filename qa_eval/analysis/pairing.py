"""An answerer beside itself under a condition, or beside another one of the same run, question by question."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, TypeVar

from qa_eval.analysis.marks import Abouts, Marks
from qa_eval.pairs import share_right, worth
from qa_eval.significance import ALPHA, holm
from qa_eval.values import value

K = TypeVar("K")

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa_eval.analysis.answers import Answered
    from qa_eval.model import JsonValue
    from qa_eval.pairs import Pairs
    from qa_eval.statistics import Interval


@value
class Lift:
    """Accuracy of one less that of another over ``n`` questions; ``p`` is exact, adjusted among those looked at together.

    ``documents``: interval and p were taken over so many, 0 where question by question.
    """

    n: int
    first: float
    second: float
    interval: Interval | None
    p: float
    documents: int = 0

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
            "documents": self.documents,
        }


def lift(first: Answered, second: Answered, among: Sequence[str] | None = None) -> Lift:
    """Compare two answerers over the questions that both were asked, or those ``among`` them."""
    return lift_of(pairs(first, second, among))


def lift_of(counts: Pairs) -> Lift:
    """Compare the marks of two answerers, counted by ``pairs``."""
    n, found = counts.total(), worth(counts)
    first = fsum(share_right(mine) * count for (_, mine, _), count in counts.items())
    second = fsum(share_right(its) * count for (_, _, its), count in counts.items())
    return Lift(n, first / (n or 1), second / (n or 1), found.interval, found.p, found.documents)


def pairs(first: Answered, second: Answered, among: Sequence[str] | None = None) -> Pairs:
    """Count the marks of two answerers question by question: the document and both marks, each with the number of questions."""
    mine, its, documents = first.right, second.right, first.documents
    if among is None and isinstance(mine, Marks) and isinstance(its, Marks) and isinstance(documents, Abouts):
        return mine.beside(its, documents)
    return Counter(
        (documents.get(name, ""), mine[name], its[name])
        for name in (mine if among is None else among)
        if name in mine and name in its
    )


def adjusted(lifts: Mapping[K, Lift]) -> dict[K, Lift]:
    """Return the lifts with p values adjusted for being looked at together."""
    values = holm([one.p for one in lifts.values()])
    return {name: replace(one, p=p) for (name, one), p in zip(lifts.items(), values, strict=True)}


def adjusted_note(together: int, lifts: Iterable[Lift]) -> str:
    """Say what intervals and p values of ``lifts`` are, so many of which were looked at together."""
    return (
        f"Brackets hold 95 % intervals of each paired difference alone; p is exact, adjusted by Holm for {together}"
        f" comparison{'' if together == 1 else 's'} of an answerer, and decides.{over(lifts)}"
    )


def over(lifts: Iterable[Lift]) -> str:
    """Say over how many documents lifts were taken, where not question by question; "" otherwise."""
    documents = max((one.documents for one in lifts), default=0)
    return f" Both are taken over {documents} documents, which share the questions." if documents else ""
