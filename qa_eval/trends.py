"""How answerers did over the runs of a folder, and whether what changed from run to run is more than noise."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import journal, past, snapshot
from qa_eval.analysis.answers import Answered
from qa_eval.analysis.pairing import Lift, adjusted, lift
from qa_eval.errors import RunFolderError
from qa_eval.model import Verdict
from qa_eval.summary import are_shared
from qa_eval.values import value
from qa_eval.versus.contrasts import UNLIKE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from qa_eval.model import JsonValue
    from qa_eval.past import Past, Scored
    from qa_eval.statistics import Interval

MOST = 20  # runs of a trend, the latest ones: each of them is read
LARGEST = 5_000_000  # bytes of answers that are read for a trend


@value
class Change:
    """What became of accuracy since run ``since``. ``why`` says why that cannot be said, "" when it can.

    ``lift`` holds the difference over the questions in common with a paired interval and an exact p, by Holm over the trend.
    """

    since: str
    lift: Lift | None = None
    why: str = ""

    @property
    def outcome(self) -> str:
        """What can be said, at 5 % over all changes of the trend: better, worse, not distinguishable, not comparable."""
        if self.lift is None or not self.lift.n:
            return "not comparable"
        if not self.lift.certain:
            return "not distinguishable"
        return "better" if self.lift.difference > 0 else "worse"

    def __str__(self) -> str:
        """Return it in words: the outcome never without its interval."""
        if self.lift is None or not self.lift.n:
            return f"not comparable: {self.why or 'no question in common'}"
        return f"{self.lift} points: {self.outcome}"


class Point(NamedTuple):
    """One run in a trend. ``started`` is ISO 8601 in UTC; ``change`` is that since the run before it, None for the first.

    ``interval``: the 95 % interval of the accuracy.
    """

    run: str
    started: str
    n: int
    correct: int
    interval: Interval | None = None
    change: Change | None = None

    @property
    def accuracy(self) -> float:
        """Correct answers as a share of all."""
        return self.correct / self.n


class Trend(NamedTuple):
    """One answerer on one dataset, oldest run first. ``overall`` is the change from the first to the last, None for one run."""

    dataset: str
    answerer: str
    points: tuple[Point, ...]
    overall: Change | None = None


class _Kept(NamedTuple):
    """What a trend needs of one run, which stands in ``folder``."""

    run: Past
    scores: Mapping[str, Scored]
    folder: Path

    @property
    def answered(self) -> Mapping[str, Answered] | None:
        """Who answered what, by answerer; None where it is too much to read. Kept while the file stays as it is."""
        try:
            file = (self.folder / journal.RESULTS).stat()
        except OSError:
            return None
        return None if file.st_size > LARGEST else _answered(self.folder, file.st_size, file.st_mtime_ns)


def of(folder: Path, most: int = MOST) -> tuple[Trend, ...]:
    """Return the trends of the complete runs below ``folder``, by dataset and answerer.

    The latest ``most`` runs of a dataset are read. A change is called better or worse only where an exact paired test over the
    questions in common says so, adjusted for all changes of the trend; runs by unlike rules are not compared.
    """
    by_dataset: dict[str, list[Past]] = {}
    for run in past.runs(folder):
        if (
            run.state == "complete"
            and run.dataset
            and run.signature
            and any(scored.n > scored.failed for scored in run.scores)
        ):
            by_dataset.setdefault(run.dataset, []).append(run)
    found = []
    for _, runs in sorted(by_dataset.items()):
        kept = [_kept(run, folder / run.name) for run in runs[-most:]]
        answerers = sorted({answerer for one in kept for answerer in one.scores})
        found += [_trend([one for one in kept if answerer in one.scores], answerer) for answerer in answerers]
    return tuple(found)


def lines(trends: Sequence[Trend]) -> Iterator[str]:
    """Yield the trends of more than one run for a terminal, an empty line before each."""
    for trend in trends:
        if len(trend.points) == 1:
            continue
        yield ""
        yield f"{trend.dataset} · {trend.answerer}"
        for point in trend.points:
            low, high = point.interval or (0.0, 1.0)
            said = f"  {point.started.replace('T', ' ')}  {100 * point.accuracy:5.1f} % [{100 * low:.1f}–{100 * high:.1f}] n={point.n}"
            yield said + (f"  {point.change}" if point.change else "")
        if len(trend.points) > 2:  # noqa: PLR2004 - of two, the change is said already
            yield f"  since the first of them: {trend.overall}"


def to_json(trends: Sequence[Trend]) -> list[JsonValue]:
    """Return the trends as JSON."""
    return [
        {
            "dataset": trend.dataset,
            "answerer": trend.answerer,
            "overall": _change_json(trend.overall),
            "runs": [
                {
                    "run": point.run,
                    "started": point.started,
                    "n": point.n,
                    "correct": point.correct,
                    "accuracy": point.accuracy,
                    "interval": None if point.interval is None else list(point.interval),
                    "change": _change_json(point.change),
                }
                for point in trend.points
            ],
        }
        for trend in trends
    ]


def _change_json(change: Change | None) -> JsonValue:
    if change is None:
        return None
    told = {} if change.lift is None else change.lift.to_json()
    return {"since": change.since, "outcome": change.outcome, "why": change.why, **told}


def _kept(run: Past, folder: Path) -> _Kept:
    return _Kept(run, {scored.answerer: scored for scored in run.scores if scored.n > scored.failed}, folder)


@lru_cache(2 * MOST)
def _answered(folder: Path, size: int, changed: int) -> Mapping[str, Answered] | None:  # noqa: ARG001 - another file is read anew
    marks: dict[str, dict[str, dict[int, bool]]] = {}
    try:
        for _, result in journal.stored(folder):  # an answer that was asked for again counts as it came at last
            of_question = marks.setdefault(result.answerer, {}).setdefault(result.question_id, {})
            of_question[result.repeat] = result.score.verdict is Verdict.CORRECT
    except (OSError, RunFolderError):
        return None
    documents = _documents(folder)
    return {
        name: Answered(name, {question: tuple(found.values()) for question, found in questions.items()}, documents)
        for name, questions in marks.items()
    }


def _documents(folder: Path) -> Mapping[str, str]:
    """Return which document each question of a run is about, where questions share them; nothing where that cannot be read."""
    try:
        with journal.opened_dataset(folder) as lines:
            dataset = snapshot.restore(lines)
    except (OSError, RunFolderError):
        return {}
    return {question.id: question.document_id for question in dataset.questions} if are_shared(dataset) else {}


def _trend(kept: Sequence[_Kept], answerer: str) -> Trend:
    changes = [_change(before, now, answerer) for before, now in pairwise(kept)]
    if len(changes) > 1:
        changes.append(_change(kept[0], kept[-1], answerer))
    certain = adjusted({str(at): change.lift for at, change in enumerate(changes) if change.lift is not None})
    changes = [replace(change, lift=certain.get(str(at))) for at, change in enumerate(changes)]
    points = []
    for one, change in zip(kept, [None, *changes], strict=False):
        scored = one.scores[answerer]
        points.append(Point(one.run.name, one.run.started, scored.n, scored.correct, scored.interval, change))
    return Trend(kept[0].run.dataset, answerer, tuple(points), changes[-1] if changes else None)


def _change(before: _Kept, now: _Kept, answerer: str) -> Change:
    unlike = [key for key in UNLIKE if before.run.signature.get(key, "") != now.run.signature.get(key, "")]
    if unlike:
        return Change(before.run.name, None, f"another {' and '.join(unlike)}")
    earlier, later = before.answered, now.answered
    if earlier is None or later is None:
        return Change(before.run.name, None, f"more than {LARGEST // 1_000_000} MB of answers, see `qa-eval compare`")
    nobody = Answered(answerer)
    here, there = later.get(answerer, nobody), earlier.get(answerer, nobody)
    return Change(before.run.name, lift(here, there))
