"""The one loop: ask, time, catch, score, journal."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from qa_eval import journal, plugins, snapshot
from qa_eval import signature as signatures
from qa_eval.asking import Asker, Patience, Stopped, make_answerer
from qa_eval.errors import RunFolderError, UsageError
from qa_eval.model import Request, Result, Verdict
from qa_eval.run.batches import Batch
from qa_eval.run.record import Run, ordered
from qa_eval.run.scoring import judge
from qa_eval.run.settings import Settings, select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import FrameType

    from qa_eval.model import Dataset, Question, Scorer
    from qa_eval.signature import Signature


@dataclass(slots=True)
class Tally:
    """What became of the run so far; ``total`` answers are wanted."""

    total: int
    done: int = 0
    correct: int = 0
    incorrect: int = 0
    abstained: int = 0
    failed: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


class Progress(Protocol):
    """Who watches a run; called from the run's own thread."""

    def on_result(self, result: Result, tally: Tally) -> None:
        """See one more result; ``tally`` is the same object each time."""
        ...

    def on_notice(self, text: str) -> None:
        """Hear what a person should know now."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will ask: ``questions`` in the order of asking, ``answers`` that they make and ``calls`` to get them."""

    dataset: Dataset
    questions: tuple[Question, ...]
    askers: tuple[Asker, ...]
    scorer: Scorer
    scorer_name: str
    settings: Settings
    signature: Signature

    @property
    def answers(self) -> int:
        """How many answers are wanted."""
        return len(self.questions) * self.settings.repeat * len(self.askers)

    @property
    def calls(self) -> int:
        """How many calls of the answerers that makes when none is repeated."""
        return sum(1 for _ in batches(self, frozenset()))


def plan(
    dataset: Dataset, answerers: Sequence[object], scorer: Scorer | str = "strict", settings: Settings | None = None
) -> Plan:
    """Make everything that a run needs, and ask nobody.

    Raises UsageError, SpecError or PluginError for what cannot be made.
    """
    settings = settings or Settings()
    questions = select(dataset, settings)
    patience = Patience(settings.timeout, settings.retries, settings.rate, settings.concurrency)
    askers = tuple(make_answerer(answerer, dataset, patience) for answerer in answerers)
    names = [asker.name for asker in askers]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"the answerer {name!r} is named twice", hint="ask it several times with --repeat")
    spec = scorer if isinstance(scorer, str) else ""
    made = plugins.make("scorers", scorer) if isinstance(scorer, str) else scorer
    scorer_name = signatures.of_scorer(made, spec)
    identities = {asker.name: asker.identity for asker in askers}
    signature = signatures.of(dataset, identities, scorer_name, settings)
    return Plan(dataset, questions, askers, made, scorer_name, settings, signature)


def run_questions(
    dataset: Dataset,
    answerers: Sequence[object],
    scorer: Scorer | str = "strict",
    settings: Settings | None = None,
    place: journal.Place | None = None,
    progress: Progress | None = None,
) -> Run:
    """Ask every question of every answerer and score what they say.

    ``answerers`` are specs, functions, objects or classes. ``place`` says where the run is kept, None: in memory only. A run
    that was interrupted (Ctrl-C, SIGTERM) comes back with state "interrupted" and what was answered until then. Raises
    UsageError, PluginError or RunFolderError before anything is asked; RunFolderError too when the disk is full.
    """
    return _Conduct(plan(dataset, answerers, scorer, settings), place, progress).run()


def batches(made: Plan, answered: frozenset[tuple[str, str, int]]) -> Iterator[Batch]:
    """Yield what is still to ask: answerer by answerer, repetition by repetition, batches within one document."""
    for number, asker in enumerate(made.askers):
        for repeat in range(made.settings.repeat):
            waiting: dict[str, list[Question]] = {}
            for question in made.questions:
                if (asker.name, question.id, repeat) in answered:
                    continue
                group = waiting.setdefault(question.document_id, [])
                group.append(question)
                if len(group) >= asker.batch_size:
                    yield Batch(number, tuple(waiting.pop(question.document_id)), repeat)
            for group in waiting.values():
                yield Batch(number, tuple(group), repeat)


class Desk:
    """Asks and scores in this process."""

    def __init__(self, made: Plan) -> None:
        self._plan = made

    async def answer(self, batch: Batch) -> Sequence[Result]:
        """Return one result a question; none when the run was stopped before there was an answer."""
        asker = self._plan.askers[batch.answerer]
        document = self._plan.dataset.document_of(batch.questions[0])
        try:
            predictions = await asker.ask(
                [Request(q.text, document.text, q.id, q.tags, document.id) for q in batch.questions]
            )
        except Stopped:
            return ()
        return [
            Result(q.id, asker.name, prediction, judge(self._plan.scorer, q, prediction, document), batch.repeat)
            for q, prediction in zip(batch.questions, predictions, strict=True)
        ]

    async def close(self) -> None:
        """Close the answerers."""
        for asker in self._plan.askers:
            await asker.close()


