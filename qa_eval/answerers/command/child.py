"""One running copy of a program: a line in, a line out, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, cast

from qa_eval.answerers._texts import one_line
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from collections.abc import Callable

STDIN, STDOUT, STDERR = 0, 1, 2
GRACE = 2.0  # seconds from the end of its input to its own end
LINGER = 0.5  # seconds between a program's end and the end of its output, which a process of its own may keep open
KEPT = 4096  # bytes of stderr
SHOWN = 300


class Ended(Exception):  # noqa: N818 - the program's end is no error of ours
    """The program ended, or closed its output, before it answered; ``in_order`` when with status 0."""

    def __init__(self, how: str, *, in_order: bool = False) -> None:
        super().__init__(how)
        self.in_order = in_order


class Child(asyncio.SubprocessProtocol):
    """A copy of the program in a process group of its own, which is killed as a whole.

    ``waiting``: a question is not answered yet; ``surplus``: it printed more than it was asked for; ``answered``: how often.
    """

    def __init__(self, max_bytes: int, forget: Callable[[Child], None]) -> None:
        self._max_bytes = max_bytes
        self._forget = forget
        self._transport: asyncio.SubprocessTransport | None = None
        self._reply: asyncio.Future[bytes] | None = None
        self._output = bytearray()
        self._searched = 0
        self._errors = bytearray()
        self._open = True
        self._pipes = {STDOUT, STDERR}
        self._over = asyncio.Event()
        self.pid = 0
        self.answered = 0

    @property
    def waiting(self) -> bool:
        """Whether a question is not answered yet."""
        return self._reply is not None

    @property
    def surplus(self) -> bool:
        """Whether it printed something behind its last answer, which must not be taken for the next one."""
        return bool(self.answered and self._output)

    @property
    def ready(self) -> bool:
        """Whether it can be asked."""
        return self._open and not self._over.is_set()

    async def ask(self, line: bytes) -> bytes:
        """Send a line and return the line that comes back, without its end.

        What it printed before it was asked for the first time counts, so that it does not matter how fast it was.
        Raises Ended when the program does, and AnswererError for a line that is too long.
        """
        self._reply = asyncio.get_running_loop().create_future()
        self._read()
        if not self._reply.done():
            self._send(line)
        reply = await self._reply
        self._reply = None  # left in place by a failure: such a copy is not asked again
        self.answered += 1
        return reply

    def _send(self, line: bytes) -> None:
        if self._transport is None or not self.ready:
            self._give_up_soon()
            return
        pipe = cast("asyncio.WriteTransport", self._transport.get_pipe_transport(STDIN))  # typeshed knows no direction
        pipe.write(line)

    async def end(self) -> None:
        """Close its input, and kill it when it does not end by that."""
        pipe = self._transport.get_pipe_transport(STDIN) if self._transport else None
        if pipe is not None:
            pipe.close()
        try:
            async with asyncio.timeout(GRACE):
                await self._over.wait()
        except TimeoutError:
            pass
        self.kill()
        await self._over.wait()

    def kill(self) -> None:
        """Kill it and everything that it started; it is let go of when its end is known.

        Not before: a transport that is closed takes the end's status away from asyncio, which then warns and makes one up.
        """
        self.kill_group()
        if self._over.is_set() and self._transport is not None:
            self._transport.close()

    def kill_group(self) -> None:
        """Kill it and everything that it started."""
        self._open = False
        if not self._over.is_set():  # otherwise that is done, and its number may be another's by now
            self._signal_group()

    def last_words(self) -> str:
        """Return a line that it did not end and the end of what it wrote to stderr, as the tail of a message; "" for nothing."""
        begun = one_line(self._output.decode("utf-8", "replace"), SHOWN)
        unended = f", it printed {begun} without the end of the line" if begun else ""
        return unended + self._last_errors()

    def _last_errors(self) -> str:
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        return f"; its stderr ends: {one_line(' | '.join(lines[-3:])[-SHOWN:], SHOWN)}" if lines else ""

    # what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the process."""
        self._transport = cast("asyncio.SubprocessTransport", transport)  # asyncio's own promise for this protocol
        self.pid = self._transport.get_pid()

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Take what it printed."""
        if fd != STDOUT:
            self._errors += data
            del self._errors[:-KEPT]
            return
        self._output += data
        if self._reply is None or self._reply.done():
            del self._output[self._max_bytes + 2 :]  # more than can be a line and its end, and room for no flood
        else:
            self._read()

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        """Note the end of its output: there can be no answer any more."""
        del exc
        self._pipes.discard(fd)
        self._open = self._open and fd != STDOUT
        if fd == STDOUT or self._over.is_set():
            self._give_up_soon()

    def process_exited(self) -> None:
        """Note its end, and kill what it left behind."""
        self._over.set()
        self._signal_group()
        self._forget(self)
        self._give_up_soon()

    def _give_up_soon(self) -> None:
        all_read = self._over.is_set() and not self._pipes
        asyncio.get_running_loop().call_later(0 if all_read else LINGER, self._give_up)

    def _read(self) -> None:
        """Take the first line of what it printed for its answer, as soon as it is whole."""
        end = self._output.find(b"\n", self._searched)
        self._searched = len(self._output)
        whole = bytes(self._output[:end]).removesuffix(b"\r") if end >= 0 else None
        if len(self._output if whole is None else whole) > self._max_bytes:
            self._fail(AnswererError("garbage", f"the program printed a line of more than {self._max_bytes:,} bytes"))
        elif whole is not None and self._reply is not None:
            del self._output[: end + 1]
            self._searched = 0
            self._reply.set_result(whole)

    def _give_up(self) -> None:
        self._open = False
        if self._over.is_set() and self._transport is not None:
            self._transport.close()
        if self._reply is None or self._reply.done():
            return
        ended = self._how_it_ended()
        if ended.in_order and self._output:  # its last line, which it did not end
            self._reply.set_result(bytes(self._output))
        else:
            self._fail(ended)

    def _fail(self, error: Exception) -> None:
        if self._reply is not None and not self._reply.done():
            self._reply.set_exception(error)

    def _how_it_ended(self) -> Ended:
        code = self._transport.get_returncode() if self._transport else None
        if code is None:
            return Ended("closed its output")
        if code < 0:
            known = {number.value: number.name for number in signal.Signals}
            return Ended(f"was killed by {known.get(-code, f'signal {-code}')}")
        return Ended(f"ended with status {code}", in_order=code == 0)

    def _signal_group(self) -> None:
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # nothing is left, or only what is not ours any more
            return
