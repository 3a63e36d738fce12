"""The runs of a folder as one page: a trend for each dataset and answerer, and every run with its figures and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.history import History
    from qa_eval.past import Past, Scored

SHOWN = 60  # runs of a trend; older ones are in the table
WIDTH, HEIGHT, LEFT, EDGE = 640, 120, 40, 12  # of a chart, in its own units


class Point(NamedTuple):
    """One run in a chart: its place, the ends of its interval, what is said of it, and where its report is ("" none)."""

    x: float
    y: float
    low: float
    high: float
    says: str
    link: str


class Trend(NamedTuple):
    """One answerer on one dataset. ``lines`` join runs of the very same questions; ``ticks`` are (y, text).
    ``change`` says whether the latest run differs from the one before it, "" for the first.
    """

    answerer: str
    latest: str
    interval: str
    n: int
    failed: int
    runs: int
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]
    change: str


class Row(NamedTuple):
    """A run in the table; ``scores`` are (answerer, figure, interval, other counts)."""

    name: str
    link: str
    started: str
    state: str
    dataset: str
    scores: tuple[tuple[str, str, str, str], ...]
    files: tuple[tuple[str, str], ...]
    trouble: str


class Overview(NamedTuple):
    """Everything that the page of all runs shows."""

    title: str
    trends: tuple[tuple[str, tuple[Trend, ...]], ...]
    rows: tuple[Row, ...]


def overview(history: History) -> Overview:
    """Compute the page of a history."""
    by_dataset: dict[str, list[Trend]] = {}
    for (dataset, answerer), runs in history.trends.items():
        change = history.changes.get((dataset, answerer, runs[-1].name), "")
        by_dataset.setdefault(dataset, []).append(_trend(answerer, runs, change))
    trends = tuple((name, tuple(found)) for name, found in by_dataset.items())
    return Overview(history.title, trends, tuple(_row(run) for run in history.runs))


def _scored(run: Past, answerer: str) -> Scored:
    return next(scored for scored in run.scores if scored.answerer == answerer)


def _trend(answerer: str, runs: Sequence[Past], change: str) -> Trend:
    shown = runs[-SHOWN:]
    points = tuple(_point(_scored(run, answerer), run, place, len(shown)) for place, run in enumerate(shown))
    latest = _scored(runs[-1], answerer)
    return Trend(
        answerer,
        _percent(latest),
        _interval(latest),
        latest.n,
        latest.failed,
        len(runs),
        points,
        tuple(_lines([(run.sha256, _scored(run, answerer).n) for run in shown], points)),
        tuple((_y(share), f"{100 * share:.0f} %") for share in (0.0, 0.5, 1.0)),
        change,
    )


def _point(scored: Scored, run: Past, place: int, count: int) -> Point:
    x = LEFT + EDGE + (WIDTH - LEFT - 2 * EDGE) * ((place + 0.5) / count)
    interval = scored.interval
    low, high = (0.0, 1.0) if interval is None else interval
    failed = f", {scored.failed} failed" if scored.failed else ""
    says = (
        f"{run.started.replace('T', ' ')} · {_percent(scored)} {_interval(scored)} n={scored.n}{failed} · {run.version}"
    )
    return Point(round(x, 1), _y(scored.accuracy or 0.0), _y(low), _y(high), says, _report(run))


def _lines(asked: Sequence[tuple[str, int]], points: Sequence[Point]) -> Iterator[str]:
    """Yield a polyline for each stretch of runs that ``asked`` the same: the dataset's digest and how many questions."""
    stretch: list[str] = []
    before = asked[0]
    for now, point in zip(asked, points, strict=True):
        if now != before:
            yield " ".join(stretch)
            stretch = []
        stretch.append(f"{point.x},{point.y}")
        before = now
    if stretch:
        yield " ".join(stretch)


def _y(share: float) -> float:
    return round(EDGE + (HEIGHT - 2 * EDGE) * (1 - share), 1)


def _percent(scored: Scored) -> str:
    return "–" if scored.accuracy is None else f"{100 * scored.accuracy:.1f} %"


def _interval(scored: Scored) -> str:
    interval = scored.interval
    return "" if interval is None else f"[{100 * interval.low:.1f}–{100 * interval.high:.1f}]"


def _report(run: Past) -> str:
    return f"{quote(run.name)}/report.html" if "report.html" in run.files else ""


def _row(run: Past) -> Row:
    scores = tuple(
        (
            scored.answerer,
            _percent(scored),
            f"{_interval(scored)} n={scored.n}",
            ", ".join(f"{getattr(scored, name)} {name}" for name in ("abstained", "failed") if getattr(scored, name)),
        )
        for scored in run.scores
    )
    return Row(
        run.name,
        _report(run),
        run.started.replace("T", " "),
        run.state,
        f"{run.dataset} {run.version}".strip(),
        scores,
        tuple((name.partition(".")[2], f"{quote(run.name)}/{quote(name)}") for name in run.files),
        run.trouble,
    )
