"""The running copies of a program: started when they are needed, asked one question at a time, none left behind."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import subprocess
import sys
from typing import TYPE_CHECKING

from qa_eval.answerers.command.child import Child, Ended
from qa_eval.answerers.command.reply import StrayError
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Prediction

    Reader = Callable[[bytes], "str | Prediction"]

HOPELESS = {errno.ENOENT, errno.EACCES, errno.ENOEXEC}
# Lives in a session of its own and learns by the end of its input that we are gone, however that came; then it kills the
# process groups that are still there. PR_SET_PDEATHSIG would need code between fork and exec, and reach no grandchild.
REAPER = """
import os, signal, sys
groups = set()
for line in sys.stdin.buffer:
    (groups.add if line[:1] == b"+" else groups.discard)(int(line[1:]))
for group in groups:
    try:
        os.killpg(group, signal.SIGKILL)
    except OSError:
        pass
"""


class Pool:
    """Up to ``limit`` copies of a program, for one event loop."""

    def __init__(self, arguments: list[str], limit: int, max_bytes: int) -> None:
        self._arguments = arguments
        self._max_bytes = max_bytes
        self._loop = asyncio.get_running_loop()
        self._free = asyncio.Semaphore(limit)
        self._idle: list[Child] = []  # the last one used is the first one taken: no more copies than questions at once
        self._alive: set[Child] = set()
        self._reaper: subprocess.Popen[bytes] | None = None

    def is_of_this_loop(self) -> bool:
        """Whether the copies can be asked from the running event loop; if not, they are killed."""
        if self._loop is asyncio.get_running_loop():
            return True
        for child in self._alive:
            child.kill_group()
        self._end_reaper()
        return False

    async def ask(
        self,
        line: bytes,
        timeout: float,  # noqa: ASYNC109 - says in its message what the limit was
        read: Reader,
    ) -> str | Prediction:
        """Return what ``read`` makes of the line that a copy answers. Raises AnswererError of the kind that fits.

        A copy that prints what is no answer is asked nothing more: what else it prints would pass for later answers.
        """
        async with self._free:
            child = self._take() or await self._start()
            try:
                async with asyncio.timeout(timeout):
                    return await self._answered(child, line, read)
            except TimeoutError:
                said = child.last_words()
                raise AnswererError("timeout", f"the program gave no answer within {timeout:g} s{said}") from None
            finally:
                self._give_back(child)

    async def close(self) -> None:
        """End every copy, kindly first."""
        if not self.is_of_this_loop():
            return
        self._idle.clear()
        await asyncio.gather(*(child.end() for child in list(self._alive)))
        self._end_reaper()

    async def _answered(self, child: Child, line: bytes, read: Reader) -> str | Prediction:
        used = child.answered > 0
        try:
            return await _said(child, line, read)
        except Ended as ended:
            if not (ended.in_order and used):
                raise _crashed(ended, child) from None
        except StrayError:
            if not used:
                raise
        # the copy answers one question and ends, and was about to; or it printed something behind its last answer
        fresh = await self._start()
        try:
            return await _said(fresh, line, read)
        except Ended as ended:
            raise _crashed(ended, fresh) from None
        finally:
            self._give_back(fresh)

    def _take(self) -> Child | None:
        while self._idle:
            child = self._idle.pop()
            if child.ready and not child.surplus:
                return child
            child.kill()
        return None

    def _give_back(self, child: Child) -> None:
        if child.ready and not child.waiting:
            self._idle.append(child)
        else:
            child.kill()

    async def _start(self) -> Child:
        try:
            transport, child = await self._loop.subprocess_exec(
                lambda: Child(self._max_bytes, self._forget), *self._arguments, start_new_session=True
            )
        except OSError as error:
            retryable = error.errno not in HOPELESS
            raise AnswererError(
                "crashed", f"the program does not start: {error.strerror or error}", retryable=retryable
            ) from None
        self._alive.add(child)
        self._tell_reaper(f"+{transport.get_pid()}\n")
        return child

    def _forget(self, child: Child) -> None:
        self._alive.discard(child)
        self._tell_reaper(f"-{child.pid}\n")

    def _tell_reaper(self, line: str) -> None:
        if self._reaper is None:
            self._reaper = subprocess.Popen(  # noqa: S603 - our own interpreter and our own text
                [sys.executable, "-I", "-S", "-c", REAPER],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
            )
        if self._reaper.stdin is not None and not self._reaper.stdin.closed:
            with contextlib.suppress(BrokenPipeError):  # somebody killed it: then there is none
                self._reaper.stdin.write(line.encode())

    def _end_reaper(self) -> None:
        if self._reaper is not None and self._reaper.stdin is not None:
            self._reaper.stdin.close()
            self._reaper.wait()


async def _said(child: Child, line: bytes, read: Reader) -> str | Prediction:
    reply = await child.ask(line)
    try:
        return read(reply)
    except AnswererError as error:
        if error.kind == "garbage":
            child.kill()
        raise


def _crashed(ended: Ended, child: Child) -> AnswererError:
    return AnswererError("crashed", f"the program {ended}{child.last_words()}", retryable=True)
