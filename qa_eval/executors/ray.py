"""A Ray cluster, or this machine's cores: batches go to workers that hold the answerers, the results come here.

Each worker is a process (a Ray actor) that makes the answerers of the run for itself, once. What a worker that dies had in
hand is asked again by another; a question whose worker died too often gets a failure of kind "crashed". Results are
delivered, and so stored, by this process alone.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections import deque
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from qa_eval.errors import MissingExtraError, QaEvalError, UsageError
from qa_eval.model import Failure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from qa_eval.engine import Batch, Deliver, Hiring, Worker
    from qa_eval.model import Result

T = TypeVar("T")

LEAST, MOST = 16, 256  # questions on their way to a worker at once: fewer cost more, more are lost with it
QUICK, SLOW = (
    0.5,
    4.0,
)  # seconds: what is back sooner is sent in larger parts next time, what comes later in smaller ones
AT_HAND = 2  # parcels that a worker has: one that it works on, and the next
DEATHS = 3  # of workers over one batch, the last ones with it alone, before it counts as failed
PLACED = 180.0  # seconds within which a first worker has to be there
FAREWELL = 10.0  # seconds that a worker gets to close its answerers


@dataclass(frozen=True, slots=True)
class Parcel:
    """Batches that one worker gets at once; ``deaths`` counts the workers that died over them."""

    batches: tuple[Batch, ...]
    deaths: int = 0


class Executor:
    """Runs the questions on the workers of a Ray cluster: ray[:ADDRESS]

    Without an address, the cluster that RAY_ADDRESS names or this machine. Every machine needs qa_eval and what the
    answerers need. Raises MissingExtraError without Ray, and UsageError when the cluster has no room for a worker.
    """

    def __init__(
        self,
        address: str = "",
        *,
        workers: Annotated[int, "how many; 0: as many as there is room for"] = 0,
        cpus: Annotated[float, "processor cores of a worker"] = 1.0,
        gpus: Annotated[float, "graphics processors of a worker; a part of one is allowed"] = 0.0,
    ) -> None:
        try:
            import ray  # noqa: PLC0415 - an extra, and takes half a second
        except ImportError:
            raise MissingExtraError("ray", "ray") from None
        if workers < 0 or cpus < 0 or gpus < 0:
            raise UsageError("workers, cpus and gpus are numbers from 0")
        self._ray: Any = ray
        self._address = address
        self._workers = workers
        self._needs = {"num_cpus": cpus, "num_gpus": gpus}

    async def execute(self, batches: Iterator[Batch], hire: Hiring, deliver: Deliver, concurrency: int) -> None:
        """Have every batch answered by some worker, ``concurrency`` questions at a time, and deliver each result once."""
        steady = _SteadyThread()
        begun_here = await steady.call(self._begin)
        try:
            workers = await steady.call(self._room)
            crew = _Crew(self._ray, self._needs, batches, hire, deliver)
            await crew.work(workers, -(-concurrency // workers))
        finally:
            if begun_here:
                await steady.call(self._ray.shutdown)
            steady.end()

    def _begin(self) -> bool:
        """Connect, and return whether nobody had before."""
        if self._ray.is_initialized():
            return False
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        try:
            self._ray.init(
                address=self._address or os.environ.get("RAY_ADDRESS") or "local",
                log_to_driver=False,
                logging_level="ERROR",
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise UsageError(f"no Ray cluster at {self._address or 'this machine'}: {error}") from error
        return True

    def _room(self) -> int:
        """Return how many workers there are to be. Raises UsageError when there is room for none."""
        there = self._ray.cluster_resources()
        names = {"num_cpus": "CPU", "num_gpus": "GPU"}
        rooms = [int(there.get(names[kind], 0) / much) for kind, much in self._needs.items() if much]
        room = min(rooms, default=1)
        if room < 1:
            has = ", ".join(f"{there.get(name, 0):g} {name}" for name in names.values())
            raise UsageError(
                f"the cluster has no room for a worker: it has {has}", hint="ask for less with cpus= and gpus="
            )
        return self._workers or room


class _Crew:
    """The workers of one run, and what is left for them to do."""

    def __init__(
        self, ray: Any, needs: dict[str, float], batches: Iterator[Batch], hire: Hiring, deliver: Deliver
    ) -> None:
        self._ray = ray
        self._needs = needs
        self._batches = batches
        self._hire = hire
        self._deliver = deliver
        self._again: deque[Parcel] = deque()
        self._size = LEAST
        self._next: Batch | None = None
        self._out = 0  # parcels that are with a worker
        self._placed = asyncio.Event()
        self._idle = asyncio.Condition()

    async def work(self, workers: int, concurrency: int) -> None:
        """Have everything answered by so many workers, each with ``concurrency`` questions in flight."""
        hired = self._ray.put(self._hire.shared(workers))
        kind = self._ray.remote(_Seat).options(max_concurrency=8, max_restarts=0, **self._needs)
        tasks = [
            asyncio.create_task(self._serve(lambda: kind.remote([hired], concurrency, (str(Path.cwd()), sys.path))))
            for _ in range(workers)
        ]
        finished = asyncio.create_task(self._finished())
        placed = asyncio.create_task(self._first_worker())
        try:
            waiting = {*tasks, placed, finished}
            while finished in waiting:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in (*tasks, placed, finished):
                task.cancel()
            await asyncio.gather(*tasks, placed, finished, return_exceptions=True)

    async def _first_worker(self) -> None:
        try:
            await asyncio.wait_for(self._placed.wait(), PLACED)
        except TimeoutError:
            raise UsageError(
                f"the cluster gave no worker within {PLACED:g} s", hint="is it busy? `ray status` tells"
            ) from None

    async def _finished(self) -> None:
        """Return when there is nothing to hand out any more and nothing comes back."""
        async with self._idle:
            await self._idle.wait_for(lambda: not self._out and not self._again and self._peek() is None)

    def _peek(self) -> Batch | None:
        """Return the next batch of the run, None when there is none."""
        if self._next is None:
            self._next = next(self._batches, None)
        return self._next

    def _take(self) -> Parcel:
        """Return what to ask next."""
        if self._again:
            return self._again.popleft()
        chosen: list[Batch] = []
        questions = 0
        while questions < self._size and (batch := self._peek()) is not None:
            self._next = None
            chosen.append(batch)
            questions += len(batch.questions)
        return Parcel(tuple(chosen))

    async def _serve(self, employ: Callable[[], Any]) -> None:
        """Keep one worker's place filled until the run is over."""
        while True:
            seat = employ()
            try:
                await self._reached(seat.ready.remote())
                self._placed.set()
                await self._keep_busy(seat)
            except _GoneError:
                pass
            finally:
                with suppress(Exception):  # it may be gone already
                    await asyncio.wait_for(_awaited(seat.close.remote()), FAREWELL)
                with suppress(Exception):  # as above
                    self._ray.kill(seat)

    async def _keep_busy(self, seat: Any) -> None:
        """Hand out parcels to a worker as long as it lives: while it works on one, the next is there."""
        hands = _Hands()
        feeds = [asyncio.create_task(self._feed(seat, hands)) for _ in range(AT_HAND)]
        try:
            await asyncio.gather(*feeds)
        finally:
            for feed in feeds:
                feed.cancel()
            await asyncio.gather(*feeds, return_exceptions=True)

    async def _feed(self, seat: Any, hands: _Hands) -> None:
        while True:
            async with self._idle:
                await self._idle.wait_for(lambda: self._again or self._peek() is not None)
                parcel = self._take()
                self._out += 1
            try:
                async with hands.holding(AT_HAND if parcel.deaths else 1):
                    answers = await self._ask(seat, parcel)
                for batch, results in zip(parcel.batches, answers, strict=True):
                    self._deliver(batch, results)
            except _GoneError:
                self._blame(parcel)
                raise
            except asyncio.CancelledError:  # it died of another one, or the run is over
                self._again.append(parcel)
                raise
            finally:
                self._out -= 1
                await self._say()

    async def _say(self) -> None:
        async with self._idle:
            self._idle.notify_all()

    async def _ask(self, seat: Any, parcel: Parcel) -> list[Sequence[Result]]:
        started = monotonic()
        answers: list[Sequence[Result]] = await self._reached(seat.answer.remote(parcel.batches))
        took = monotonic() - started
        if took < QUICK:
            self._size = min(MOST, 2 * self._size)
        elif took > SLOW:
            self._size = max(LEAST, self._size // 2)
        return answers

    async def _reached(self, reference: Any) -> Any:
        """Return what a worker said. Raises _GoneError when it died, and what it raised itself as that."""
        errors = self._ray.exceptions
        try:
            return await _awaited(reference)
        except errors.RayTaskError as error:
            raise (error.cause if isinstance(error.cause, QaEvalError) else error) from None
        except errors.RayError as error:
            if getattr(error, "actor_init_failed", False):
                raise UsageError(f"a worker cannot make the answerers: {_raised(error)}") from None
            raise _GoneError from error

    def _blame(self, parcel: Parcel) -> None:
        """Put back what a dead worker had in hand, in halves, so that one bad question falls alone."""
        deaths = parcel.deaths + 1
        if len(parcel.batches) > 1:
            half = -(-len(parcel.batches) // 2)
            self._again += [Parcel(part, 1) for part in (parcel.batches[:half], parcel.batches[half:])]
        elif deaths <= DEATHS:
            self._again.append(Parcel(parcel.batches, deaths))
        else:
            failure = Failure("crashed", f"{DEATHS} workers died while they were asked this")
            for batch in parcel.batches:
                self._deliver(batch, self._hire().failed(batch, failure))


class _Hands:
    """What a worker has in hand: AT_HAND parcels, or one alone over which another worker died."""

    def __init__(self) -> None:
        self._held = 0
        self._freed = asyncio.Condition()

    @asynccontextmanager
    async def holding(self, hands: int) -> AsyncIterator[None]:
        """Hold a parcel that takes so many hands."""
        async with self._freed:
            await self._freed.wait_for(lambda: self._held + hands <= AT_HAND)
            self._held += hands
        try:
            yield
        finally:
            self._held -= hands
            async with self._freed:
                self._freed.notify_all()


class _Seat:
    """A worker's process: it has the answerers, and answers so many questions at once."""

    def __init__(self, hired: list[Any], concurrency: int, here: tuple[str, list[str]]) -> None:
        import ray  # noqa: PLC0415 - it runs within Ray

        with suppress(OSError):  # another machine need not have the folder
            os.chdir(here[0])
        sys.path += [place for place in here[1] if place not in sys.path]
        hire: Hiring = ray.get(hired[0])
        self._worker: Worker = hire()
        self._places = asyncio.Semaphore(concurrency)

    async def ready(self) -> None:
        """Say that it is there."""

    async def answer(self, batches: Sequence[Batch]) -> list[Sequence[Result]]:
        """Answer the batches, side by side."""

        async def one(batch: Batch) -> Sequence[Result]:
            async with self._places:
                return await self._worker.answer(batch)

        return await asyncio.gather(*map(one, batches))

    async def close(self) -> None:
        """Close the answerers."""
        await self._worker.close()


class _GoneError(Exception):
    """A worker died, or its machine did."""


class _SteadyThread:
    """One thread for all that blocks: the processes that Ray starts end with the thread that started them."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[tuple[Callable[[], object], Future[Any]] | None] = SimpleQueue()
        threading.Thread(target=self._work, daemon=True, name="qa-eval ray").start()

    def call(self, function: Callable[[], T]) -> asyncio.Future[T]:
        """Make the call there."""
        future: Future[T] = Future()
        self._calls.put((function, future))
        return asyncio.wrap_future(future)

    def end(self) -> None:
        """Let the thread end."""
        self._calls.put(None)

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            function, future = call
            try:
                future.set_result(function())
            except BaseException as error:  # noqa: BLE001 - raised where it is awaited
                future.set_exception(error)


async def _awaited(reference: Any) -> Any:
    return await reference


def _raised(error: Exception) -> str:
    """Return the line of a traceback that says what was raised, hints and carets left out."""
    lines = [line for line in str(error).splitlines() if line and not line[0].isspace()]
    raised = [line for line in lines if line.partition(":")[0].endswith(("Error", "Exception"))]
    return (raised or lines)[-1]
