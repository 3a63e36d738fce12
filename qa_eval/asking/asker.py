"""One answerer of any shape, asked with patience; what goes wrong becomes data on the answer."""

from __future__ import annotations

import asyncio
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING

from qa_eval.asking.calls import Calls
from qa_eval.asking.outcome import Came, failed, read_many, read_one, trouble
from qa_eval.asking.patience import Pace, Patience, Stopped, wait_unless
from qa_eval.asking.shapes import DEFAULT_BATCH, Shape, shape_of
from qa_eval.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Prediction, Request


class Asker:
    """An answerer of any accepted shape. ``identity`` changes when its answers may ("" where that is not known)."""

    def __init__(self, name: str, answerer: object, patience: Patience, identity: str = "") -> None:
        self.name = name
        self.identity = str(getattr(answerer, "identity", "")) or identity
        self._answerer = answerer
        self._patience = patience
        self._shape = shape_of(answerer, name)
        self.batch_size = _number(answerer, name, "batch_size", DEFAULT_BATCH) if self._shape.batched else 1
        self.concurrency = min(patience.concurrency, _number(answerer, name, "concurrency", self._usual_concurrency()))
        fewer = self.concurrency < patience.concurrency
        self._places = asyncio.Semaphore(self.concurrency) if fewer else None
        self._calls = Calls(self._shape, self.concurrency)
        self._pace = Pace(patience.rate) if patience.rate else None
        self._stopping = asyncio.Event()

    async def ask(self, requests: Sequence[Request]) -> Sequence[Prediction]:
        """Return one prediction a request; requests share one document and are at most ``batch_size``.

        Never raises for what the answerer does. Raises Stopped when ``stop`` was called before it was asked.
        """
        attempts = 0
        limit = self._patience.timeout * len(requests)
        while True:
            attempts += 1
            if self._places is None:
                came = await self._call(requests, limit)
            else:
                async with self._places:
                    came = await self._call(requests, limit)
            if came.error is None:
                break
            wrong = trouble(came.error)
            pause = self._patience.pause(wrong, attempts)
            if pause is None:
                return failed(wrong.failure, len(requests), came.seconds, attempts)
            await wait_unless(self._stopping, pause)
        if self._shape.batched:
            return read_many(came.value, len(requests), came.seconds, attempts)
        return [read_one(came.value, came.seconds, attempts)]

    def _usual_concurrency(self) -> int:
        """Return how many calls at once an answerer gets that does not say.

        A blocking ``answer_batch`` is mostly a model in this process, which does its work side by side already.
        """
        if self._shape.batched and not self._shape.is_async:
            return 1
        return max(1, self._patience.concurrency // self.batch_size)

    async def _call(self, requests: Sequence[Request], limit: float) -> Came:
        if self._pace is not None:
            await self._pace.turn(self._stopping)
        if self._stopping.is_set():
            raise Stopped
        return await self._calls.make(requests, limit)

    def listen(self, notice: Callable[[str], None]) -> None:
        """Have ``notice`` told what a person should know now."""
        self._calls.notice = lambda text: notice(f"{self.name}: {text}")

    def stop(self) -> None:
        """Ask nothing more; what was asked already is still waited for."""
        self._stopping.set()

    async def close(self, limit: float = 10.0) -> None:
        """Let the answerer close what it holds, for so many seconds; what goes wrong is said in a notice."""
        self._calls.close()
        close = getattr(self._answerer, "close", None)
        if not callable(close) or isinstance(self._answerer, type):
            return
        closing = Calls(Shape(lambda _: close(), iscoroutinefunction(close), batched=False), 1)
        came = await closing.make((), limit)
        closing.close()
        if came.error is not None:
            self._calls.notice(f"its close() failed: {trouble(came.error).failure.message}")


def _number(answerer: object, name: str, attribute: str, default: int) -> int:
    number = getattr(answerer, attribute, None)
    if number is None:
        return default
    if not isinstance(number, int) or number < 1:
        raise PluginError(f"{name} has {attribute} {number!r}", hint=f"{attribute} is a whole number from 1")
    return number
