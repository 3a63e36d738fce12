"""How many calls may be in flight and how fast they follow each other, learnt from what the server says.

As long as nothing is refused, nothing is held back. A server that asks to slow down is asked at the rate at which it
answered, and then a little faster with every answer; one that asks for a pause gets it from every call. A server that
fails or does not answer gets half as many calls at once, and then one more for each round of answers.
"""

from __future__ import annotations

import asyncio
from collections import deque
from math import inf
from typing import TYPE_CHECKING

from qa_eval.asking.patience import Stopped, wait_unless

if TYPE_CHECKING:
    from qa_eval.asking.outcome import Trouble

LIMITED = "rate_limited"
STRAINED = {"server", "timeout", "connection", "crashed"}
SLOWER = 0.95  # of the rate at which answers came
FASTER = 0.1  # calls a second more for each answer: a tenth more each second
SLOWEST = 0.2  # calls a second
FIRST_RATE = 2.0  # calls a second for a server that limits before it has answered anything
CUT_EVERY = 0.05  # seconds in which many refusals are one
FAST = 5_000.0  # calls a second that no limit is below
RECENT = 32  # answers by which the rate is measured


class Flow:
    """The calls of one answerer, ``most`` at once. Belongs to one event loop."""

    def __init__(self, most: int) -> None:
        self.window = float(most)
        self.rate = inf
        self._most = most
        self._calm = True
        self._flying = 0
        self._next = self._held = 0.0
        self._cut = -inf
        self._answered: deque[float] = deque(maxlen=RECENT)
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self, stopping: asyncio.Event) -> float:
        """Wait until a call may be made, and return that moment. Raises Stopped when ``stopping`` is set before."""
        loop = asyncio.get_running_loop()
        if not self._calm:
            while self._flying >= int(self.window):
                place: asyncio.Future[None] = loop.create_future()
                self._waiting.append(place)
                await place
                if stopping.is_set():
                    raise Stopped
        self._flying += 1
        try:
            while not self._calm and (mine := max(loop.time(), self._next, self._held)) > loop.time():
                self._next = mine + 1 / self.rate
                await wait_unless(stopping, mine - loop.time())
                if self._held <= loop.time():
                    break
            else:
                self._next = loop.time() + 1 / self.rate
        except BaseException:
            self._free()
            raise
        return loop.time()

    def leave(self, entered: float, wrong: Trouble | None) -> None:
        """Take note of what came of a call that was let in at ``entered``."""
        now = asyncio.get_running_loop().time()
        if wrong is None:
            self._answered.append(now)
            if not self._calm:
                self._recover()
        elif wrong.failure.kind == LIMITED and wrong.retryable:
            self._slow_down(now, wrong.retry_after)
        elif wrong.failure.kind in STRAINED and entered > self._cut:
            self._calm = False
            self._cut = now
            self.window = max(1.0, self.window / 2)
        self._free()

    def give_up(self) -> None:
        """Let everybody go on who waits, to see that the run is over."""
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)

    def _free(self) -> None:
        self._flying -= 1
        for _ in range(int(self.window) - self._flying):
            while self._waiting and self._waiting[0].done():
                self._waiting.popleft()
            if not self._waiting:
                return
            self._waiting.popleft().set_result(None)

    def _slow_down(self, now: float, pause: float | None) -> None:
        self._calm = False
        if pause is not None:
            self._held = max(self._held, now + pause)
        if now - self._cut < CUT_EVERY:
            return
        self._cut = now
        if len(self._answered) > 1:
            seen = len(self._answered) / max(now - self._answered[0], 1 / FAST)
            self.rate = max(SLOWEST, min(self.rate, SLOWER * seen))
        else:
            self.rate = max(SLOWEST, SLOWER * min(self.rate, FIRST_RATE))

    def _recover(self) -> None:
        self.window = min(float(self._most), self.window + 1 / self.window)
        self.rate = self.rate + FASTER if self.rate < FAST else inf
        self._calm = self.rate == inf and self.window >= self._most and self._held < self._answered[-1]
