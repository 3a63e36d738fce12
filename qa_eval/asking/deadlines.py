"""Time limits for many calls at once, by one timer: a timer a call would cost more than a quick call takes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

LONGEST_STEP, SHORTEST_STEP = 0.25, 0.001  # seconds between two looks
STEPS = 20  # looks within the shortest limit: so far, a twentieth of it, may a limit be overdrawn


class Deadlines(Generic[T]):
    """Gives every future that is not done in time a result of its own, ``late(limit)``. Belongs to one event loop."""

    def __init__(self, late: Callable[[float], T]) -> None:
        self._late = late
        self._open: dict[asyncio.Future[T], tuple[float, float]] = {}
        self._step = LONGEST_STEP
        self._looking = False

    async def wait(self, future: asyncio.Future[T], limit: float) -> T:
        """Return the future's result, or ``late(limit)`` after that many seconds."""
        loop = asyncio.get_running_loop()
        self._open[future] = loop.time() + limit, limit
        self._step = min(self._step, max(SHORTEST_STEP, limit / STEPS))
        if not self._looking:
            self._looking = True
            loop.call_later(self._step, self._look, loop)
        try:
            return await future
        finally:
            del self._open[future]

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        for future, (deadline, limit) in self._open.items():
            if deadline <= now and not future.done():
                future.set_result(self._late(limit))
        self._looking = bool(self._open)
        if self._looking:
            loop.call_later(self._step, self._look, loop)
        else:
            self._step = LONGEST_STEP
