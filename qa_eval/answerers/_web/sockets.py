"""Sockets that libcurl opened: what they say, and how long they wait."""

from __future__ import annotations

import select
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2**31 - 1  # milliseconds, as systems count them


def give_up_after(fd: int, seconds: float) -> None:
    """Have the system give a connection up on which the other side takes nothing in for so long, where it can."""
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        with borrowed(fd) as lent:
            lent.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, max(1, round(min(LONGEST, 1000 * seconds))))


@contextmanager
def borrowed(fd: int) -> Iterator[socket.socket]:
    """Give a socket of libcurl's, and leave it open."""
    lent = socket.socket(fileno=fd)
    try:
        yield lent
    finally:
        lent.detach()


def port_of(fd: int) -> int:
    """Return the local port of a connection, 0 where it was closed meanwhile."""
    try:
        with borrowed(fd) as lent:
            return int(lent.getsockname()[1])
    except OSError:
        return 0


def why_no_socket() -> int:
    """Return the system's error number where no socket can be had, as libcurl does not tell: too many files are open."""
    try:
        socket.socket().close()
    except OSError as error:
        return error.errno or 0
    return 0


def readable(fd: int) -> bool:
    """Whether a connection on which nothing was asked has something to say: its end, or what belongs to no question."""
    if fd < 0:
        return False
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(fd, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([fd], [], [], 0)[0])
