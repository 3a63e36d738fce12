"""An event loop in a daemon thread of its own: an answerer that holds it up can hold up neither Ctrl-C nor the end."""

from __future__ import annotations

import asyncio
import threading
from time import monotonic
from typing import TYPE_CHECKING

from qa_eval.asking import LooseThreads
from qa_eval.engine.timely import new_event_loop

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

LEFT_OVER = 1.0  # seconds that tasks get to end after they were cancelled


class LoopThread:
    """Runs ``work`` to its end, beginning at once; ``error`` is what it raised, once ``done`` is set."""

    def __init__(self, work: Callable[[], Coroutine[object, object, None]]) -> None:
        self.done = threading.Event()
        self.error: BaseException | None = None
        self._loop = new_event_loop()
        self._task: asyncio.Task[None] | None = None
        self._work = work
        self._beat = monotonic()
        threading.Thread(target=self._run, daemon=True, name="qa-eval run").start()

    def call(self, function: Callable[[], object]) -> None:
        """Have the loop call a function soon; nothing when it has ended."""
        try:
            self._loop.call_soon_threadsafe(function)
        except RuntimeError:  # it ended in between
            return

    def cancel(self) -> None:
        """Stop now."""
        self.call(lambda: self._task and self._task.cancel())

    def held_up(self) -> float:
        """Return for how many seconds the loop has not answered; to be called again and again."""
        self.call(self._answer)
        return monotonic() - self._beat

    def _answer(self) -> None:
        self._beat = monotonic()

    def _run(self) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        loop.set_default_executor(LooseThreads())
        try:
            self._task = loop.create_task(self._work())
            loop.run_until_complete(self._task)
        except BaseException as error:  # noqa: BLE001 - the thread that started the run raises it
            self.error = error
        finally:
            self.done.set()
            self._clean_up()

    def _clean_up(self) -> None:
        """End what is left on the loop; what does not end in time is left behind."""
        loop = self._loop
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left, timeout=LEFT_OVER))
        loop.run_until_complete(loop.shutdown_asyncgens())
        if not asyncio.all_tasks(loop):
            loop.close()
