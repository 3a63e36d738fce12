"""The workers of one run: who gets which questions, and what becomes of those that a lost worker had."""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from qa_eval.errors import QaEvalError, UsageError
from qa_eval.executors.ray.seat import Seat
from qa_eval.model import Failure
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from qa_eval.engine import Batch, Deliver, Hiring
    from qa_eval.model import Result

LEAST, MOST = 16, 256  # questions of a parcel: fewer cost more, more are lost with the worker
QUICK, SLOW = (
    0.5,
    4.0,
)  # seconds: what is back sooner is sent in larger parts next time, what comes later in smaller ones
AT_HAND = 2  # parcels that a worker has: one that it works on, and the next
DEATHS = 3  # of workers over one batch, the last ones with it alone, before it counts as failed
PLACED = 180.0  # seconds within which a first worker has to be there
FAREWELL = 10.0  # seconds that a worker gets to close its answerers


@value
class Parcel:
    """Batches that one worker gets at once; ``deaths`` counts the workers that died over them."""

    batches: tuple[Batch, ...]
    deaths: int = 0


class Crew:
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
        self._ahead: deque[Batch] = deque()  # read from the run and not handed out yet
        self._known = 0  # questions of those
        self._places = 1  # parcels that are out when everybody has enough
        self._full = self._size = LEAST  # questions of a parcel that make a worker busy, and those of the next one
        self._out = 0  # parcels that are with a worker
        self._placed = asyncio.Event()
        self._idle = asyncio.Condition()

    async def work(self, workers: int, concurrency: int) -> None:
        """Have everything answered by so many workers, each with ``concurrency`` questions in flight."""
        self._places = workers * AT_HAND
        self._full = -(-concurrency // AT_HAND)
        self._size = max(LEAST, self._full)
        hired = self._ray.put(self._hire.shared(workers))
        kind = self._ray.remote(Seat).options(max_concurrency=8, max_restarts=0, **self._needs)
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
        self._read_ahead(1)
        return self._ahead[0] if self._ahead else None

    def _read_ahead(self, questions: int) -> None:
        """Have at least so many questions at hand, or all that are left."""
        while self._known < questions and (batch := next(self._batches, None)) is not None:
            self._ahead.append(batch)
            self._known += len(batch.questions)

    def _take(self) -> Parcel:
        """Return what to ask next: the last questions in smaller parcels, so that all workers end together."""
        if self._again:
            return self._again.popleft()
        self._read_ahead(self._size * self._places)
        size = min(self._size, max(self._full, self._known // self._places))
        chosen: list[Batch] = []
        questions = 0
        while questions < size and self._ahead:
            chosen.append(self._ahead.popleft())
            questions += len(chosen[-1].questions)
        self._known -= questions
        return Parcel(tuple(chosen))

    async def _serve(self, employ: Callable[[], Any]) -> None:
        """Keep one worker's place filled until the run is over."""
        while True:
            seat = employ()
            try:
                await self._reached(seat.ready.remote())
                self._placed.set()
                await self._keep_busy(seat)
            except GoneError:
                pass
            finally:
                with suppress(Exception):  # it may be gone already
                    await asyncio.wait_for(_awaited(seat.close.remote()), FAREWELL)
                with suppress(Exception):  # as above
                    self._ray.kill(seat)

    async def _keep_busy(self, seat: Any) -> None:
        """Hand out parcels to a worker as long as it lives: while it works on one, the next is there."""
        hands = Hands()
        feeds = [asyncio.create_task(self._feed(seat, hands)) for _ in range(AT_HAND)]
        try:
            await asyncio.gather(*feeds)
        finally:
            for feed in feeds:
                feed.cancel()
            await asyncio.gather(*feeds, return_exceptions=True)

    async def _feed(self, seat: Any, hands: Hands) -> None:
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
            except GoneError:
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
            self._size = max(self._size, min(MOST, 2 * self._size))
        elif took > SLOW:
            self._size = max(LEAST, self._full, self._size // 2)
        return answers

    async def _reached(self, reference: Any) -> Any:
        """Return what a worker said. Raises GoneError when it died, and what it raised itself as that."""
        errors = self._ray.exceptions
        try:
            return await _awaited(reference)
        except errors.RayTaskError as error:
            raise (error.cause if isinstance(error.cause, QaEvalError) else error) from None
        except errors.RayError as error:
            if getattr(error, "actor_init_failed", False):
                raise UsageError(f"a worker cannot make the answerers: {_raised(error)}") from None
            raise GoneError from error

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


class Hands:
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


class GoneError(Exception):
    """A worker died, or its machine did."""


async def _awaited(reference: Any) -> Any:
    return await reference


def _raised(error: Exception) -> str:
    """Return the line of a traceback that says what was raised, hints and carets left out."""
    lines = [line for line in str(error).splitlines() if line and not line[0].isspace()]
    raised = [line for line in lines if line.partition(":")[0].endswith(("Error", "Exception"))]
    return (raised or lines)[-1]