class _Conduct:
    """One run from its start to its end."""

    def __init__(self, made: Plan, place: journal.Place | None, progress: Progress | None) -> None:
        self._plan = made
        self._place = place
        self._progress = progress
        self._tally = Tally(made.answers)
        self._results: list[Result] = []
        self._journal: journal.Journal | None = None
        self._presses = 0
        self._broken: BaseException | None = None
        self._over = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self) -> Run:
        started = datetime.now(UTC)
        folder = self._open(started)
        answered = frozenset((r.answerer, r.question_id, r.repeat) for r in self._results)
        if folder:
            journal.write_header(folder, self._record(started, None, "running", folder).header())
        with self._signals():
            thread = threading.Thread(target=self._live, args=(answered,), daemon=True, name="qa-eval run")
            thread.start()
            self._over.wait()
        if self._journal is not None:
            self._journal.close()
        if self._broken is not None:
            raise self._broken
        run = self._record(started, datetime.now(UTC), "interrupted" if self._presses else "complete", folder)
        if folder:
            journal.write_header(folder, run.header())
        return run

    def _record(self, started: datetime, finished: datetime | None, state: str, folder: Path | None) -> Run:
        made = self._plan
        names = tuple(asker.name for asker in made.askers)
        return Run(
            made.dataset,
            names,
            made.scorer_name,
            made.settings,
            made.signature,
            started,
            finished,
            state,
            len(made.questions),
            ordered(self._results, made.dataset, names),
            folder,
        )

    def _open(self, started: datetime) -> Path | None:
        if self._place is None:
            return None
        made = self._plan
        folder = journal.prepare(self._place, made.dataset.name, started, made.signature.digest)
        self._journal = journal.Journal(folder)
        if self._place.resume:
            self._check_same(folder)
            for result in self._journal.recover():
                if result.prediction.failure is None:
                    self._results.append(result)
                    self._count(result)
        else:
            self._journal.clear()
            journal.write_lines(folder / journal.DATASET, snapshot.dump(made.dataset))
        return folder

    def _check_same(self, folder: Path) -> None:
        before = Run.load(folder).signature
        may_differ = [part.name for part in fields(Settings) if part.metadata.get("resume")]
        different = self._plan.signature.differences(before, may_differ)
        if different:
            shown = "\n".join(f"  {difference}" for difference in different)
            raise RunFolderError(
                f"the run in {folder} is another one; it differs in\n{shown}",
                hint="run into a new folder, or undo the change",
            )

    def _live(self, answered: frozenset[tuple[str, str, int]]) -> None:
        try:
            asyncio.run(self._work(answered))
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that called
            while isinstance(error, BaseExceptionGroup):
                error = error.exceptions[0]
            self._broken = error
        finally:
            self._over.set()

    async def _work(self, answered: frozenset[tuple[str, str, int]]) -> None:
        self._loop = asyncio.get_running_loop()
        executor = plugins.make("executors", "local")
        left = (batch for batch in batches(self._plan, answered) if not self._presses)
        await executor.execute(left, lambda: Desk(self._plan), self._deliver, self._plan.settings.concurrency)

    def _deliver(self, batch: Batch, results: Sequence[Result]) -> None:  # noqa: ARG002 - an executor's delivery
        for result in results:
            if self._journal is not None:
                self._journal.append(result)
            self._results.append(result)
            self._count(result)
            if self._progress is not None:
                self._progress.on_result(result, self._tally)

    def _count(self, result: Result) -> None:
        tally = self._tally
        tally.done += 1
        verdict = result.score.verdict
        tally.correct += verdict is Verdict.CORRECT
        tally.incorrect += verdict is Verdict.INCORRECT
        tally.abstained += verdict is Verdict.ABSTAINED
        tally.failed += verdict is Verdict.FAILED
        if result.prediction.tokens is not None:
            tally.prompt_tokens += result.prediction.tokens.prompt
            tally.completion_tokens += result.prediction.tokens.completion

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """Take Ctrl-C and SIGTERM while the run goes on: once, finish what is in flight; twice, stop now."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._pressed) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _pressed(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - a signal handler's parameters
        self._presses += 1
        if self._presses == 1:
            for asker in self._plan.askers:
                if self._loop is not None:
                    self._loop.call_soon_threadsafe(asker.stop)
            if self._progress is not None:
                self._progress.on_notice("finishing what is in flight; press again to stop now")
        else:
            self._over.set()
