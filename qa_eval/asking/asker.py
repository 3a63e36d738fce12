"""One answerer of any shape, asked with patience; what goes wrong becomes data on the answer."""

from __future__ import annotations

import asyncio
from inspect import isawaitable, iscoroutinefunction
from typing import TYPE_CHECKING

from qa_eval.asking.beside import beside
from qa_eval.asking.calls import Calls
from qa_eval.asking.children import Children
from qa_eval.asking.flow import LIMITED, STRAINED, Flow
from qa_eval.asking.outcome import Came, failed, read_many, read_one, trouble
from qa_eval.asking.patience import Pace, Patience, Stopped, wait_unless
from qa_eval.asking.shapes import DEFAULT_BATCH, Shape, shape_of
from qa_eval.conditions import named
from qa_eval.errors import PluginError
from qa_eval.model import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.asking.outcome import Trouble
    from qa_eval.model import Prediction, Request

OUT_OF_REACH = {*STRAINED, LIMITED, "refused"}  # kinds of failure that the next question will meet as well
LONG_WAIT = 20.0  # seconds for one answer of a server that keeps asking to slow down, after which that is said
SLOWED = "an answer is waited for ten minutes at most; with --retries 0 it is not waited for"
FEWEST_FAILURES = 32  # in a row, before nothing more is asked
TOGETHER = 32  # questions that an answerer which looks up and returns is handed at once, though it is called for each


