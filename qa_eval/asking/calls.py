"""One call of an answerer, in a thread or on the loop, given up after its time; what hangs is left behind."""

from __future__ import annotations

import asyncio
from inspect import isawaitable
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.asking.outcome import HopelessError, LateError
from qa_eval.asking.threads import Threads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.asking.shapes import Shape
    from qa_eval.model import Request

    Call = Callable[[Sequence[Request]], object]

MOST_STUCK = 256  # calls left behind: each holds a thread and its memory
FEWEST_IN_A_ROW = 8  # calls that hang, without any that came back, before nothing more is asked


class Came(NamedTuple):
    """What came of a call, an answer or an error, after so many seconds."""

    value: object
    error: BaseException | None
    seconds: float


class Calls:
    """Calls of one answerer, ``concurrency`` at once. ``notice`` hears what a person should know now."""

    def __init__(self, shape: Shape, concurrency: int) -> None:
        self.notice: Callable[[str], None] = lambda text: None  # noqa: ARG005 - nobody listens yet
        self._shape = shape
        self._concurrency = concurrency
        self._threads = Threads(concurrency)
        self._stuck: set[asyncio.Task[Came]] = set()
        self._late_in_a_row = 0
        self._warned = False

    async def make(self, requests: Sequence[Request], limit: float) -> Came:
        """Return what came within ``limit`` seconds; the error is LateError after that, never raises.

        When the answerer is as good as dead, the error is HopelessError and it is not asked.
        """
        if self.hopeless:
            return Came(None, HopelessError(f"not asked: {self.stuck} calls before it hang"), 0.0)
        make = self._on_loop if self._shape.is_async else self._in_thread
        came = await make(self._shape.call, requests, limit)
        if came.value.__class__ is not str and isawaitable(came.value):
            awaitable, spent = came.value, came.seconds
            came = await self._on_loop(lambda _: awaitable, requests, limit - spent)
            came = came._replace(seconds=spent + came.seconds)
        if isinstance(came.error, LateError):
            self._late()
        else:
            self._late_in_a_row = 0
        return came

    def close(self) -> None:
        """Let the threads end."""
        self._threads.close()

    @property
    def stuck(self) -> int:
        """How many calls were given up and have not come back."""
        return self._threads.stuck + len(self._stuck)

    @property
    def hopeless(self) -> bool:
        """Whether so many calls hang that no further one is worth its time."""
        in_a_row = max(FEWEST_IN_A_ROW, 4 * self._concurrency)
        return self.stuck >= MOST_STUCK or (self._late_in_a_row >= in_a_row and self.stuck >= FEWEST_IN_A_ROW)

    async def _in_thread(self, call: Call, requests: Sequence[Request], limit: float) -> Came:
        ticket = self._threads.submit(call, requests)
        await asyncio.wait((ticket.future,), timeout=limit)
        if not ticket.future.done():
            self._threads.abandon(ticket)
            return Came(None, LateError(f"no answer within {limit:g} s"), limit)
        return Came(ticket.value, ticket.error, ticket.seconds)

    async def _on_loop(self, call: Call, requests: Sequence[Request], limit: float) -> Came:
        task = asyncio.create_task(_timed(call, requests))
        await asyncio.wait((task,), timeout=limit)
        if not task.done():
            self._stuck.add(task)
            task.add_done_callback(self._stuck.discard)
            task.cancel()
            return Came(None, LateError(f"no answer within {limit:g} s"), limit)
        return task.result()

    def _late(self) -> None:
        self._late_in_a_row += 1
        if self._threads.stuck >= self._concurrency and not self._warned:
            self._warned = True
            self.notice(
                f"{self._threads.stuck} calls hang in threads that cannot be ended; they are left behind and fresh ones go on"
            )


async def _timed(call: Call, requests: Sequence[Request]) -> Came:
    started = perf_counter()
    try:
        value = await call(requests)  # type: ignore[misc]  # it returns an awaitable, or awaiting fails as any answerer may
    except BaseException as error:  # noqa: BLE001 - whatever an answerer raises, SystemExit too, is data on its answer
        return Came(None, error, perf_counter() - started)
    return Came(value, None, perf_counter() - started)
