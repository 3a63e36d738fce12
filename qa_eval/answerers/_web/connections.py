"""The connections of one event loop to one server: kept, opened a few at a time, and given up where nobody takes them in.

A server keeps the connections that it has not accepted yet in a short line: five places in Python's own servers. What does
not fit there is lost, often without a word: the client tries again after a second, or believes that it is connected and
waits for ever.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pycurl

from qa_eval.answerers._web.transfers import Broken, Transfer

if TYPE_CHECKING:
    from qa_eval.answerers._web.transfers import Received, Request, Settings

CLOSED = "it was closed before the answer came"
AT_ONCE = 4
MOST_AT_ONCE = 64  # where all that come find a place
PATIENCE = 0.01  # seconds; a server that is asked takes in a connection long before it answers
NEAR_PATIENCE = 0.002  # the same on this machine, where it shows at once that a connection found no place, see below
# seconds; on this machine a connection is there at once, or it found no place and is opened again
NEAR_CONNECTS = (0.05, 0.05, 0.05, 0.05, 0.1, 0.1, 0.2, 0.4)
MOST_KEPT = 65_536
FAREWELL = 0.5  # seconds that connections get to close in; a look-up of a name that hangs may take longer


class Doorway:
    """Lets a few new connections in at a time: the next one comes when a reply came on one, or a moment later.

    With ``grows`` each that was let in makes room for another, as long as all find a place: 4 at a time, then 8, 16, ….
    """

    def __init__(self, patience: float, *, grows: bool) -> None:
        self._patience = patience
        self._grows = grows
        self._free = asyncio.Semaphore(AT_ONCE)
        self._grown = 0
        self._inside: dict[Transfer, asyncio.TimerHandle] = {}

    async def enter(self, transfer: Transfer) -> None:
        """Wait until ``transfer`` may open a connection."""
        self.leave(transfer)
        await self._free.acquire()
        self._inside[transfer] = asyncio.get_running_loop().call_later(self._patience, self._passed, transfer)

    def leave(self, transfer: Transfer, *, refused: bool = False) -> None:
        """Say that ``transfer`` has its reply, or was ``refused`` a place; nothing when it left before."""
        if refused:
            self._grows = False
        timer = self._inside.pop(transfer, None)
        if timer is None:
            return
        timer.cancel()
        self._release()

    def _passed(self, transfer: Transfer) -> None:
        """Let the next one in; one more where the server takes in all that come."""
        del self._inside[transfer]
        self._release()
        if self._grows and AT_ONCE + self._grown < MOST_AT_ONCE:
            self._grown += 1
            self._free.release()

    def _release(self) -> None:
        """Give a place free, unless it is one that there should not have been."""
        if self._grown and not self._grows:
            self._grown -= 1
        else:
            self._free.release()


class Connections:
    """Sends requests on kept connections, as many at once as are asked for, and opens further ones as the doorway lets it.

    Belongs to the event loop that runs; ``near`` says that the server is on this machine.
    """

    def __init__(self, settings: Settings, *, near: bool) -> None:
        self._settings = settings
        self._near = near
        self._multi = pycurl.AsyncCurlMulti()
        self._multi.setopt(pycurl.M_MAXCONNECTS, MOST_KEPT)
        self._doorway = Doorway(NEAR_PATIENCE if near else PATIENCE, grows=near)
        self._idle: list[Transfer] = []
        self._under_way: set[Transfer] = set()
        self._closed = asyncio.Event()
        self._ports: dict[tuple[str, int], int] = {}
        self._kept = 0  # open connections that no request uses; a server may have closed some since

    async def ask(self, request: Request) -> Received:
        """Send a request and return what comes back. Raises Broken."""
        transfer = self._idle.pop() if self._idle else Transfer(self._settings, self._ports)
        try:
            received = await self._send(transfer, request)
        except BaseException:
            transfer.curl.close()
            raise
        self._idle.append(transfer)
        self._kept += received.head.keeps and not received.cut
        return received

    async def close(self) -> None:
        """Close the connections; what is still asked ends as Broken.

        libcurl waits for looked up names to the end, and nobody should wait with it: it closes in a thread of its own.
        """
        self._closed.set()
        for transfer in tuple(self._under_way):
            with suppress(RuntimeError, pycurl.error):  # it has just ended
                self._multi.remove_handle(transfer.curl)
        await asyncio.sleep(0)  # those who asked hear of it first
        loop, gone = asyncio.get_running_loop(), asyncio.Event()

        def close() -> None:
            asyncio.run(self._multi.aclose())
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(gone.set)

        threading.Thread(target=close, daemon=True, name="qa-eval closing").start()
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await gone.wait()

    async def _send(self, transfer: Transfer, request: Request) -> Received:
        tries = iter(NEAR_CONNECTS if self._near else ())
        try:
            while True:
                opens, within = not self._kept, 0.0
                if opens:
                    await self._doorway.enter(transfer)
                    within = next(tries, 0.0)
                self._kept -= not opens
                transfer.start(request, opens=opens, connect_within=within)
                try:
                    await self._perform(transfer)
                    return transfer.received()
                except pycurl.error as error:
                    if transfer.refused:
                        self._kept = 0  # it would have taken one
                    lost = bool(within) and _found_no_place(transfer, error)
                    if lost:
                        self._doorway.leave(transfer, refused=True)
                    again = transfer.refused or transfer.dead or lost
                    if not (again and transfer.repeatable):
                        return transfer.end(error)
        finally:
            self._doorway.leave(transfer)

    async def _perform(self, transfer: Transfer) -> None:
        """Have libcurl send and receive. Raises pycurl.error, or Broken when the connections are closed."""
        if self._closed.is_set():  # while it waited in the doorway
            raise Broken(pycurl.E_ABORTED_BY_CALLBACK, CLOSED)
        self._under_way.add(transfer)
        try:
            await self._multi.perform(transfer.curl)
        except asyncio.CancelledError:
            asking = asyncio.current_task()
            if self._closed.is_set() and asking is not None and not asking.cancelling():
                raise Broken(pycurl.E_ABORTED_BY_CALLBACK, CLOSED) from None
            raise
        finally:
            self._under_way.discard(transfer)


def _found_no_place(transfer: Transfer, error: pycurl.error) -> bool:
    return not transfer.sent and error.args[0] == pycurl.E_OPERATION_TIMEDOUT
