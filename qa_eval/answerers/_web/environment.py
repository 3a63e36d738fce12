"""What the environment says about connections: which proxy to take, and whom to trust."""

from __future__ import annotations

import ipaddress
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from qa_eval.answerers._web.targets import ascii_host
from qa_eval.errors import AnswererError
from qa_eval.redaction import UNSENDABLE

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_PROXY_PORTS = {"http": 80, "https": 443, "socks4": 1080, "socks4a": 1080, "socks5": 1080, "socks5h": 1080}
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_ESCAPED = "a / ? # or @ in a password is written %2F %3F %23 or %40"


class Proxy(NamedTuple):
    """A proxy: an address without who asks, which is "" for none, and who asks beside it."""

    address: str = ""
    user: str | None = None
    password: str = ""


class Trust(NamedTuple):
    """Certificates of authorities: a file, folders (with a colon between them) and further ones as PEM."""

    file: str = ""
    folders: str = ""
    more: bytes = b""


def proxy_of(scheme: str, host: str) -> Proxy:
    """Return the proxy for a host that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, or the system.

    Raises AnswererError, which names the variable and never its value, when that is no proxy's address.
    """
    if sys.platform == "linux" and not any(name.lower().endswith("_proxy") for name in os.environ):
        return Proxy()
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - it imports much, and few have a proxy

    proxy = getproxies().get(scheme)
    if not proxy or proxy_bypass(host):
        return Proxy()
    try:
        return read_proxy(proxy)
    except ValueError as error:
        named = next((name for name in (f"{scheme}_proxy", f"{scheme}_proxy".upper()) if os.environ.get(name)), "")
        message = f"{named or 'the setting of the system'} names no proxy: {error}"
        raise AnswererError("connection", message) from None


def read_proxy(text: str) -> Proxy:
    """Read a proxy's address. Raises ValueError, which says what is wrong and nothing of the address.

    >>> read_proxy("http://me:a%40b@proxy:3128")
    Proxy(address='http://proxy:3128', user='me', password='a@b')
    """
    text = text.strip()
    if UNSENDABLE.search(text):  # urlsplit would take some of them out
        raise ValueError("it holds a line break or another character that cannot be sent")
    scheme, divided, rest = text.partition("://")
    scheme, rest = (scheme.lower(), rest) if divided else ("http", text)
    if scheme not in _PROXY_PORTS:
        raise ValueError(f"it does not begin with {', '.join(_PROXY_PORTS)}")
    try:
        parts = urlsplit(f"{scheme}://{rest}")
    except ValueError:  # its words may show what stands there
        raise ValueError(f"its host cannot be one ({_ESCAPED})") from None
    if "@" in parts.path + parts.query + parts.fragment:
        raise ValueError(f"an @ stands behind its host ({_ESCAPED})")
    address = f"{scheme}://{_host(parts)}:{_port(parts)}"
    user = None if parts.username is None else unquote(parts.username)
    return Proxy(address, user, unquote(parts.password or ""))


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        if ":" in host:
            return f"[{ipaddress.ip_address(host)}]"
        host = ascii_host(host)
    except ValueError:
        host = ""
    if not _HOST.fullmatch(host):
        raise ValueError(f"its host cannot be one ({_ESCAPED})")
    return host


def _port(parts: SplitResult) -> int:
    try:
        port = _PROXY_PORTS[parts.scheme] if parts.port is None else parts.port
    except ValueError:  # its words show what stands there
        port = 0
    if not port:
        raise ValueError(f"its port is no number from 1 to 65535 ({_ESCAPED})")
    return port


def trust() -> Trust:
    """Trust the system's authorities, those of SSL_CERT_FILE and SSL_CERT_DIR, and those of REQUESTS_CA_BUNDLE.

    Raises AnswererError when REQUESTS_CA_BUNDLE names no certificates.
    """
    import ssl  # noqa: PLC0415 - only https needs it

    usual = ssl.get_default_verify_paths()
    file = os.environ.get(usual.openssl_cafile_env, usual.openssl_cafile)
    file = file if Path(file).is_file() else ""
    folders = [os.environ.get(usual.openssl_capath_env, usual.openssl_capath)]
    more = b""
    if bundle := os.environ.get("REQUESTS_CA_BUNDLE"):
        try:
            is_folder = Path(bundle).is_dir()
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(
                **{"capath" if is_folder else "cafile": bundle}
            )
            if is_folder:
                folders.append(bundle)
            elif not file:
                file = bundle
            elif not Path(bundle).samefile(file):
                more = Path(bundle).read_bytes()
        except OSError as error:
            raise AnswererError("connection", f"REQUESTS_CA_BUNDLE={bundle} holds no certificates: {error}") from None
    there = [folder for folder in os.pathsep.join(folders).split(os.pathsep) if folder and Path(folder).is_dir()]
    return Trust(file, os.pathsep.join(there), more)
