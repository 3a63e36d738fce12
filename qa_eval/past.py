"""One run of the past as its header tells it: what it was, how each answerer did, which reports stand in its folder."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import journal
from qa_eval.conditions import split
from qa_eval.errors import RunFolderError
from qa_eval.statistics import Interval, wilson
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from qa_eval.model import JsonValue

COUNTS = ("correct", "incorrect", "abstained", "failed")


class Scored(NamedTuple):
    """How one answerer did in one run; counts as in ``summary.Counts``. ``interval``: the 95 % interval of the accuracy."""

    answerer: str
    interval: Interval | None
    n: int
    correct: int
    incorrect: int
    abstained: int
    failed: int

    @property
    def accuracy(self) -> float | None:
        """Correct answers as a share of all, 0..1; None without answers."""
        return self.correct / self.n if self.n else None


@value
class Past:
    """One run. ``started`` is in UTC, ISO 8601; ``sha256`` is the dataset's digest; ``files`` are the reports in its folder.

    ``trouble`` says why the run cannot be read; everything else is empty then.
    """

    name: str
    started: str = ""
    state: str = ""
    dataset: str = ""
    version: str = ""
    sha256: str = ""
    scorer: str = ""
    signature: Mapping[str, JsonValue] = field(default_factory=dict)
    scores: tuple[Scored, ...] = ()
    files: tuple[str, ...] = ()
    trouble: str = ""


def runs(folder: Path) -> list[Past]:
    """Return the runs whose folders stand in ``folder``, oldest first; one that cannot be read is listed with the reason."""
    found = [_past(path.parent) for path in folder.glob(f"*/{journal.HEADER}")]
    return [run for _, run in sorted(found, key=lambda one: (one[0], one[1].name))]


def _past(folder: Path) -> tuple[str, Past]:
    """Return when a run began, or its answers were scored anew, to the microsecond, with the run: two may begin within a second."""
    try:
        header = journal.read_header(folder)
    except RunFolderError as error:
        return "", Past(folder.name, trouble=error.message)
    dataset = header.get("dataset")
    named = dataset if isinstance(dataset, dict) else {}
    signature = header.get("signature")
    started = str(header.get("rescored") or header.get("started") or "")
    return started, Past(
        folder.name,
        started=started[:19],
        state=journal.state_of(folder, header),
        dataset=str(named.get("name", "")),
        version=str(named.get("version", "")),
        sha256=str(named.get("sha256", "")),
        scorer=str(header.get("scorer")),
        signature=signature if isinstance(signature, dict) else {},
        scores=tuple(_scores(header.get("summary"))),
        files=tuple(sorted(path.name for path in folder.glob("report.*") if path.is_file())),
    )


def _scores(summary: JsonValue) -> Iterator[Scored]:
    rows = summary.get("answerers") if isinstance(summary, dict) else None
    for row in rows if isinstance(rows, list) else []:
        overall = row.get("overall") if isinstance(row, dict) else None
        if isinstance(row, dict) and isinstance(overall, dict) and not split(str(row.get("answerer")))[1]:
            n, right, *others = (_whole(overall.get(name)) for name in ("n", *COUNTS))
            interval = _interval(overall.get("accuracy_interval")) or wilson(right, max(n, right))
            yield Scored(str(row.get("answerer")), interval, n, right, *others)


def _interval(value: JsonValue) -> Interval | None:
    low, high = value if isinstance(value, list) and len(value) == 2 else (None, None)  # noqa: PLR2004 - its two ends
    if isinstance(low, int | float) and isinstance(high, int | float):
        return Interval(low, high)
    return None


def _whole(value: JsonValue) -> int:
    return value if isinstance(value, int) else 0
