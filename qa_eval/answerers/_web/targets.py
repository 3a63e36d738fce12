"""Where a request goes: an address as it travels, and whether two of them name the same server."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "%/:@!$&'()*+,;=~[]"


class Target(NamedTuple):
    """An address ready to be sent: ASCII alone, and who asks beside it."""

    url: str
    scheme: str
    host: str
    port: int
    user: str | None = None
    password: str = ""


def target_of(address: str) -> Target:
    """Read an address. Raises ValueError when it is none.

    >>> target_of("http://me:a%40b@bücher.example/straße 7?q=é#top")[:2]
    ('http://xn--bcher-kva.example/stra%C3%9Fe%207?q=%C3%A9', 'http')
    """
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port
    if parts.scheme not in _PORTS or not host:
        raise ValueError("no http or https address")
    host = ascii_host(host)
    place = f"[{host}]" if ":" in host else host
    if port is not None:
        place += f":{port}"
    url = urlunsplit((parts.scheme, place, _quoted(parts.path) or "/", _quoted(parts.query, "?"), ""))
    user = None if parts.username is None else unquote(parts.username)
    return Target(url, parts.scheme, host, port or _PORTS[parts.scheme], user, unquote(parts.password or ""))


def ascii_host(host: str) -> str:
    """Return a host's name as it travels. Raises ValueError when it cannot be one.

    >>> ascii_host("bücher.example")
    'xn--bcher-kva.example'
    """
    return host if host.isascii() else host.encode("idna").decode()


def moved(old: Target, location: str) -> Target:
    """Return where a redirect leads; who asks stays the same on the same server, unless it says so. Raises ValueError for no address."""
    new = target_of(urljoin(old.url, location))
    if new.user is None and same_server(old, new):
        return new._replace(user=old.user, password=old.password)
    return new


def same_server(old: Target, new: Target) -> bool:
    """Whether two addresses name the same server; http may become https."""
    upgraded = (old.scheme, old.port, new.scheme, new.port) == ("http", 80, "https", 443)
    return old.host == new.host and ((old.scheme, old.port) == (new.scheme, new.port) or upgraded)


def shown(target: Target) -> str:
    """Return an address without what it asks."""
    return target.url.partition("?")[0]


def _quoted(text: str, also: str = "") -> str:
    return quote(_STRAY.sub("%25", text), safe=_SAFE + also)
