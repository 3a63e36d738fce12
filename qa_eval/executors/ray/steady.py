"""A thread that stays: the processes that Ray starts end with the thread that started them."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class SteadyThread:
    """One thread for all that blocks: the processes that Ray starts end with the thread that started them."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[tuple[Callable[[], object], Future[Any]] | None] = SimpleQueue()
        threading.Thread(target=self._work, daemon=True, name="qa-eval ray").start()

    def call(self, function: Callable[[], T]) -> asyncio.Future[T]:
        """Make the call there."""
        future: Future[T] = Future()
        self._calls.put((function, future))
        return asyncio.wrap_future(future)

    def end(self) -> None:
        """Let the thread end."""
        self._calls.put(None)

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            function, future = call
            try:
                future.set_result(function())
            except BaseException as error:  # noqa: BLE001 - raised where it is awaited
                future.set_exception(error)
