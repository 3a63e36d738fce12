"""Keys come from the environment, and are struck out wherever they could surface."""

from __future__ import annotations

import json
import os
import re
from urllib.parse import parse_qsl, quote, urlsplit

from qa_eval.errors import SpecError

REDACTED = "[redacted]"
SHORTEST = 8  # "none" or "EMPTY", which local servers take for a key, is no secret and may be part of an answer
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_SECRET_FIELD = re.compile(r"authorization|cookie|token|key|secret|password|signature", re.IGNORECASE)
_SECRET_PARAMETER = re.compile(r"api.?key|^key$|token|secret|password|signature|^sig$", re.IGNORECASE)


class Keys:
    """The values that were taken from the environment, to be struck out of everything that is shown or stored."""

    def __init__(self) -> None:
        self._written: dict[str, None] = {}

    def expand(self, text: str) -> str:
        """Replace each ``${NAME}`` by that environment variable. Raises SpecError when it is not set."""
        return _VARIABLE.sub(lambda match: self.take(match[1]), text)

    def take(self, name: str) -> str:
        """Return an environment variable's value and keep it hidden from now on. Raises SpecError when it is not set."""
        value = os.environ.get(name, "")
        if not value:
            raise SpecError(f"the environment variable {name} is not set", hint=f"export {name}=… before the run")
        if len(value) >= SHORTEST:
            for written in (value, json.dumps(value)[1:-1], quote(value, safe="")):
                self._written[written] = None
        return value

    def redact(self, text: str) -> str:
        """Return the text without any of the values."""
        for written in self._written:
            text = text.replace(written, REDACTED)
        return text

    def redact_bytes(self, body: bytes) -> bytes:
        """Return the body without any of the values."""
        for written in self._written:
            body = body.replace(written.encode(), REDACTED.encode())
        return body

    def __repr__(self) -> str:
        return f"Keys({len(self._written)} hidden)"


def header_fields(text: str, keys: Keys) -> dict[str, str]:
    """Read header fields from a JSON object of texts, with ``${NAME}`` replaced from the environment.

    Raises SpecError for anything else, and for a key that stands there in the open.

    >>> header_fields('{"Accept-Language": "en"}', Keys())
    {'Accept-Language': 'en'}
    """
    try:
        fields = json.loads(text) if text else {}
    except ValueError as error:
        raise SpecError(f"option 'headers' is no JSON: {error}", hint=_HEADERS) from None
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise SpecError("option 'headers' is no JSON object of texts", hint=_HEADERS)
    for name, value in fields.items():
        if _SECRET_FIELD.search(name) and not _VARIABLE.search(value):
            raise SpecError(f"the value of the header field {name!r} stands in the open", hint=_HEADERS)
    expanded = {name: keys.expand(value) for name, value in fields.items()}
    for name, value in expanded.items():
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) or re.search(r"[\r\n\0]", value):
            raise SpecError(f"the header field {name!r} cannot be sent", hint="no line breaks, no spaces in a name")
    return expanded


_HEADERS = """headers={"Authorization": "Bearer ${MY_KEY}"} takes MY_KEY from the environment"""


def checked_address(text: str) -> str:
    """Return an address with its scheme; raises SpecError when it cannot be one, or holds a key in the open.

    >>> checked_address("localhost:8000/ask")
    'http://localhost:8000/ask'
    """
    address = text if "://" in text else f"http://{text}"
    bare = _VARIABLE.sub("x", address)  # urlsplit would take "{" in a port for an error
    try:
        parts = urlsplit(bare)
        _ = parts.port
    except ValueError as error:
        raise SpecError(f"no address: {error}", hint="as in http://localhost:8000/answer") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", parts.netloc):
        raise SpecError(
            f"{address.partition('?')[0]!r} is no http or https address", hint="as in http://localhost:8000/answer"
        )
    if parts.password and not _VARIABLE.search(urlsplit(address).netloc):
        raise SpecError("the address holds a password in the open", hint="write ${NAME} for an environment variable")
    for name, value in parse_qsl(urlsplit(address).query):
        if _SECRET_PARAMETER.search(name) and not _VARIABLE.search(value):
            raise SpecError(
                f"the parameter {name!r} of the address stands in the open",
                hint="write ${NAME} for an environment variable",
            )
    return address
