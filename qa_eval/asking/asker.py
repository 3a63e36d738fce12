"""One answerer, asked with patience: time limit, retries with back-off, a rate; what goes wrong becomes data."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.asking.outcome import Trouble, failed, read_many, read_one, trouble
from qa_eval.asking.shapes import DEFAULT_BATCH, shape_of
from qa_eval.asking.threads import Threads
from qa_eval.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Dataset, Prediction, Request

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0


class Stopped(Exception):  # noqa: N818 - no error: the run was asked to stop before the question was answered
    """The run was asked to stop before the question was answered."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for an answer (``timeout`` seconds), how often to ask again, how many calls a minute and at once."""

    timeout: float = 60.0
    retries: int = 2
    rate: float | None = None
    concurrency: int = 64


class Asker:
    """An answerer of any accepted shape. ``identity`` changes when its answers may ("" where that is not known)."""

    def __init__(self, name: str, answerer: object, patience: Patience, identity: str = "") -> None:
        self.name = name
        self.identity = identity or str(getattr(answerer, "identity", ""))
        self._answerer = answerer
        self._patience = patience
        self._shape = shape_of(answerer, name)
        self.batch_size = int(getattr(answerer, "batch_size", DEFAULT_BATCH)) if self._shape.batched else 1
        self._threads = Threads(patience.concurrency)
        self._stopping = asyncio.Event()

    async def ask(self, requests: Sequence[Request]) -> Sequence[Prediction]:
        """Return one prediction a request; requests share one document and are at most ``batch_size``.

        Never raises for what the answerer does. Raises Stopped when ``stop`` was called before there was an answer.
        """
        attempts = 0
        while True:
            if self._stopping.is_set():
                raise Stopped
            attempts += 1
            started = perf_counter()
            try:
                value, seconds = await self._call(requests)
            except Exception as error:  # noqa: BLE001 - whatever an answerer raises is data on its answer
                went_wrong = trouble(error)
                seconds = perf_counter() - started
            else:
                if self._shape.batched:
                    return read_many(value, len(requests), seconds, attempts)
                return [read_one(value, seconds, attempts)]
            if attempts > self._patience.retries or not went_wrong.retryable:
                return failed(went_wrong.failure, len(requests), seconds / len(requests), attempts)
            await self._pause(_pause(went_wrong, attempts))

    def stop(self) -> None:
        """Ask nothing more; what was asked already is still waited for."""
        self._stopping.set()

    async def close(self) -> None:
        """Let the answerer close what it holds."""
        close = getattr(self._answerer, "close", None)
        if callable(close):
            closing = close()
            if asyncio.iscoroutine(closing):
                await closing
        self._threads.close()

    async def _call(self, requests: Sequence[Request]) -> tuple[object, float]:
        limit = self._patience.timeout * len(requests)
        started = perf_counter()
        scope = asyncio.timeout(limit)
        try:
            async with scope:
                if self._shape.is_async:
                    value = await self._shape.call(requests)  # type: ignore[misc]  # an async shape returns an awaitable
                    return value, perf_counter() - started
                return await self._threads.run(self._shape.call, requests)
        except TimeoutError as error:
            if scope.expired():
                raise _Late(f"no answer within {limit:g} s") from error
            raise

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return


def _pause(went_wrong: Trouble, attempts: int) -> float:
    """Return the seconds to wait before the next attempt: doubling, with jitter, and no less than the server asked for."""
    backed_off = FIRST_PAUSE * (1 << (attempts - 1)) * random.uniform(0.5, 1.0)  # noqa: S311 - spreads calls, guards nothing
    return min(LONGEST_PAUSE, max(backed_off, went_wrong.retry_after or 0.0))


class _Late(Exception):  # noqa: N818 - tells the time limit of ours from a TimeoutError of the answerer's
    pass


def make_answerer(answerer: object, dataset: Dataset, patience: Patience | None = None, name: str = "") -> Asker:
    """Return the asker of a spec, a function, an object or a class that is made without arguments.

    Raises SpecError or PluginError when there is no such answerer or it has no accepted shape.
    """
    patience = patience or Patience()
    if not isinstance(answerer, str):
        if getattr(answerer, "receives_gold", False):
            raise PluginError(f"{name or answerer} claims the accepted answers, which only a built-in answerer may")
        shown = name or getattr(answerer, "__name__", type(answerer).__name__)
        return Asker(shown, answerer() if isinstance(answerer, type) else answerer, patience)
    plugin, _, _ = plugins.read_spec("answerers", answerer)
    given: dict[str, object] = {}
    if getattr(plugin.load(), "receives_gold", False):
        if plugin.origin != "built-in":
            raise PluginError(
                f"{plugin.name!r} ({plugin.origin}) claims the accepted answers, which only a built-in may"
            )
        given["questions"] = dataset.questions
    return Asker(name or answerer, plugins.make("answerers", answerer, **given), patience)
