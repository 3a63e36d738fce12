"""What can go wrong between a question and its answer, as an AnswererError of the right kind."""

from __future__ import annotations

import errno
import re
import ssl
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import aiohttp

from qa_eval.answerers._web.replies import excerpt
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from qa_eval.answerers._web.replies import Reply

OK = range(200, 300)
TOO_MANY_REQUESTS, REQUEST_TIMEOUT, SERVER_ERRORS = 429, 408, 500
_RESETS = ("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens")
_PART = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h|d)")
_MILLISECONDS = re.compile(r"\d{1,9}(\.\d{1,9})?")
_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
UNAUTHORISED = {401, 403}
NOT_THERE, CHAT = {404, 405}, "/chat/completions"


def of_status(reply: Reply, place: str) -> AnswererError | None:
    """Return the failure that a reply's status stands for; None when it is none. ``place`` names the server."""
    if reply.status in OK:
        return None
    named = f"{place} answered {reply.status}{' ' if reply.reason else ''}{reply.reason}"
    shown = excerpt(reply)
    message = f"{named}: {shown}" if shown else named
    wait = reply.retry_after
    if reply.status == TOO_MANY_REQUESTS:
        return AnswererError("rate_limited", message, retryable=True, retry_after=wait)
    if reply.status == REQUEST_TIMEOUT:
        return AnswererError("timeout", message, retryable=True, retry_after=wait)
    if reply.status >= SERVER_ERRORS:
        return AnswererError("server", message, retryable=True, retry_after=wait)
    if reply.status in UNAUTHORISED:
        message += " (is the key right, and may it do this?)"
    if reply.status in NOT_THERE and place.endswith(CHAT) and f"/v1{CHAT}" not in place:
        message += " (does base_url lack its /v1?)"
    return AnswererError("refused", message)


def of_exception(error: aiohttp.ClientError | OSError, place: str) -> AnswererError:
    """Return the failure that an exception of the client stands for. ``place`` names the server."""
    said = str(getattr(error, "os_error", None) or getattr(error, "certificate_error", None) or error)
    said = " ".join(said.split()) or type(error).__name__
    if isinstance(error, (aiohttp.ClientConnectorCertificateError, ssl.SSLCertVerificationError)):
        hint = "name its authority in SSL_CERT_FILE"
        return AnswererError("connection", f"the certificate of {place} is not trusted: {said} ({hint})")
    if isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError)):
        return AnswererError("connection", f"no TLS with {place}: {said}")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return AnswererError("connection", f"the host of {place} is not found: {said}", retryable=True)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return AnswererError("connection", f"no connection to the proxy for {place}: {said}", retryable=True)
    if isinstance(error, OSError) and error.errno == errno.ETIMEDOUT:
        hint = "is it there, and does it serve several connections at once? Else ask with --concurrency 1"
        return AnswererError("connection", f"{place} takes nothing in: {said} ({hint})", retryable=True)
    if isinstance(error, aiohttp.ClientConnectorError):
        return AnswererError("connection", f"no connection to {place}: {said}", retryable=True)
    return _of_a_reply(error, place, said)


def _of_a_reply(error: aiohttp.ClientError | OSError, place: str, said: str) -> AnswererError:
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return AnswererError(
            "connection", f"the proxy for {place} answered {error.status} {error.message}", retryable=True
        )
    if isinstance(error, aiohttp.ClientResponseError):
        return AnswererError("garbage", f"{place} does not speak HTTP: {' '.join(error.message.split())}")
    if isinstance(error, aiohttp.ClientPayloadError):
        cause = error.__cause__
        if isinstance(
            cause, (aiohttp.http_exceptions.ContentEncodingError, aiohttp.http_exceptions.DecompressSizeError)
        ):
            return AnswererError("garbage", f"the answer of {place} cannot be unpacked: {said}")
        return AnswererError("connection", f"{place} closed the connection in the middle of its answer", retryable=True)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return AnswererError("connection", f"{place} closed the connection without an answer", retryable=True)
    return AnswererError("connection", f"the connection to {place} broke: {said}", retryable=True)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return for how many seconds a server asks to be left alone, written as seconds or as a date; None when it doesn't.

    Servers of models say it in fields of their own as well, such as ``x-ratelimit-reset-requests: 6m0s``.
    """
    text = headers.get("Retry-After", "").strip()
    if not text:
        return _reset(headers)
    if re.fullmatch(r"-?\d{1,9}(\.\d+)?", text):
        return max(0.0, float(text))
    try:
        until = parsedate_to_datetime(text)
        since = parsedate_to_datetime(headers["Date"]) if "Date" in headers else now
        return max(0.0, (until - since).total_seconds())
    except (ValueError, TypeError):  # TypeError: one of the two dates is without a time zone
        return None


def _reset(headers: Mapping[str, str]) -> float | None:
    if _MILLISECONDS.fullmatch(text := headers.get("retry-after-ms", "").strip()):
        return float(text) / 1000
    waits = []
    for name in _RESETS:
        text = headers.get(name, "").strip()
        parts = _PART.findall(text)
        if parts and "".join(number + unit for number, unit in parts) == text:
            waits.append(sum(float(number) * _SECONDS[unit] for number, unit in parts))
    return max(waits, default=None)
