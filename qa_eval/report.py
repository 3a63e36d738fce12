"""A finished run, complete for whoever renders it; one function owns each output file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from qa_eval import journal, plugins, summary
from qa_eval.analysis import Analysis
from qa_eval.compare import answerers, compare
from qa_eval.conditions import split
from qa_eval.dataset.digest import question_digest
from qa_eval.dataset.packed import by_id, digests, places
from qa_eval.errors import UsageError
from qa_eval.files import write_whole
from qa_eval.model import Verdict
from qa_eval.seen import DIGEST_LENGTH, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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
REVIEWS = "reviews.jsonl"  # in a run's folder, one line a review that was applied
LARGE = 10_000_000  # bytes of a report that are worth a word
LONGEST = 200  # characters of a failure in a line
MAIL = 25_000_000  # bytes that mail servers usually take


@dataclass(frozen=True)
class Report:
    """Everything that a reporter may show. ``results`` are in the order answerer, question, repeat.

    ``folder`` names the run's folder for commands that the report tells the reader ("" when it was not saved);
    ``state`` is "complete" or "interrupted". ``baseline`` is another run to compare with. ``gates`` are those that were judged.
    Answerers that were asked under a condition are not among ``summaries`` and ``results``; ``analysis`` says what they showed.
    ``summaries`` and gates are as scored; ``reviews`` are the applied ones, at most one an answer.
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

    @property
    def summaries_as_reviewed(self) -> tuple[Summary, ...]:
        """The summaries with the reviewed verdicts; empty without reviews. An overturned answer is worth 1 or 0."""
        if not self.reviews:
            return ()
        verdicts = {review.answer: review.verdict for review in self.reviews}

        def as_reviewed(result: Result) -> Result:
            verdict = verdicts.get((result.question_id, result.answerer, result.repeat))
            if verdict is None:
                return result
            return replace(
                result, score=replace(result.score, verdict=verdict, value=float(verdict is Verdict.CORRECT))
            )

        expected = {one.answerer: one.expected for one in self.summaries}
        return summary.of(map(as_reviewed, self.results), self.dataset, expected)

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
    """Renders a report as text, or as bytes where its form is none; made without arguments."""

    filename: ClassVar[str]

    def render(self, report: Report) -> Iterable[str] | Iterable[bytes]:
        """Yield the file in pieces. The same report gives the same file, byte for byte."""
        ...


def prepare(names: Iterable[str], folder: Path) -> None:
    """Have reporters get ready, those that have ``prepare()``, and read the earlier runs below ``folder`` for their history.

    What is imported and read now need not be once there is a report.
    """
    for name in names:
        reporter = plugins.make("reporters", name)
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


def of(run: Run) -> Report:
    """Return everything that a reporter may show of a run; reviews that were applied stand in its folder."""
    folder = "" if run.folder is None else str(run.folder)
    summaries = tuple(one for one in run.summary if not split(one.answerer)[1])
    results = run.results
    if len(summaries) < len(run.summary):
        n = sum(one.overall.n for one in summaries)
        first = run.summary[: len(summaries)] == summaries  # they mostly stand in front, and may then stay on disk
        results = results[:n] if first else tuple(one for one in results if not split(one.answerer)[1])
    made = Report(run.dataset, run.signature, summaries, results, run.state, folder, analysis=run.analysis)
    if run.folder is None or not (run.folder / REVIEWS).exists():
        return made
    from qa_eval import reviews  # noqa: PLC0415 - most runs have none

    return replace(made, reviews=reviews.stored(run.folder, made.digest))


def write(report: Report, name: str, folder: Path) -> Path:
    """Render ``report`` with the reporter ``name`` into ``folder`` and return the file's path.

    The file appears whole or not at all. Raises UsageError when the folder cannot be written.
    """
    reporter: Reporter = plugins.make("reporters", name)
    return _written(folder / reporter.filename, reporter.render(report))


