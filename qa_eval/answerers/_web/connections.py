"""New connections: a few are opened at a time, and one whose bytes nobody takes in is given up.

A server keeps the connections that it has not accepted yet in a short line: five places in Python's own servers. What does
not fit there is lost, often without a word: the client believes that it is connected, and waits for ever.
"""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    import ssl

AT_ONCE = 4
PATIENCE = 0.01  # seconds; a server that is asked takes in a connection long before it answers


class Doorway:
    """Lets a few new connections in at a time: the next one comes when a reply came on one, or a moment later."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(AT_ONCE)
        self._inside: dict[asyncio.Task[object] | None, asyncio.TimerHandle] = {}

    async def enter(self) -> None:
        """Wait until the task that runs may open a connection."""
        task = asyncio.current_task()
        self.leave()
        await self._free.acquire()
        self._inside[task] = asyncio.get_running_loop().call_later(PATIENCE, self._leave, task)

    def leave(self) -> None:
        """Say that the task that runs has its reply; nothing when it used an open connection."""
        if self._inside:
            self._leave(asyncio.current_task())

    def _leave(self, task: asyncio.Task[object] | None) -> None:
        timer = self._inside.pop(task, None)
        if timer is not None:
            timer.cancel()
            self._free.release()


class _Connector(aiohttp.TCPConnector):
    """Opens connections as a doorway lets it; a session's own tracing would cost every request something."""

    def __init__(self, doorway: Doorway, **settings: Any) -> None:
        super().__init__(**settings)
        self._doorway = doorway

    async def _create_connection(self, *request: Any, **settings: Any) -> Any:
        await self._doorway.enter()
        return await super()._create_connection(*request, **settings)


def connector(doorway: Doorway, trust: ssl.SSLContext | bool, unheard: float) -> aiohttp.TCPConnector:
    """Return what opens connections through ``doorway`` and keeps them, as many as are asked for.

    One of which the server takes in nothing for ``unheard`` seconds is given up, where the system can tell (Linux).
    """

    def open_socket(address: aiohttp.AddrInfoType) -> socket.socket:
        made = socket.socket(*address[:3])
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, max(1, round(unheard * 1000)))
        return made

    return _Connector(doorway, limit=0, ssl=trust, socket_factory=open_socket)