class Asker:
    """An answerer of any accepted shape. ``identity`` changes when its answers may ("" where that is not known).

    ``identified`` tells whether its name and identity say everything that its answers depend on, as far as can be known: where
    it is made from a spec, or its source is known; ``instant``: it looks up, and there is nothing to wait for. ``plain_name`` is its name without the ``condition`` under which it is asked;
    ``alter`` changes a request by that condition, before it is looked up or asked. ``together`` is how many requests ``ask`` takes
    at once, ``batch_size`` how many the answerer itself is given in a call. ``broken`` says why it is asked no more, "" as long as it is: so many failures in a row that the next would fail too.
    """

    def __init__(
        self, name: str, answerer: object, patience: Patience, identity: str = "", *, spec: bool = False
    ) -> None:
        self.name = self.plain_name = name
        self.condition = ""
        self.alter: Callable[[Request], Request] = _as_it_is
        self.broken = ""
        self.identity = str(getattr(answerer, "identity", "")) or identity
        self.identified = bool(self.identity) or spec
        self.stored = getattr(answerer, "stored", None) is True
        self._answerer = answerer
        self._patience = patience
        self._shape = shape_of(answerer, name)
        self.batch_size = _number(answerer, name, "batch_size", DEFAULT_BATCH) if self._shape.batched else 1
        self.concurrency = min(patience.concurrency, _number(answerer, name, "concurrency", self._usual_concurrency()))
        fewer = self.concurrency < patience.concurrency
        self._places = asyncio.Semaphore(self.concurrency) if fewer else None
        self.instant = instant = getattr(answerer, "instant", None) is True
        self._calls = Calls(self._shape, self.concurrency, instant=instant)
        self._children = Children()
        looks_up = instant and not (self._shape.batched or self._shape.is_async or patience.rate or self._places)
        self.together = TOGETHER if looks_up else self.batch_size
        self._flow = Flow(self.concurrency)
        self._failures = 0  # in a row
        self._told = False  # that it keeps asking to slow down
        self._pace = Pace(patience.rate) if patience.rate else None
        self._stopping = asyncio.Event()
        prepare = None if isinstance(answerer, type) else getattr(answerer, "prepare", None)
        self._prepare: Callable[[], object] | None = prepare if callable(prepare) else None
        self._preparing: asyncio.Future[None] | None = None
        self._unready: Failure | None = None

    def ask_under(self, condition: str, alter: Callable[[Request], Request]) -> None:
        """Take the name of a condition, and have ``alter`` change what is asked."""
        self.name, self.condition, self.alter = named(self.plain_name, condition), condition, alter

    async def ask(self, requests: Sequence[Request]) -> Sequence[Prediction]:
        """Return one prediction a request; requests share one document and are at most ``together``.

        Never raises for what the answerer does. Raises Stopped when it was not asked: ``stop`` was called, or it is ``broken``.
        """
        if self.together == self.batch_size:
            return await self._ask(requests)
        await asyncio.sleep(0)  # so that a run can be stopped
        if self._stopping.is_set() or self.broken:
            raise Stopped
        found: list[Prediction] = []
        for request in requests:
            came = self._calls.look_up([request])
            if came is None or came.error is not None:
                found += await self._ask([request], came)
            else:
                found.append(read_one(came.value, came.seconds, 1))
        return found

    async def _ask(self, requests: Sequence[Request], first: Came | None = None) -> Sequence[Prediction]:
        """Ask until there is an answer, or no more is to be had; ``first`` is what came of an attempt that was made already."""
        if self._prepare is not None:
            await self._ready(self._prepare)
        if self._unready is not None:
            return failed(self._unready, len(requests), 0.0, 1)
        attempts = limited = 0
        now = asyncio.get_running_loop().time
        began = now()
        wrong: Trouble | None
        while True:
            attempts += 1
            if first is not None and first.error is not None:
                came, wrong, first = first, trouble(first.error), None
            elif self._places is None:
                came, wrong = await self._call(requests)
            else:
                async with self._places:
                    came, wrong = await self._call(requests)
            if wrong is None:
                break
            if self._patience.waits(wrong, now() - began):
                limited += 1  # the flow has the next attempt wait
                self._say_so(wrong, now() - began)
                continue
            pause = self._patience.pause(wrong, attempts - limited)
            if pause is None:
                self._count_failure(wrong)
                return failed(wrong.failure, len(requests), came.seconds, attempts)
            await wait_unless(self._stopping, pause)
        self._failures = 0
        if self._shape.batched:
            return read_many(came.value, len(requests), came.seconds, attempts)
        return [read_one(came.value, came.seconds, attempts)]

    def _say_so(self, wrong: Trouble, waited: float) -> None:
        """Say once that a server keeps asking to slow down, where an answer has been waited for a while."""
        if waited > LONG_WAIT and not self._told:
            self._told = True
            self._calls.notice(f"it keeps asking to slow down ({wrong.failure.message}): {SLOWED}")

    async def _ready(self, prepare: Callable[[], object]) -> None:
        """Have the answerer get ready, once, before its first call and outside of the time of its answers."""
        if self._preparing is None:
            self._preparing = asyncio.ensure_future(self._prepared(prepare))
        await asyncio.shield(self._preparing)
        self._prepare = None  # nothing is left of it for the questions that follow

    async def _prepared(self, prepare: Callable[[], object]) -> None:
        try:
            made = await asyncio.get_running_loop().run_in_executor(None, _beside, prepare)
            if isawaitable(made):
                await made
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it raises, its answers would be worth nothing
            wrong = trouble(error).failure
            self._unready = Failure(wrong.kind, f"its prepare() failed: {wrong.message}")
            self._calls.notice(self._unready.message)

    def _usual_concurrency(self) -> int:
        """Return how many calls at once an answerer gets that does not say.

        A blocking ``answer_batch`` is mostly a model in this process, which does its work side by side already.
        """
        if self._shape.batched and not self._shape.is_async:
            return 1
        return max(1, self._patience.concurrency // self.batch_size)

    async def _call(self, requests: Sequence[Request]) -> tuple[Came, Trouble | None]:
        if self._pace is not None:
            await self._pace.turn(self._stopping)
        entered = await self._flow.enter(self._stopping)
        wrong: Trouble | None = None
        try:
            if self._stopping.is_set() or self.broken:
                raise Stopped
            came = await self._calls.make(requests, self._patience.timeout * len(requests))
            wrong = None if came.error is None else trouble(came.error, taken_back=self.on_loop)
        finally:
            self._flow.leave(entered, wrong)
        return came, wrong

    def _count_failure(self, wrong: Trouble) -> None:
        """Ask nothing more after a whole row of failures that the next question will meet as well."""
        self._failures = self._failures + 1 if wrong.failure.kind in OUT_OF_REACH else 0
        if self._failures >= max(FEWEST_FAILURES, self.concurrency) and not self.broken:
            said = wrong.failure
            self.broken = f"{self._failures} failures in a row, the last: {said.kind}: {said.message}"
            self._calls.notice(f"asked no more after {self.broken}")
            self._flow.give_up()

    @property
    def on_loop(self) -> bool:
        """Whether its calls run on the event loop, so that whatever holds that up lengthens them."""
        return self._shape.is_async

    def listen(self, notice: Callable[[str], None]) -> None:
        """Have ``notice`` told what a person should know now."""
        self._calls.notice = lambda text: notice(f"{self.name}: {text}")

    def stop(self) -> None:
        """Ask nothing more; what was asked already is still waited for."""
        self._stopping.set()
        self._flow.give_up()

    async def close(self, limit: float = 10.0) -> None:
        """Let the answerer close what it holds, for so many seconds; what goes wrong is said in a notice."""
        self._calls.close()
        await self._close(limit)
        if self._calls.stuck:
            await asyncio.get_running_loop().run_in_executor(None, self._children.end)

    async def _close(self, limit: float) -> None:
        close = getattr(self._answerer, "close", None)
        if not callable(close) or isinstance(self._answerer, type):
            return
        closing = Calls(Shape(lambda _: close(), iscoroutinefunction(close), batched=False), 1)
        came = await closing.make((), limit)
        closing.close()
        if came.error is not None:
            self._calls.notice(f"its close() failed: {trouble(came.error).failure.message}")


def _beside(prepare: Callable[[], object]) -> object:
    with beside():
        return prepare()


def _as_it_is(request: Request) -> Request:
    return request


def _number(answerer: object, name: str, attribute: str, default: int) -> int:
    number = getattr(answerer, attribute, None)
    if number is None:
        return default
    if not isinstance(number, int) or number < 1:
        raise PluginError(f"{name} has {attribute} {number!r}", hint=f"{attribute} is a whole number from 1")
    return number
