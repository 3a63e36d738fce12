"""One server, asked: redirects followed within it, replies bounded, failures told apart, keys hidden."""

from __future__ import annotations

import asyncio
import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.answerers._texts import one_line
from qa_eval.answerers._web import environment, failures
from qa_eval.answerers._web.connections import Connections
from qa_eval.answerers._web.replies import LONGEST_EXCERPT, Reply, garbage
from qa_eval.answerers._web.targets import Target, moved, same_server, shown, target_of
from qa_eval.answerers._web.transfers import OK, Broken, Request, Settings
from qa_eval.errors import AnswererError, SpecError
from qa_eval.redaction import UNSENDABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.answerers._web.transfers import Received
    from qa_eval.redaction import Keys

MOST_REDIRECTS = 5
UNHEARD = 0.25  # the share of the timeout after which a server that takes nothing in counts as gone
SEE_OTHER = 303
MOVED = {301, 302, SEE_OTHER, 307, 308}
_THIS_MACHINE = re.compile(r"localhost|.*\.localhost|127\.[0-9.]+|::1")


class Client:
    """Asks one server. ``place`` is the server's address as it may be shown; ``timeout`` is in seconds, for one answer."""

    def __init__(self, place: str, headers: Mapping[str, str], keys: Keys, *, timeout: float, max_bytes: int) -> None:
        self._place = place
        self._fields = list({name.lower(): _field(name, value) for name, value in headers.items()}.values())
        self._keys = keys
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._connections: Connections | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._proxies: dict[str, environment.Proxy] = {}
        self._last: tuple[str, Target] | None = None

    async def fetch(self, method: str, address: str, body: bytes | None) -> Reply:
        """Send one request and return the reply, whose status is a success. Raises AnswererError otherwise."""
        target = self._target(address)
        connections = self._open(target)
        try:
            async with asyncio.timeout(self._timeout):
                reply = await self._follow(connections, method, target, body)
        except TimeoutError:
            message = f"{self._place} did not answer within {self._timeout:g} s"
            raise AnswererError("timeout", message, retryable=True) from None
        except Broken as broken:
            failure = failures.of_broken(broken, self._place)
            message = self._keys.redact(failure.message)
            raise AnswererError(failure.kind, message, retryable=failure.retryable) from None
        problem = failures.of_status(reply, self._place)
        if problem is not None:
            raise problem
        return reply

    async def close(self) -> None:
        """Close the connections; a later question opens them anew."""
        connections, self._connections = self._connections, None
        if connections is not None and self._loop is asyncio.get_running_loop():
            await connections.close()

    def _open(self, target: Target) -> Connections:
        loop = asyncio.get_running_loop()
        if self._connections is None or self._loop is not loop:
            self._loop = loop
            settings = Settings(self._fields, cache(environment.trust), self._timeout * UNHEARD, self._max_bytes)
            near = target.scheme == "http" and _THIS_MACHINE.fullmatch(target.host) is not None
            near = near and not self._proxy(target).address
            self._connections = Connections(settings, near=near)
        return self._connections

    async def _follow(self, connections: Connections, method: str, target: Target, body: bytes | None) -> Reply:
        for _ in range(MOST_REDIRECTS + 1):
            received = await connections.ask(Request(method, target, body, self._proxy(target)))
            location = received.head.fields.get("location")
            if received.head.status not in MOVED or location is None:
                return self._read(received)
            old = target
            try:
                target = moved(old, location)
            except ValueError:
                raise garbage(self._keys.redact(f"the redirect of {old.host} leads to no address")) from None
            if not same_server(old, target):
                there = self._keys.redact(shown(target))
                raise AnswererError(
                    "refused", f"{self._place} points to another server, {there}: give that address instead"
                )
            if received.head.status == SEE_OTHER:
                method, body = "GET", None
        raise AnswererError("refused", f"{self._place} redirects more than {MOST_REDIRECTS} times")

    def _read(self, received: Received) -> Reply:
        head = received.head
        good = head.status in OK
        if good and received.cut:
            raise garbage(f"the answer of {self._place} is larger than {self._max_bytes:,} bytes")
        return Reply(
            head.status,
            "" if good else one_line(self._keys.redact(head.reason), LONGEST_EXCERPT),
            head.content_type,
            head.charset,
            self._keys.redact_bytes(received.body),
            None if good else failures.retry_after(head.fields),
        )

    def _target(self, address: str) -> Target:
        if self._last is None or address != self._last[0]:  # most servers are asked at one address only
            try:
                self._last = (address, target_of(address))
            except ValueError as error:
                said = self._keys.redact(str(error))
                raise AnswererError("connection", f"{self._place} is no address: {said}") from None
        return self._last[1]

    def _proxy(self, target: Target) -> environment.Proxy:
        """Return the proxy that the environment names for a host, looked up once; its password shows nowhere."""
        key = f"{target.scheme}://{target.host}"
        if key not in self._proxies:
            proxy = self._proxies[key] = environment.proxy_of(target.scheme, target.host)
            self._keys.hide(proxy.password or proxy.user or "")  # a token may stand there alone
        return self._proxies[key]


def _field(name: str, value: str) -> bytes:
    """Write a header field for libcurl, which takes "Name:" for one that is not to be sent.

    Raises SpecError where a value would end its line, and say what nobody wrote.
    """
    if UNSENDABLE.search(value):
        raise SpecError(f"the header field {name!r} holds a line break or another character that cannot be sent")
    return (f"{name}: {value}" if value.strip() else f"{name};").encode()
