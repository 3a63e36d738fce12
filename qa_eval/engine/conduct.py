"""A run from its first question to its last, or to the moment when it was told to stop."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing, suppress
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import journal, plugins, snapshot
from qa_eval.engine.desk import Hiring
from qa_eval.engine.ledger import Ledger
from qa_eval.engine.looping import LoopThread
from qa_eval.engine.plan import plan
from qa_eval.engine.record import Run
from qa_eval.engine.scoring import other_policy
from qa_eval.engine.settings import Settings
from qa_eval.engine.watching import Presses
from qa_eval.errors import RunFolderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.engine.batches import Batch, Executor
    from qa_eval.engine.plan import Plan
    from qa_eval.engine.watching import Progress
    from qa_eval.model import Dataset, Result, Scorer

LOOK_EVERY = 0.1  # seconds between two looks at whether somebody wants the run to stop
HELD_UP = 5.0  # seconds without a sign of life from the event loop before that is said
LAST_MOMENTS = 2.0  # seconds that answerers get to close after the second Ctrl-C


def run_questions(
    dataset: Dataset,
    answerers: Sequence[object],
    scorer: Scorer | str | None = None,
    settings: Settings | None = None,
    place: journal.Place | None = None,
    progress: Progress | None = None,
) -> Run:
    """Ask every question of every answerer and score what they say.

    ``answerers`` are specs, functions, objects or classes; ``scorer`` None is the policy that suits the dataset. ``place`` says where the run is kept, None: in memory only. A run
    that was interrupted (Ctrl-C, SIGTERM) comes back with state "interrupted" and what was answered until then. Raises
    UsageError, PluginError or RunFolderError before anything is asked; RunFolderError too when the disk is full.
    """
    if settings is not None and settings.dry_run:
        raise UsageError("a dry run asks nobody", hint="`plan` tells what a run would ask")
    return Conduct(plan(dataset, answerers, scorer, settings), progress).run(place)


class Conduct:
    """One run of a plan."""

    def __init__(self, made: Plan, progress: Progress | None) -> None:
        if made.settings.cache:
            _check_cache(Path(made.settings.cache))
        self._plan = made
        self._progress = progress
        self._executor: Executor = plugins.make("executors", made.settings.executor)
        self._ledger = Ledger(made)
        self._delivering = threading.Lock()
        self._stopping = self._over = False

    def run(self, place: journal.Place | None) -> Run:
        """Run the plan and return what came of it."""
        started = datetime.now(UTC)
        if place is None:
            self._work_through()
            return self._ended(self._begun(started, None, other_policy(self._plan.scorer_name)))
        made = self._plan
        folder = journal.prepare(place, made.dataset.name, started, made.signature.digest)
        with closing(journal.Journal(folder)) as kept:
            self._ledger = Ledger(made, kept, folder)
            if place.resume:
                started = self._resume(folder, kept)
            else:
                self._begin(folder, kept, force=place.force)
            run = self._begun(started, folder, kept.other)
            journal.write_header(folder, run.header(), lasting=False)
            try:
                self._work_through(partial(journal.sync, folder))
            except BaseException:
                with suppress(RunFolderError):  # what went wrong first is what is said
                    journal.write_header(folder, self._ended(run).header())
                raise
            kept.sync()
            run = self._ended(run)
            journal.write_header(folder, run.header())
            return run

    def _begin(self, folder: Path, kept: journal.Journal, *, force: bool) -> None:
        if not (kept.empty or force):
            raise RunFolderError(
                f"{folder} holds a run",
                hint="run into another folder, or replace it with --force (in Python force=True)",
            )
        (folder / journal.HEADER).unlink(missing_ok=True)
        kept.clear()
        kept.other = other_policy(self._plan.scorer_name)
        journal.write_dataset(folder, snapshot.dump(self._plan.dataset), lasting=False)

    def _resume(self, folder: Path, kept: journal.Journal) -> datetime:
        before, started, kept.other = Run.identity(folder)
        may_differ = [part.name for part in fields(Settings) if part.metadata.get("resume")]
        different = self._plan.signature.differences(before, may_differ)
        if different:
            shown = "\n".join(f"  {difference}" for difference in different)
            raise RunFolderError(
                f"the run in {folder} cannot go on, it would be a mixture of two:\n{shown}",
                hint="undo the change, or run into a new folder",
            )
        useless = self._ledger.recall()
        if useless:
            lines = (
                "1 line of {} is of no use; its question is"
                if useless == 1
                else f"{useless:,} lines of {{}} are of no use; their questions are"
            )
            self._tell(f"{lines.format(folder / journal.RESULTS)} asked again")
        tally = self._ledger.tally
        left = tally.total - tally.done
        rest = f"{left:,} {'is' if left == 1 else 'are'}" if left else "nothing is"
        self._tell(
            f"{tally.done:,} of {tally.total:,} answers {'is' if tally.done == 1 else 'are'} kept, {rest} left to ask"
        )
        return started

    def _begun(self, started: datetime, folder: Path | None, other: str) -> Run:
        made = self._plan
        return Run(
            dataset=made.dataset,
            answerers=made.names,
            scorer=made.scorer_name,
            settings=made.settings,
            signature=made.signature,
            started=started,
            finished=None,
            state=journal.RUNNING,
            questions=len(made.questions),
            results=(),
            folder=folder,
            other=other,
        )

    def _ended(self, run: Run) -> Run:
        return replace(
            run,
            finished=datetime.now(UTC),
            state=journal.COMPLETE if self._ledger.complete else journal.INTERRUPTED,
            results=self._ledger.results(),
            summaries=self._ledger.summaries(),
            gathering=self._ledger.gathering(),
            broken={asker.name: asker.broken for asker in self._plan.everyone if asker.broken},
        )

    def _work_through(self, settle: Callable[[], None] | None = None) -> None:
        """Ask everything that is left, in a thread with an event loop, and watch over it; ``settle`` while the first answers are awaited."""
        for asker in self._plan.everyone:
            asker.listen(self._tell)
        with Presses() as presses:
            thread = LoopThread(self._execute)
            try:
                if settle is not None:
                    settle()
                self._watch(thread, presses)
            except RunFolderError:
                thread.cancel()
                thread.done.wait(LAST_MOMENTS)
                raise
            finally:
                with self._delivering:
                    self._over = True
        if thread.error is not None and not isinstance(thread.error, asyncio.CancelledError):
            raise _first(thread.error)

    def _watch(self, thread: LoopThread, presses: Presses) -> None:
        silent = 0.0  # seconds without a sign of life at the look before
        warned = False
        while not thread.done.wait(LOOK_EVERY):
            if presses.count and not self._stopping:
                self._stopping = True
                for asker in self._plan.everyone:
                    thread.call(asker.stop)
                self._tell("stopping: waiting for what is in flight; once more to stop now")
            if presses.count > 1:
                thread.cancel()
                thread.done.wait(LAST_MOMENTS)
                return
            before, silent = silent, thread.held_up()
            if (
                min(before, silent) > HELD_UP and not warned
            ):  # twice: after a pause of the whole process it is over at once
                warned = True
                self._tell(f"nothing moves for {HELD_UP:g} s: an async answerer blocks instead of awaiting")

    async def _execute(self) -> None:
        ledger = self._ledger
        batches = self._plan.batches(ledger.answered if ledger.tally.done else None)
        left = (batch for batch in batches if not self._stopping)
        most = min(self._plan.settings.concurrency, max(1, self._plan.answers))
        await self._executor.execute(left, Hiring(self._plan), self._deliver, most)

    def _deliver(self, batch: Batch, results: Sequence[Result]) -> None:
        with self._delivering:
            if self._over or not results:  # none: it was told to stop
                return
            self._ledger.add(batch.questions, results)
            for result in results:
                if self._progress is not None:
                    try:
                        self._progress.on_result(result, self._ledger.tally)
                    except Exception:  # noqa: BLE001 - a terminal that went away does not end a run
                        self._progress = None

    def _tell(self, text: str) -> None:
        if self._progress is not None:
            try:
                self._progress.on_notice(text)
            except Exception:  # noqa: BLE001 - see above
                self._progress = None


def _check_cache(path: Path) -> None:
    """Raise UsageError for a cache that cannot be used, before a folder is made for the run."""
    from qa_eval.cache import Cache  # noqa: PLC0415 - most runs have none

    try:
        Cache(path).close()
    except UsageError as error:
        hint = "name another file; the word behind --cache is its PATH, so write a DATASET before it"
        raise UsageError(error.message, hint=hint) from error


def _first(error: BaseException) -> BaseException:
    """Return the first plain error of what may be a group of groups of them."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
