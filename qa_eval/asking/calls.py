"""One call of an answerer, in a thread or on the loop, given up after its time; what hangs is left behind."""

from __future__ import annotations

import asyncio
from inspect import isawaitable, iscoroutine
from time import perf_counter
from typing import TYPE_CHECKING

from qa_eval.asking.deadlines import Deadlines
from qa_eval.asking.outcome import Came, HopelessError, LateError
from qa_eval.asking.threads import Threads, made

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.asking.shapes import Shape
    from qa_eval.model import Request

    Call = Callable[[Sequence[Request]], object]

TURN = 64  # calls at once between two turns of everything else
MOST_STUCK = 256  # calls left behind: each holds a thread and its memory
FEWEST_IN_A_ROW = 8  # calls that hang, without any that came back, before nothing more is asked


class Calls:
    """Calls of one answerer, ``concurrency`` at once. ``notice`` hears what a person should know now."""

    def __init__(self, shape: Shape, concurrency: int, *, instant: bool = False) -> None:
        self.notice: Callable[[str], None] = lambda text: None  # noqa: ARG005 - nobody listens yet
        self._shape = shape
        self._instant = instant
        self._made = 0
        self._concurrency = concurrency
        self._threads = Threads(concurrency)
        self._deadlines = Deadlines(_too_late)
        self._stuck: set[asyncio.Task[None]] = set()
        self._late_in_a_row = 0
        self._warned = False

    async def make(self, requests: Sequence[Request], limit: float) -> Came:
        """Return what came within ``limit`` seconds; the error is LateError after that, never raises.

        When the answerer is as good as dead, the error is HopelessError and it is not asked.
        """
        if self.hopeless:
            return Came(None, HopelessError(f"not asked: {self.stuck} calls before it hang"), 0.0)
        make = self._on_loop if self._shape.is_async else self._at_once if self._instant else self._in_thread
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

    def look_up(self, requests: Sequence[Request]) -> Came | None:
        """Make a call that looks up and returns; None where its answer is yet to come, so that it is to be made as any other."""
        came = made(self._shape.call, requests)
        if type(came.value) is str or not isawaitable(came.value):
            return came
        if iscoroutine(came.value):
            came.value.close()
        return None

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

    async def _at_once(self, call: Call, requests: Sequence[Request], limit: float) -> Came:  # noqa: ARG002 - as the others
        """Make a call that looks up and returns: a thread would take many times as long as it does."""
        self._made += 1
        if self._made % TURN == 0:
            await asyncio.sleep(0)  # so that a run can be stopped
        return made(call, requests)

    async def _in_thread(self, call: Call, requests: Sequence[Request], limit: float) -> Came:
        ticket = self._threads.submit(call, requests)
        came = await self._deadlines.wait(ticket.future, limit)
        if ticket.open:
            self._threads.abandon(ticket)
        return came

    async def _on_loop(self, call: Call, requests: Sequence[Request], limit: float) -> Came:
        loop = asyncio.get_running_loop()
        back: asyncio.Future[Came] = loop.create_future()
        task = loop.create_task(_bring(call, requests, back))
        came = await self._deadlines.wait(back, limit)
        if isinstance(came.error, LateError) and not task.done():
            self._stuck.add(task)
            task.add_done_callback(self._stuck.discard)
            task.cancel()
        return came

    def _late(self) -> None:
        self._late_in_a_row += 1
        if self._threads.stuck >= self._concurrency and not self._warned:
            self._warned = True
            self.notice(
                f"{self._threads.stuck} calls hang in threads that cannot be ended; they are left behind and fresh ones go on"
            )


async def _bring(call: Call, requests: Sequence[Request], back: asyncio.Future[Came]) -> None:
    """Make an async call and bring back what came of it, unless nobody waits any more."""
    started = perf_counter()
    try:
        value = await call(requests)  # type: ignore[misc]  # it returns an awaitable, or awaiting fails as any answerer may
        came = Came(value, None, perf_counter() - started)
    except BaseException as error:  # noqa: BLE001 - whatever an answerer raises, SystemExit too, is data on its answer
        came = Came(None, error, perf_counter() - started)
    if not back.done():
        back.set_result(came)


def _too_late(limit: float) -> Came:
    return Came(None, LateError(f"no answer within {limit:g} s"), limit)
