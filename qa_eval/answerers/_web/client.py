"""One kept session with a server: connections are reused, replies bounded, failures told apart, keys hidden."""

from __future__ import annotations

import asyncio
import os
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from qa_eval.answerers._web import failures
from qa_eval.answerers._web.connections import Doorway, connector
from qa_eval.answerers._web.replies import Reply, garbage
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.redaction import Keys

MOST_REDIRECTS = 5
UNHEARD = 0.25  # the share of the timeout after which a server that takes nothing in counts as gone
SEE_OTHER = 303
EXCERPT_BYTES = 65_536
MOVED = {301, 302, SEE_OTHER, 307, 308}


class Client:
    """Asks one server. ``place`` is the server's address as it may be shown; ``timeout`` is in seconds, for one answer."""

    def __init__(self, place: str, headers: Mapping[str, str], keys: Keys, *, timeout: float, max_bytes: int) -> None:
        self._place = place
        self._headers = dict(headers)
        self._keys = keys
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._session: aiohttp.ClientSession | None = None
        self._doorway = Doorway()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._proxies: dict[str, URL | None] = {}
        self._last = ("", URL())

    async def fetch(self, method: str, address: str, body: bytes | None) -> Reply:
        """Send one request and return the reply, whose status is a success. Raises AnswererError otherwise."""
        session = self._open()
        try:
            async with asyncio.timeout(self._timeout):
                reply = await self._follow(session, method, self._url(address), body)
        except TimeoutError:
            message = f"{self._place} did not answer within {self._timeout:g} s"
            raise AnswererError("timeout", message, retryable=True) from None
        except (aiohttp.ClientError, OSError) as error:
            failure = failures.of_exception(error, self._place)
            message = self._keys.redact(failure.message)
            raise AnswererError(failure.kind, message, retryable=failure.retryable) from None
        problem = failures.of_status(reply, self._place)
        if problem is not None:
            raise problem
        return reply

    async def close(self) -> None:
        """Close the connections; a later question opens them anew."""
        session, self._session = self._session, None
        if session is not None and self._loop is asyncio.get_running_loop():
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        if self._session is None or self._loop is not loop:
            self._loop = loop
            self._doorway = Doorway()
            trust = _trust() if self._place.startswith("https") else True
            self._session = aiohttp.ClientSession(
                connector=connector(self._doorway, trust, self._timeout * UNHEARD),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "qa-eval", **self._headers},
                timeout=aiohttp.ClientTimeout(),
            )
        return self._session

    async def _follow(self, session: aiohttp.ClientSession, method: str, url: URL, body: bytes | None) -> Reply:
        for _ in range(MOST_REDIRECTS + 1):
            async with session.request(
                method, url, data=body, allow_redirects=False, proxy=self._proxy(url)
            ) as response:
                self._doorway.leave()
                if response.status not in MOVED or "Location" not in response.headers:
                    return await self._read(response)
                target = _target(url, response.headers["Location"])
                if not _same_server(url, target):
                    shown = self._keys.redact(str(target.with_query(None).with_user(None)))
                    raise AnswererError(
                        "refused", f"{self._place} points to another server, {shown}: give that address instead"
                    )
                if response.status == SEE_OTHER:
                    method, body = "GET", None
            url = target
        raise AnswererError("refused", f"{self._place} redirects more than {MOST_REDIRECTS} times")

    async def _read(self, response: aiohttp.ClientResponse) -> Reply:
        good = response.status in failures.OK
        limit = self._max_bytes if good else EXCERPT_BYTES
        parts: list[bytes] = []
        size = 0
        async for part in response.content.iter_any():
            parts.append(part)
            size += len(part)
            if size > limit:
                response.close()
                if good:
                    raise garbage(f"the answer of {self._place} is larger than {limit:,} bytes")
                break
        return Reply(
            response.status,
            self._keys.redact(response.reason or ""),
            response.content_type.lower() if "Content-Type" in response.headers else "",
            response.charset or "",
            self._keys.redact_bytes(b"".join(parts)),
            failures.retry_after(response.headers, datetime.now(UTC)) if not good else None,
        )

    def _url(self, address: str) -> URL:
        if address != self._last[0]:  # most servers are asked at one address only
            self._last = (address, URL(address))
        return self._last[1]

    def _proxy(self, url: URL) -> URL | None:
        """Return the proxy that the environment names for a host (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), looked up once."""
        key = f"{url.scheme}://{url.host}"
        if key not in self._proxies:
            proxy = getproxies().get(url.scheme)
            self._proxies[key] = URL(proxy) if proxy and not proxy_bypass(url.host or "") else None
        return self._proxies[key]


def _target(url: URL, location: str) -> URL:
    try:
        return url.join(URL(location))
    except ValueError:
        raise garbage(f"the redirect of {url.host} leads to no address") from None


def _same_server(old: URL, new: URL) -> bool:
    upgraded = (old.scheme, old.port, new.scheme, new.port) == ("http", 80, "https", 443)
    return old.host == new.host and ((old.scheme, old.port) == (new.scheme, new.port) or upgraded)


def _trust() -> ssl.SSLContext:
    """Trust the system's authorities, those of SSL_CERT_FILE and SSL_CERT_DIR, and those of REQUESTS_CA_BUNDLE."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    if bundle := os.environ.get("REQUESTS_CA_BUNDLE"):
        try:
            context.load_verify_locations(**{"capath" if Path(bundle).is_dir() else "cafile": bundle})
        except OSError as error:
            raise AnswererError("connection", f"REQUESTS_CA_BUNDLE={bundle} holds no certificates: {error}") from None
    return context
