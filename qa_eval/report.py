"""A finished run, complete for whoever renders it; one function owns each output file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from qa_eval import journal, plugins, summary
from qa_eval.analysis import Analysis
from qa_eval.compare import answerers, compare
from qa_eval.conditions import split
from qa_eval.dataset.digest import question_digest
from qa_eval.dataset.packed import by_id, digests, places
from qa_eval.errors import PluginError, UsageError
from qa_eval.files import written
from qa_eval.model import Verdict
from qa_eval.reported import REVIEWS, filename, made
from qa_eval.seen import DIGEST_LENGTH, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from qa_eval.compare import Comparison
    from qa_eval.engine import Run
    from qa_eval.gates import Gated
    from qa_eval.model import Dataset, Question, Result
    from qa_eval.reviews import Review
    from qa_eval.signature import Signature
    from qa_eval.summary import Summary

ON_A_PAGE = 100_000  # answers that the interactive page carries
OURS = b"qa_eval"  # stands in every page that is written here


@dataclass(frozen=True)
class Report:
    """Everything that a reporter may show. ``results`` are in the order answerer, question, repeat.

    ``folder`` names the run's folder for commands that the report tells the reader ("" when it was not saved);
    ``state`` is "complete" or "interrupted". ``baseline`` is another run to compare with. ``gates`` are those that were judged.
    Answerers that were asked under a condition are not among ``summaries`` and ``results``; ``analysis`` says what they showed.
    ``summaries`` and gates are as scored; ``reviews`` are the applied ones, at most one an answer. ``started`` and ``finished`` are
    None where that is not known, or not to be told.
    """

    dataset: Dataset
    signature: Signature
    summaries: tuple[Summary, ...]
    results: Sequence[Result]
    state: str
    folder: str = ""
    baseline: Report | None = None
    gates: tuple[Gated, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    reviews: tuple[Review, ...] = ()
    started: datetime | None = None
    finished: datetime | None = None

    @property
    def began(self) -> str:
        """When the run started, in UTC to the minute; "" where that is not told."""
        return "" if self.started is None else f"{self.started.astimezone(UTC):%Y-%m-%d %H:%M} UTC"

    @property
    def lasted(self) -> str:
        """How long it took from its start to its end, with the pauses of one that was resumed; "" where that is not known."""
        if (
            self.started is None or self.finished is None or self.finished < self.started
        ):  # by a clock that was set back
            return ""
        from qa_eval.progress import duration  # noqa: PLC0415 - what is rendered elsewhere does without the command line

        seconds = (self.finished - self.started).total_seconds()
        return duration(seconds) if seconds >= 1 else "less than 1 s"

    @property
    def results_as_reviewed(self) -> tuple[Result, ...]:
        """The results with the reviewed verdicts, all as scored without reviews. An overturned answer is worth 1 or 0."""

        def as_reviewed(result: Result) -> Result:
            review = self.review_of(result)
            if review is None or review.verdict is result.score.verdict:
                return result
            verdict = review.verdict
            return replace(
                result, score=replace(result.score, verdict=verdict, value=float(verdict is Verdict.CORRECT))
            )

        return tuple(map(as_reviewed, self.results))

    def review_of(self, result: Result) -> Review | None:
        """Return the applied review of an answer; None where nobody reviewed it."""
        return self._reviews.get((result.question_id, result.answerer, result.repeat))

    @cached_property
    def _reviews(self) -> Mapping[tuple[str, str, int], Review]:
        return {review.answer: review for review in self.reviews}

    @property
    def summaries_as_reviewed(self) -> tuple[Summary, ...]:
        """The summaries with the reviewed verdicts; empty without reviews."""
        if not self.reviews:
            return ()
        expected = {one.answerer: one.expected for one in self.summaries}
        return summary.of(self.results_as_reviewed, self.dataset, expected)

    @property
    def digest(self) -> str:
        """Hex digest of what was asked, answered and decided, times aside: reviews of this run carry it."""
        return self.seen.digest

    @cached_property
    def seen(self) -> Seen:
        """What one look at each result shows: the results are read once for it."""
        return Seen(self.results, self.numbers, repr(self.signature.entries))

    def results_at(self, places: Iterable[int]) -> Sequence[Result]:
        """Return the results at ``places``, in their order; ascending places are read quickest."""
        return journal.picked(self.results, places)

    @property
    def question_digests(self) -> Mapping[str, str]:
        """The digest of what each question asks and accepts, by id: as many digits as a run's."""
        return {question.id: self.digest_of(question) for question in self.dataset.questions}

    def digest_of(self, question: Question) -> str:
        """Return the digest of what a question asks and accepts, as reviews carry it."""
        return question_digest(question)[:DIGEST_LENGTH]

    def digests_of(self, start: int, stop: int) -> str:
        """Return the digests of the dataset's questions from place ``start`` up to ``stop``, one after another."""
        return digests(self.dataset.questions, start, stop)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The place of each question in the dataset, by id."""
        return places(self.dataset.questions)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """This run's answerers against the baseline's; empty without a baseline."""
        if self.baseline is None:
            return ()
        here, there = (self.dataset, self.results), (self.baseline.dataset, self.baseline.results)
        names = (tuple(dict.fromkeys(result.answerer for result in results)) for _, results in (here, there))
        return tuple(compare(here, there, mine, theirs) for mine, theirs in answerers(*names).items())

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions by id."""
        return by_id(self.dataset.questions)


