"""What the environment says about connections: which proxy to take, and whom to trust."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from qa_eval.errors import AnswererError

_PROXY_PORTS = {"http": 80, "https": 443}  # libcurl alone would take 1080


class Trust(NamedTuple):
    """Certificates of authorities: a file, folders (with a colon between them) and further ones as PEM."""

    file: str = ""
    folders: str = ""
    more: str = ""


def proxy_of(scheme: str, host: str) -> str:
    """Return the proxy for a host that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, or the system; "" for none."""
    if sys.platform == "linux" and not any(name.lower().endswith("_proxy") for name in os.environ):
        return ""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - it imports much, and few have a proxy

    proxy = getproxies().get(scheme)
    if not proxy or proxy_bypass(host):
        return ""
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.port is None and parts.scheme in _PROXY_PORTS:
        parts = parts._replace(netloc=f"{parts.netloc}:{_PROXY_PORTS[parts.scheme]}")
    return parts.geturl()


def trust() -> Trust:
    """Trust the system's authorities, those of SSL_CERT_FILE and SSL_CERT_DIR, and those of REQUESTS_CA_BUNDLE.

    Raises AnswererError when REQUESTS_CA_BUNDLE names no certificates.
    """
    import ssl  # noqa: PLC0415 - only https needs it

    usual = ssl.get_default_verify_paths()
    file = os.environ.get(usual.openssl_cafile_env, usual.openssl_cafile)
    file = file if Path(file).is_file() else ""
    folders = [os.environ.get(usual.openssl_capath_env, usual.openssl_capath)]
    more = ""
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
                more = Path(bundle).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise AnswererError("connection", f"REQUESTS_CA_BUNDLE={bundle} holds no certificates: {error}") from None
    there = [folder for folder in os.pathsep.join(folders).split(os.pathsep) if folder and Path(folder).is_dir()]
    return Trust(file, os.pathsep.join(there), more)
