"""How long to wait for an answer, how often to ask again, and how fast to ask."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from qa_eval.asking.outcome import Trouble

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0
LONGEST_WAIT = 600.0  # seconds for one answer of a server that keeps asking to slow down


class Stopped(Exception):  # noqa: N818 - no error: the run was asked to stop before the question was answered
    """The run was asked to stop before the question was answered."""


class Patience(NamedTuple):
    """``timeout`` seconds for an answer, ``retries`` further attempts, ``rate`` calls a minute, ``concurrency`` questions at once.

    A call that asks several questions may take ``timeout`` for each of them.
    """

    timeout: float = 60.0
    retries: int = 2
    rate: float | None = None
    concurrency: int = 64

    def waits(self, trouble: Trouble, waited: float) -> bool:
        """Tell whether to ask again, as often as it takes, since the server only wants to be asked more slowly.

        ``waited`` seconds have gone into this answer so far; LONGEST_WAIT bounds them.
        """
        asked_to_wait = trouble.retryable and trouble.failure.kind == "rate_limited" and self.retries > 0
        return asked_to_wait and (trouble.retry_after or 0.0) <= LONGEST_PAUSE and waited < LONGEST_WAIT

    def pause(self, trouble: Trouble, attempts: int) -> float | None:
        """Return the seconds to wait before another attempt, None when there is to be none.

        They double with each attempt, with jitter, and are no fewer than the server asked for. A server that asks for more
        than LONGEST_PAUSE is not waited for, so that all attempts at one answer come to an end.
        """
        if not trouble.retryable or attempts > self.retries:
            return None
        if trouble.retry_after is not None and trouble.retry_after > LONGEST_PAUSE:
            return None
        backed_off = min(LONGEST_PAUSE, FIRST_PAUSE * (1 << (attempts - 1)))
        from random import uniform  # noqa: PLC0415 - most calls are not repeated

        jittered = backed_off * uniform(0.5, 1.0)  # noqa: S311 - spreads calls out, guards nothing
        return max(jittered, trouble.retry_after or 0.0)


class Pace:
    """Lets calls through evenly, ``rate`` a minute: never more than that within any minute."""

    def __init__(self, rate: float) -> None:
        self._spacing = 60 / rate
        self._next = 0.0

    async def turn(self, stopping: asyncio.Event) -> None:
        """Wait until the next call may be made. Raises Stopped when ``stopping`` is set before."""
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next)
        self._next = mine + self._spacing
        await wait_unless(stopping, mine - now)


async def wait_unless(stopping: asyncio.Event, seconds: float) -> None:
    """Wait. Raises Stopped when ``stopping`` is set before the time is over."""
    if seconds > 0:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stopping.wait()
    if stopping.is_set():
        raise Stopped
