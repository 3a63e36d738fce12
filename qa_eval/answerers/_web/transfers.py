"""One request at a time by libcurl, and what comes back on it; used again for the next request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, ParamSpec

import pycurl

from qa_eval.answerers._web import sockets
from qa_eval.answerers._web.heads import read_head, status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.answerers._web.environment import Proxy, Trust
    from qa_eval.answerers._web.heads import Head
    from qa_eval.answerers._web.targets import Target

P = ParamSpec("P")

OK = range(200, 300)
EXCERPT_BYTES = 65_536


class Settings(NamedTuple):
    """What all requests to one server share. ``unheard`` is in seconds: how long a server may take nothing in."""

    fields: list[bytes]
    trust: Callable[[], Trust]
    unheard: float
    max_bytes: int


class Request(NamedTuple):
    """What is asked, and by which proxy."""

    method: str
    target: Target
    body: bytes | None
    proxy: Proxy


class Received(NamedTuple):
    """What came back. ``cut`` says that there was more than is taken in."""

    head: Head
    body: bytes
    cut: bool


class Broken(Exception):  # noqa: N818 - it becomes an AnswererError
    """No reply: libcurl's code and words, and the system's error number or 0.

    ``proxied`` says that a proxy stood between, ``proxy`` what it answered where it let nothing through.
    """

    def __init__(
        self,
        code: int,
        said: str = "",
        errno: int = 0,
        *,
        proxied: bool = False,
        proxy: tuple[int, str] | None = None,
    ) -> None:
        super().__init__(said)
        self.code = code
        self.said = said
        self.errno = errno
        self.proxied = proxied
        self.proxy = proxy


class Transfer:
    """A handle of libcurl's, used for one request after the other.

    ``opens`` says whether it may open a connection, ``refused`` that it wanted to and might not, ``dead`` that the kept
    connection was found closed before anything was sent, ``sent`` that the request was sent. ``ports`` remembers the
    file descriptors of all connections by their local address and port.
    """

    def __init__(self, settings: Settings, ports: dict[tuple[str, int], int]) -> None:
        self.curl = pycurl.Curl()
        self.opens = False
        self.refused = False
        self.dead = False
        self.sent = False
        self._settings = settings
        self._ports = ports
        self._opened: list[int] = []
        self._request: Request | None = None
        self._head: list[bytes] = []
        self._parts: list[bytes] = []
        self._size = 0
        self._cut = False
        self._raised: Exception | None = None
        self._small = min(EXCERPT_BYTES, settings.max_bytes)
        self._set_up()

    def start(self, request: Request, *, opens: bool, connect_within: float = 0.0) -> None:
        """Get ready to send a request; ``connect_within`` so many seconds, 0 for as long as it takes."""
        setopt, before = self.curl.setopt, self._request
        self._head.clear()
        self._parts.clear()
        self._opened.clear()
        self._size = 0
        self._raised = None
        self._cut = self.refused = self.dead = self.sent = False
        self._request = request
        if opens or self.opens:
            setopt(pycurl.CONNECTTIMEOUT_MS, round(1000 * connect_within))
        self.opens = opens
        if before is None or (before.target, before.proxy) != (request.target, request.proxy):
            self._aim(request)
        if before is None or before.method != request.method:
            setopt(pycurl.HTTPGET if request.body is None else pycurl.POST, 1)
            setopt(pycurl.CUSTOMREQUEST, request.method)
            if request.method == "HEAD":
                setopt(pycurl.NOBODY, 1)
        if request.body is not None:
            setopt(pycurl.POSTFIELDS, request.body)

    @property
    def repeatable(self) -> bool:
        """Whether the request may be sent: it was not yet, and nothing went wrong here."""
        return not self.sent and self._raised is None

    def received(self) -> Received:
        """Return what came back. Raises Broken where it ended before the head did."""
        head = read_head(self._head)
        if head is None:
            raise Broken(pycurl.E_PARTIAL_FILE)
        return Received(head, b"".join(self._parts), self._cut)

    def end(self, error: pycurl.error) -> Received:
        """Return what was taken in where that is why the transfer ended; raise Broken where it failed."""
        if isinstance(self._raised, OSError):
            raise Broken(pycurl.E_COULDNT_CONNECT, str(self._raised), self._raised.errno or 0)
        if self._raised is not None:
            raise self._raised
        code, said = error.args[0], str(error.args[1])
        if self._cut:
            return self.received()
        if self.sent and (self.refused or code == pycurl.E_ABORTED_BY_CALLBACK):  # the kept connection was closed
            raise Broken(pycurl.E_GOT_NOTHING)
        proxy = None
        status = self.curl.getinfo(pycurl.HTTP_CONNECTCODE)
        if status and status not in OK:
            head = read_head(self._head)
            proxy = (status, head.reason if head else "")
        errno = self.curl.getinfo(pycurl.OS_ERRNO) or (code == pycurl.E_COULDNT_CONNECT and sockets.why_no_socket())
        proxied = self._request is not None and bool(self._request.proxy.address)
        raise Broken(code, said, int(errno), proxied=proxied, proxy=proxy)

    def _set_up(self) -> None:
        options = {
            pycurl.NOSIGNAL: 1,
            pycurl.PROTOCOLS: pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS,
            pycurl.HTTP_VERSION: pycurl.CURL_HTTP_VERSION_1_1,
            pycurl.USERAGENT: "qa-eval",
            pycurl.ACCEPT_ENCODING: "",
            pycurl.HTTPHEADER: [b"Expect:", *self._settings.fields],
            pycurl.NOPROXY: "",
            pycurl.HEADERFUNCTION: self._head.append,
            pycurl.WRITEFUNCTION: self._guarded(self._take, 0),
            pycurl.SOCKOPTFUNCTION: self._guarded(self._open, pycurl.SOCKOPT_ERROR),
            pycurl.PREREQFUNCTION: self._guarded(self._send, pycurl.PREREQFUNC_ABORT),
        }
        for option, value in options.items():
            self.curl.setopt(option, value)

    def _aim(self, request: Request) -> None:
        target, proxy = request.target, request.proxy
        self.curl.setopt(pycurl.URL, target.url)
        self.curl.setopt(pycurl.PROXY, proxy.address)
        self._set_user(pycurl.USERNAME, pycurl.PASSWORD, target)
        self._set_user(pycurl.PROXYUSERNAME, pycurl.PROXYPASSWORD, proxy)
        if "https:" in {f"{target.scheme}:", proxy.address[:6]}:
            self._trust()

    def _set_user(self, name: int, word: int, whose: Target | Proxy) -> None:
        """Say who asks, or that nobody does: what an earlier request said would stay."""
        if whose.user is None:
            self.curl.unsetopt(name)
            self.curl.unsetopt(word)
        else:
            self.curl.setopt(name, whose.user.encode())
            self.curl.setopt(word, whose.password.encode())

    def _trust(self) -> None:
        trust, setopt = self._settings.trust(), self.curl.setopt
        for file, folder, options in (
            (pycurl.CAINFO, pycurl.CAPATH, pycurl.SSL_OPTIONS),
            (pycurl.PROXY_CAINFO, pycurl.PROXY_CAPATH, pycurl.PROXY_SSL_OPTIONS),
        ):
            for option, value in ((file, trust.file), (folder, trust.folders)):
                if value:
                    setopt(option, os.fsencode(value))
                else:
                    self.curl.unsetopt(option)
            if not trust.file and not trust.folders:
                setopt(options, pycurl.SSLOPT_NATIVE_CA)
        if trust.more:
            self.curl.set_ca_certs(trust.more)

    def _guarded(self, act: Callable[P, int], failing: int) -> Callable[P, int]:
        """Have ``act`` called by libcurl, which shows what it raises and forgets it: keep that for the end."""

        def called(*args: P.args, **kwargs: P.kwargs) -> int:
            try:
                return act(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - raised again at the end
                self._raised = error
                return failing

        return called

    def _open(self, fd: int, _purpose: int) -> int:
        """Let a connection be opened, or not."""
        if not self.opens:
            self.refused = True
            return int(pycurl.SOCKOPT_ERROR)
        self._opened.append(fd)
        sockets.give_up_after(fd, self._settings.unheard)
        return int(pycurl.SOCKOPT_OK)

    def _send(self, _there: str, here: str, _port: int, port: int) -> int:
        """Let the request be sent, unless the server closed the kept connection, or has had the request already.

        libcurl looks at a kept connection once a second, and sends again by itself where one closes under a request.
        """
        for fd in self._opened:
            if sockets.port_of(fd) == port:  # several addresses may have been tried
                self._ports[here, port] = fd
        if not self.repeatable:
            return int(pycurl.PREREQFUNC_ABORT)
        if not self._opened and sockets.readable(self._ports.get((here, port), -1)):
            self.dead = True
            return int(pycurl.PREREQFUNC_ABORT)
        self.sent = True
        return int(pycurl.PREREQFUNC_OK)

    def _take(self, part: bytes) -> int:
        self._parts.append(part)
        self._size += len(part)
        if self._size > self._small:
            limit = self._settings.max_bytes if status_of(self._head) in OK else EXCERPT_BYTES
            self._cut = self._size > limit
        return 0 if self._cut else len(part)
