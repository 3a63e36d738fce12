"""Daemon threads for what blocks: none of them can keep the process from ending, a stuck one is left behind."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from queue import SimpleQueue
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Request

    Blocking = Callable[[Sequence[Request]], object]


class Ticket:
    """One blocking call on its way through a thread."""

    __slots__ = ("abandoned", "call", "error", "future", "left", "requests", "seconds", "value")

    def __init__(self, call: Blocking, requests: Sequence[Request], future: asyncio.Future[None]) -> None:
        self.call = call
        self.requests = requests
        self.future = future
        self.value: object = None
        self.error: BaseException | None = None
        self.seconds = 0.0
        self.abandoned = False
        self.left = False


class Threads:
    """At most ``limit`` threads at work; ``stuck`` counts those that are left behind in a call that never returned."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._live = 0
        self.stuck = 0
        self._queue: SimpleQueue[Ticket | None] = SimpleQueue()
        self._done: deque[Ticket] = deque()
        self._woken = False

    async def run(self, call: Blocking, requests: Sequence[Request]) -> tuple[object, float]:
        """Return what the call returned and the seconds it took; raises what it raised. Cancelled, it leaves the thread."""
        loop = asyncio.get_running_loop()
        ticket = Ticket(call, requests, loop.create_future())
        self._queue.put(ticket)
        if self._live < self._limit:
            self._live += 1
            threading.Thread(target=self._work, args=(loop,), daemon=True, name="qa-eval answerer").start()
        try:
            await ticket.future
        except asyncio.CancelledError:
            ticket.abandoned = True
            self.stuck += 1
            self._live -= 1
            raise
        if ticket.error is not None:
            raise ticket.error
        return ticket.value, ticket.seconds

    def close(self) -> None:
        """Let every thread end that is not in a call."""
        for _ in range(self._live):
            self._queue.put(None)

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        while (ticket := self._queue.get()) is not None:
            started = perf_counter()
            try:
                ticket.value = ticket.call(ticket.requests)
            except BaseException as error:  # noqa: BLE001 - whatever an answerer raises is data on its answer
                ticket.error = error
            ticket.seconds = perf_counter() - started
            ticket.left = ticket.abandoned
            self._done.append(ticket)
            if not self._woken:
                self._woken = True
                try:
                    loop.call_soon_threadsafe(self._drain)
                except RuntimeError:  # the run is over
                    return
            if ticket.left:
                return

    def _drain(self) -> None:
        self._woken = False
        while self._done:
            ticket = self._done.popleft()
            if ticket.abandoned:
                self.stuck -= 1
                self._live += not ticket.left
            elif not ticket.future.done():
                ticket.future.set_result(None)