def write_history(name: str, folder: Path) -> Path | None:
    """Render the runs below ``folder`` into it with the reporter ``name``; None for one that draws no history.

    Such a reporter has ``history``, the file's name, and ``render_history``. Raises UsageError like ``write``, and where a
    file of that name is not one that was written here.
    """
    reporter = plugins.make("reporters", name)
    if not hasattr(reporter, "render_history"):
        return None
    from qa_eval import history  # noqa: PLC0415 - few reporters need it

    path = folder / reporter.history
    if path.exists() and OURS not in path.read_bytes():
        raise UsageError(f"{path} is another program's", hint="move it, or keep runs in a folder of their own")
    return _written(path, reporter.render_history(history.of(folder)))


def _written(path: Path, pieces: Iterable[str | bytes]) -> Path:
    try:
        return write_whole(path, pieces)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror}", hint="free space or choose another folder"
        ) from error


def readable_size(size: int) -> str:
    """Say a number of bytes as people read it.

    >>> readable_size(71_234), readable_size(3_200_000)
    ('71 kB', '3.2 MB')
    """
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= scale:
            shown = size / scale
            return f"{shown:.1f} {unit}" if unit == "MB" else f"{shown:.0f} {unit}"
    return f"{size} bytes"


def scores(summaries: Iterable[Summary]) -> list[str]:
    """Return a line for each answerer: accuracy with its interval and n, and what became of the answers."""
    rows = [
        (
            one.answerer,
            _percent(one.overall.accuracy),
            _interval(one),
            f"n={one.overall.n}",
            _verdicts(one),
        )
        for one in summaries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    return [
        "  " + "  ".join([row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in (1, 2, 3)), row[4]])
        for row in rows
    ]


def failures(summaries: Iterable[Summary], results: Iterable[Result]) -> list[str]:
    """Return a line for each answerer that failed: the kind that came most, and how often; ``summaries`` count the ``results``."""
    found: dict[str, dict[str, Counter[str]]] = {}
    for result in results if any(one.overall.failed for one in summaries) else ():
        if result.score.verdict is Verdict.FAILED:
            failure, score = (
                result.prediction.failure,
                result.score,
            )  # without a failure the scorer or a judge is what failed
            kind, message = (failure.kind, failure.message) if failure else (str(score.reason), score.message)
            found.setdefault(result.answerer, {}).setdefault(kind, Counter())[message] += 1
    return [_most(answerer, kinds) for answerer, kinds in found.items()]


def _most(answerer: str, kinds: Mapping[str, Counter[str]]) -> str:
    """Say of which kind most failures are, with the message that most of these have."""
    kind, messages = max(kinds.items(), key=lambda each: each[1].total())
    whole = messages.most_common(1)[0][0]
    first = whole.partition("\n")[0]
    said = first if len(first) <= LONGEST else f"{first[: LONGEST - 1]}…"
    failed = sum(each.total() for each in kinds.values())
    such = "" if len(messages) == 1 else ", such as"
    return f"  {answerer} failed, {messages.total()} of {failed} times by {kind}{such}: {said}"


def headline(run: Run) -> str:
    """Return what was asked, and by which rules it was scored."""
    name = f"{run.dataset.name} {run.dataset.version}".strip()
    return f"{name} · {counted(run.questions, 'question')}, scored by {run.scorer}"


def counted(n: int, noun: str) -> str:
    """Say how many there are of what has a plural in s.

    >>> counted(1, "error"), counted(0, "warning")
    ('1 error', '0 warnings')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def reviewed(report: Report) -> list[str]:
    """Return the scores' lines as scored and as reviewed; none without reviews."""
    if not report.reviews:
        return []
    return ["as scored", *scores(report.summaries), "as reviewed", *scores(report.summaries_as_reviewed)]


def _verdicts(one: Summary) -> str:
    return ", ".join(f"{getattr(one.overall, verdict)} {verdict}" for verdict in Verdict)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _interval(one: Summary) -> str:
    interval = one.overall.accuracy_interval
    return "" if interval is None else f"[{100 * interval.low:.1f}–{100 * interval.high:.1f}]"


def size_advice(size: int) -> str:
    """Say what a report of so many bytes means for those it is sent to; "" when it is small.

    >>> size_advice(3_000_000), size_advice(12_000_000)
    ('', 'the report has 12.0 MB')
    """
    if size <= LARGE:
        return ""
    says = f"the report has {readable_size(size)}"
    if size <= MAIL:
        return says
    return f"{says}, more than mail usually carries: --details failures or --details none makes it smaller"
