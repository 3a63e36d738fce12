"""Turns of the event loop: what came together goes on a few at a time, so that none waits until all others are through."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import Future

EACH = 4  # at most: to score as many takes less than the loop's own clock can tell apart


class Turns:
    """Lets so many of those who wait go on in one turn of the loop, first come, first served. Belongs to one event loop.

    Where many answers come at once, the questions after the first of them are out before the last is scored; else everybody
    who waits for a slow answerer would wait for the whole row, again and again.
    """

    def __init__(self, each: int = EACH) -> None:
        self._each = self._left = each
        self._waiting: deque[Future[None]] = deque()
        self._counting = False

    async def take(self) -> None:
        """Return in this turn of the loop, or in the first that has room."""
        if not self._counting:
            self._counting = True
            get_running_loop().call_soon(self._next)
        if self._left and not self._waiting:
            self._left -= 1
            return
        turn = get_running_loop().create_future()
        self._waiting.append(turn)
        await turn

    def _next(self) -> None:
        self._left = self._each
        while self._left and self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():  # cancelled
                turn.set_result(None)
                self._left -= 1
        self._counting = self._left < self._each
        if self._counting:
            get_running_loop().call_soon(self._next)
