"""One finding: a table with what it means, for a terminal, for a page, as data and as figures."""

from __future__ import annotations

from dataclasses import field
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.gates import Figure
    from qa_eval.model import JsonValue
    from qa_eval.statistics import Interval

NAMED = 20  # questions that a note names


class Curve(NamedTuple):
    """Points from left to right, both figures within 0..1, and what each of the two is called."""

    title: str
    across: str
    up: str
    points: tuple[tuple[float, float], ...]

    @property
    def top(self) -> float:
        """The upper end of a drawing's scale, within 0..1: the tenth at or above every point, never 0.

        >>> Curve("risk", "answered", "wrong", ((0.5, 0.0), (1.0, 0.23))).top, Curve("", "", "", ((1.0, 0.0),)).top
        (0.3, 0.1)
        """
        return max(1, ceil(10 * max(up for _, up in self.points) - 1e-9)) / 10


@value
class Section:
    """``key`` names it in JSON; ``notes`` are sentences below the table; ``figures`` come by answerer and name.

    ``as_reviewed``: by the verdicts of people where there are any, not by the scorer's alone.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    data: dict[str, JsonValue] = field(default_factory=dict)
    figures: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    as_reviewed: bool = False

    def lines(self) -> Iterator[str]:
        """Yield the lines for a terminal."""
        yield f"{self.title}:"
        table = [self.columns, *self.rows] if self.rows else []
        widths = [max((len(row[place]) for row in table), default=0) for place in range(len(self.columns))]
        for row in table:
            yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        yield from (f"  {note}" for note in self.notes)


def share(right: float, n: float, interval: Interval | None) -> str:
    """Say a share with its interval and n.

    >>> from qa_eval.statistics import Interval
    >>> share(3, 4, Interval(0.3, 0.95)), share(0, 0, None)
    ('75.0 % [30.0–95.0] n=4', '–')
    """
    if not n or interval is None:
        return "–"
    return f"{100 * right / n:.1f} % [{100 * interval.low:.1f}–{100 * interval.high:.1f}] n={n:g}"


def named(ids: Sequence[str]) -> str:
    """Name questions, the first of them when they are many.

    >>> named(["a", "b"])
    'a, b'
    """
    return ", ".join(ids[:NAMED]) + (f" and {len(ids) - NAMED} more" if len(ids) > NAMED else "")


def ends(interval: Interval | None) -> JsonValue:
    """Return an interval as JSON."""
    return None if interval is None else list(interval)
