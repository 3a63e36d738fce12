"""Event loops whose timers are on time.

Linux's epoll waits whole milliseconds, rounded up: what an answerer waits for comes up to one late, in every round of answers.
"""

from __future__ import annotations

import asyncio
import select
import selectors
import sys

from qa_eval.asking import rests

MOST = 1024  # file descriptors that `select` knows


def new_event_loop() -> asyncio.AbstractEventLoop:
    """Return a new event loop of the kind that is set for this process, on time where that is Python's own on Linux."""
    loop = asyncio.new_event_loop()
    if sys.platform != "linux" or type(loop) is not asyncio.SelectorEventLoop:
        return loop
    loop.close()
    return asyncio.SelectorEventLoop(_Timely())


if sys.platform == "linux":

    class _Timely(selectors.EpollSelector):
        """Waits with `select`, which counts in microseconds, until epoll has something or the time is over."""

        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            if timeout is not None and timeout <= 0:
                return super().select(timeout)
            rests.rest()
            try:
                if timeout is not None and (number := self.fileno()) < MOST:
                    select.select((number,), (), (), timeout)
                    timeout = 0
                return super().select(timeout)
            finally:
                rests.work()

        def close(self) -> None:
            rests.rest()
            super().close()
