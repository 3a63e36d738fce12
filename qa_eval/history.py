"""The runs of a folder over time: what each was, how each answerer did, and which reports stand in it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from qa_eval import past, trends
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qa_eval.past import Past


@value
class History:
    """The runs below a folder, newest first. ``changes`` say what became of accuracy, by dataset, answerer and run's name."""

    title: str
    runs: tuple[Past, ...]
    changes: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    @property
    def trends(self) -> dict[tuple[str, str], tuple[Past, ...]]:
        """The runs of each dataset and answerer that have answers, oldest first, by (dataset, answerer)."""
        found: dict[tuple[str, str], list[Past]] = {}
        for run in reversed(self.runs):
            for scored in run.scores:
                if scored.n > scored.failed:  # else nobody answered
                    found.setdefault((run.dataset, scored.answerer), []).append(run)
        return {key: tuple(runs) for key, runs in sorted(found.items())}


def of(folder: Path) -> History:
    """Return the history of the run folders below ``folder``; a run that cannot be read is listed with the reason."""
    changes = {
        (trend.dataset, trend.answerer, point.run): str(point.change)
        for trend in trends.of(folder)
        for point in trend.points
        if point.change is not None
    }
    return History(folder.resolve().name, tuple(reversed(past.runs(folder))), changes)
