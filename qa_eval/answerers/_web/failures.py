"""What can go wrong between a question and its answer, as an AnswererError of the right kind."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

import pycurl

from qa_eval.answerers._web.replies import excerpt
from qa_eval.answerers._web.transfers import OK
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.answerers._web.replies import Reply
    from qa_eval.answerers._web.transfers import Broken

TOO_MANY_REQUESTS, REQUEST_TIMEOUT, SERVER_ERRORS = 429, 408, 500
_RESETS = ("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens")
_PART = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h|d)")
_MILLISECONDS = re.compile(r"\d{1,9}(\.\d{1,9})?")
_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
UNAUTHORISED = {401, 403}
NOT_THERE, CHAT = {404, 405}, "/chat/completions"
_TOO_LARGE, _PROXY = 100, 97  # libcurl's codes that pycurl has no names for
_NO_TLS = {
    pycurl.E_SSL_CONNECT_ERROR,
    pycurl.E_SSL_CERTPROBLEM,
    pycurl.E_SSL_CIPHER,
    pycurl.E_SSL_CACERT_BADFILE,
    pycurl.E_SSL_ISSUER_ERROR,
}
_SYSTEM = {pycurl.E_COULDNT_CONNECT, pycurl.E_OPERATION_TIMEDOUT, pycurl.E_SEND_ERROR, pycurl.E_RECV_ERROR}
_BROKEN: tuple[tuple[set[int], str, bool, str], ...] = (  # codes, kind, whether asking again makes sense, words
    (
        {pycurl.E_PEER_FAILED_VERIFICATION},
        "connection",
        False,
        "the certificate of {place} is not trusted: {said} (name its authority in SSL_CERT_FILE)",
    ),
    (_NO_TLS, "connection", False, "no TLS with {place}: {said}"),
    ({pycurl.E_COULDNT_RESOLVE_HOST}, "connection", True, "the host of {place} is not found"),
    ({pycurl.E_COULDNT_RESOLVE_PROXY, _PROXY}, "connection", True, "no connection to the proxy for {place}: {said}"),
    ({pycurl.E_COULDNT_CONNECT, pycurl.E_OPERATION_TIMEDOUT}, "connection", True, "no connection to {place}: {said}"),
    ({pycurl.E_GOT_NOTHING}, "connection", True, "{place} closed the connection without an answer"),
    ({pycurl.E_PARTIAL_FILE}, "connection", True, "{place} closed the connection in the middle of its answer"),
    ({pycurl.E_URL_MALFORMAT}, "connection", False, "{place} is no address: {said}"),
    (
        {pycurl.E_UNSUPPORTED_PROTOCOL, pycurl.E_FTP_WEIRD_SERVER_REPLY, _TOO_LARGE},
        "garbage",
        False,
        "{place} does not speak HTTP: {said}",
    ),
    (
        {pycurl.E_BAD_CONTENT_ENCODING, pycurl.E_WRITE_ERROR},
        "garbage",
        False,
        "the answer of {place} cannot be unpacked: {said}",
    ),
)
_PREFIX = re.compile(r"SSL certificate (problem|OpenSSL verify result): |TLS connect error: (error:)?")
_UNSAID = {
    pycurl.E_WRITE_ERROR: "more comes behind its end",
    _TOO_LARGE: "its head is too long",
}


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


def of_broken(broken: Broken, place: str) -> AnswererError:
    """Return the failure that a request without a reply stands for. ``place`` names the server."""
    said = _said(broken)
    if broken.proxy is not None:
        status, reason = broken.proxy
        answered = f"{status} {reason}".strip()
        return AnswererError("connection", f"the proxy for {place} answered {answered}", retryable=True)
    if broken.errno == errno.ETIMEDOUT:
        hint = "is it there, and does it serve several connections at once? Else ask with --concurrency 1"
        return AnswererError("connection", f"{place} takes nothing in: {said} ({hint})", retryable=True)
    code = _PROXY if broken.proxied and broken.code == pycurl.E_COULDNT_CONNECT else broken.code
    for codes, kind, retryable, words in _BROKEN:
        if code in codes:
            return AnswererError(kind, words.format(place=place, said=said), retryable=retryable)
    return AnswererError("connection", f"the connection to {place} broke: {said}", retryable=True)


def _said(broken: Broken) -> str:
    if broken.errno and broken.code in _SYSTEM:
        return f"[Errno {broken.errno}] {os.strerror(broken.errno)}"
    said = _PREFIX.sub("", " ".join(broken.said.split()))
    return said or _UNSAID.get(broken.code, f"libcurl's code {broken.code}")


def retry_after(fields: Mapping[str, str]) -> float | None:
    """Return for how many seconds a server asks to be left alone, written as seconds or as a date; None when it doesn't.

    Servers of models say it in fields of their own as well, such as ``x-ratelimit-reset-requests: 6m0s``. Names of fields are lower-case.
    """
    text = fields.get("retry-after", "").strip()
    if not text:
        return _reset(fields)
    if re.fullmatch(r"-?\d{1,9}(\.\d+)?", text):
        return max(0.0, float(text))
    from datetime import UTC, datetime  # noqa: PLC0415 - few servers name a date
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - see above

    try:
        until = parsedate_to_datetime(text)
        since = parsedate_to_datetime(fields["date"]) if "date" in fields else datetime.now(UTC)
        return max(0.0, (until - since).total_seconds())
    except (ValueError, TypeError):  # TypeError: one of the two dates is without a time zone
        return None


def _reset(fields: Mapping[str, str]) -> float | None:
    if _MILLISECONDS.fullmatch(text := fields.get("retry-after-ms", "").strip()):
        return float(text) / 1000
    waits = []
    for name in _RESETS:
        text = fields.get(name, "").strip()
        parts = _PART.findall(text)
        if parts and "".join(number + unit for number, unit in parts) == text:
            waits.append(sum(float(number) * _SECONDS[unit] for number, unit in parts))
    return max(waits, default=None)