class Reporter(Protocol):
    """Renders a report as text, or as bytes where its form is none; made without arguments.

    It may have ``prepare()``, to import and read what it needs while answers are awaited, and ``take_ahead(dataset, results)``, which
    is given results of a run as they come, in any order, where one answerer is asked each question once; the same instance
    renders the report of that run, if it comes to one.
    """

    filename: ClassVar[str]

    def render(self, report: Report) -> Iterable[str] | Iterable[bytes]:
        """Yield the file in pieces. The same report gives the same file, byte for byte."""
        ...


def prepare(reporters: Iterable[Reporter], folder: Path) -> None:
    """Have reporters get ready, those that have ``prepare()``, and read the earlier runs below ``folder`` for their history.

    What is imported and read now need not be once there is a report.
    """
    for reporter in reporters:
        if hasattr(reporter, "prepare"):
            reporter.prepare()
        if hasattr(reporter, "render_history"):
            from qa_eval import history  # noqa: PLC0415 - few reporters need it

            history.of(folder)


def with_rows(report: Report, names: Sequence[str]) -> list[str]:
    """Return the reporters to use: beside a page that is too small for its run, the one that has every row."""
    kinds = {name.partition("?")[0] for name in names}
    more = len(report.results) > ON_A_PAGE and "html" in kinds and "parquet" not in kinds
    return [*names, *(["parquet"] if more else [])]


def with_standing(names: Sequence[str], folder: Path) -> list[str]:
    """Return the reporters to use, and with them those whose files stand in ``folder``: of a run that goes on they tell a part."""
    kinds = {name.partition("?")[0] for name in names}
    standing = []
    for name, plugin in plugins.plugins("reporters").items():
        with suppress(PluginError):  # one that does not load wrote nothing here
            if name not in kinds and (folder / filename(plugin.load(), name)).is_file():
                standing.append(name)
    return [*names, *standing]


def of(run: Run) -> Report:
    """Return everything that a reporter may show of a run; reviews that were applied stand in its folder."""
    folder = "" if run.folder is None else str(run.folder)
    summaries = tuple(one for one in run.summary if not split(one.answerer)[1])
    results = run.results
    if len(summaries) < len(run.summary):
        n = sum(one.overall.n for one in summaries)
        first = run.summary[: len(summaries)] == summaries  # they mostly stand in front, and may then stay on disk
        results = results[:n] if first else tuple(one for one in results if not split(one.answerer)[1])
    made = Report(
        run.dataset,
        run.signature,
        summaries,
        results,
        run.state,
        folder,
        analysis=run.analysis,
        started=run.started,
        finished=run.finished,
    )
    if run.folder is None or not (run.folder / REVIEWS).exists():
        return made
    from qa_eval import reviews  # noqa: PLC0415 - most runs have none

    made = replace(made, reviews=reviews.stored(run.folder, made.digest))
    if not any(review.overturns for review in made.reviews):
        return made
    return replace(made, analysis=made.analysis.beside_reviewed(made.dataset, made.results_as_reviewed))


def write(report: Report, reporter: str | Reporter, folder: Path, spec: str = "") -> Path:
    """Render ``report`` into ``folder`` with a reporter, or the one of a spec, and return the file's path.

    The file appears whole or not at all. Raises UsageError when the folder cannot be written, and PluginError for what another
    package's reporter raises, where its ``spec`` is known.
    """
    if isinstance(reporter, str):
        return write(report, made([reporter])[reporter], folder, reporter)
    path = folder / filename(reporter, spec or type(reporter).__name__)
    if not spec:
        return written(path, reporter.render(report))
    again = f"when that is mended, `qa-eval report {report.folder or 'RUN'} --format {spec}` writes it: nobody is asked again"
    with plugins.read_spec("reporters", spec)[0].blamed("failed", again):
        return written(path, reporter.render(report))


def write_all(
    report: Report, specs: Sequence[str], folder: Path, made_of: Mapping[str, Reporter] | None = None
) -> tuple[list[Path], list[Exception]]:
    """Write the reports of ``specs`` that can be written, and return their paths and what the others raised.

    ``made_of`` holds reporters that are made already.
    """
    files: list[Path] = []
    errors: list[Exception] = []
    for spec in specs:
        try:
            files.append(write(report, (made_of or {}).get(spec, spec), folder, spec))
        except Exception as error:  # noqa: BLE001 - told when everything else is done, whatever it is
            errors.append(error)
    return files, errors


def write_history(name: str, folder: Path) -> Path | None:
    """Render the runs below ``folder`` into it with the reporter ``name``; None for one that draws no history.

    Such a reporter has ``history``, the file's name, and ``render_history``. Raises UsageError like ``write``, and where a
    file of that name is not one that was written here.
    """
    reporter = plugins.make("reporters", name)
    if not hasattr(reporter, "render_history"):
        return None
    from qa_eval import history  # noqa: PLC0415 - few reporters need it

    path = folder / filename(reporter, name, "history")
    if path.exists() and OURS not in path.read_bytes():
        raise UsageError(f"{path} is another program's", hint="move it, or keep runs in a folder of their own")
    with plugins.read_spec("reporters", name)[0].blamed("failed to draw the page of all runs"):
        return written(path, reporter.render_history(history.of(folder)))
