"""Daemon threads for what blocks: none of them can keep the process from ending, a stuck one is left behind."""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from time import perf_counter, process_time
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from qa_eval.asking.beside import seconds_beside
from qa_eval.asking.outcome import Came

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Request

    Blocking = Callable[[Sequence[Request]], object]

P = ParamSpec("P")
T = TypeVar("T")

LOOK_EVERY = 0.005  # seconds between two looks at whether there are enough threads
FIRST_LOOK = 0.002  # seconds until the first of them: what has not come back by then is slow
QUICK = 0.0002  # seconds: a call that takes less gains nothing from another thread
GROWTH = 4  # times as many threads at each look, where calls come back
SATURATED = 0.8  # of one core: then calls wait for the processor, and another thread only gets in their way


class Ticket:
    """One blocking call on its way through a thread; ``open`` until what came of it is back."""

    __slots__ = ("abandoned", "call", "came", "future", "left", "open", "requests")

    def __init__(self, call: Blocking, requests: Sequence[Request], future: asyncio.Future[Came]) -> None:
        self.call = call
        self.requests = requests
        self.future = future
        self.came: Came | None = None
        self.open = True
        self.abandoned = False
        self.left = False


class Threads:
    """At most ``limit`` threads at work, one for quick calls; ``stuck`` counts those left behind in a call.

    To wake a thread costs more than a quick call takes, and calls that compute gain from no more threads than there are
    cores; so their number follows how long the calls take, and how busy the process is meanwhile. Belongs to one event
    loop; every method is called from there.
    """

    def __init__(self, limit: int) -> None:
        self.stuck = 0
        self._limit = limit
        self._live = 0
        self._queue: SimpleQueue[Ticket | None] = SimpleQueue()
        self._done: deque[Ticket] = deque()
        self._woken = False
        self._looking = False
        self._quick = self._slow = 0
        self._looked = (0.0, 0.0)

    def submit(self, call: Blocking, requests: Sequence[Request]) -> Ticket:
        """Have a thread make the call."""
        loop = asyncio.get_running_loop()
        ticket = Ticket(call, requests, loop.create_future())
        self._queue.put(ticket)
        if not self._live:
            self._start(1, loop)
        if not self._looking:
            self._looking = True
            self._looked = (perf_counter(), process_time() - seconds_beside())
            loop.call_later(LOOK_EVERY if self._live > 1 else FIRST_LOOK, self._look, loop)
        return ticket

    def abandon(self, ticket: Ticket) -> None:
        """Leave the thread that makes this call behind; another one takes its place."""
        ticket.abandoned = True
        self.stuck += 1
        self._live -= 1
        if not self._live:
            self._start(1, asyncio.get_running_loop())

    def close(self) -> None:
        """Let every thread end that is not in a call."""
        for _ in range(self._live):
            self._queue.put(None)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have more threads where calls wait for slow ones, and fewer where the calls are quick."""
        waiting, before, self._looked = (
            self._queue.qsize(),
            self._looked,
            (perf_counter(), process_time() - seconds_beside()),
        )
        busy = self._looked[1] - before[1] > SATURATED * (self._looked[0] - before[0])
        ceiling = min(self._limit, os.cpu_count() or 1) if busy else self._limit
        if self._quick > self._slow and self._live > 1:
            leaving = self._live - max(1, self._live // GROWTH)
            self._live -= leaving
            for _ in range(leaving):
                self._queue.put(None)
        elif waiting and self._slow >= self._quick:
            most = self._live * (GROWTH - 1) if self._slow else waiting  # nothing came back: all calls are slow
            self._start(max(0, min(waiting, ceiling - self._live, most)), loop)
        self._looking = bool(waiting)
        if waiting:
            loop.call_later(LOOK_EVERY, self._look, loop)
        self._quick = self._slow = 0

    def _start(self, n: int, loop: asyncio.AbstractEventLoop) -> None:
        self._live += n
        for _ in range(n):
            threading.Thread(target=self._work, args=(loop,), daemon=True, name="qa-eval answerer").start()

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        while (ticket := self._queue.get()) is not None:
            if not ticket.abandoned:
                ticket.came = made(ticket.call, ticket.requests)
            ticket.left = left = ticket.abandoned
            self._done.append(ticket)
            if not self._woken:
                self._woken = True
                try:
                    loop.call_soon_threadsafe(self._drain)
                except RuntimeError:  # the run is over, and nobody listens
                    return
            if left:
                return

    def _drain(self) -> None:
        self._woken = False
        while self._done:
            ticket = self._done.popleft()
            ticket.open = False
            if ticket.abandoned or ticket.came is None:
                self.stuck -= 1
                self._live += not ticket.left
                continue
            if ticket.came.seconds < QUICK:
                self._quick += 1
            else:
                self._slow += 1
            if not ticket.future.done():
                ticket.future.set_result(ticket.came)


def made(call: Blocking, requests: Sequence[Request]) -> Came:
    """Make a blocking call here and return what came of it."""
    started = perf_counter()
    try:
        value = call(requests)
    except BaseException as error:  # noqa: BLE001 - whatever an answerer raises, SystemExit too, is data on its answer
        return Came(None, error, perf_counter() - started)
    return Came(value, None, perf_counter() - started)


class LooseThreads(ThreadPoolExecutor):
    """An event loop's executor (``asyncio.to_thread``, name look-ups) whose threads cannot keep the process from ending."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Make the call in a thread of its own."""
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the future
                future.set_exception(error)

        threading.Thread(target=work, daemon=True, name="qa-eval loose").start()
        return future
