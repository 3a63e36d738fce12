"""Addresses and header fields as a spec writes them: checked before anything is asked, and no key in the open."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, urlsplit

from qa_eval.errors import SpecError
from qa_eval.redaction import UNSENDABLE, VARIABLE, Keys

_SECRET_FIELD = re.compile(r"authorization|cookie|token|key|secret|password|signature", re.IGNORECASE)
_SECRET_PARAMETER = re.compile(r"api.?key|^key$|token|secret|password|signature|^sig$", re.IGNORECASE)
_HEADERS = """headers={"Authorization": "Bearer ${MY_KEY}"} takes MY_KEY from the environment"""


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
        if _SECRET_FIELD.search(name) and not VARIABLE.search(value):
            raise SpecError(f"the value of the header field {name!r} stands in the open", hint=_HEADERS)
    expanded = {name: keys.expand(value) for name, value in fields.items()}
    for name, value in expanded.items():
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) or UNSENDABLE.search(value):
            raise SpecError(
                f"the header field {name!r} of option 'headers' cannot be sent",
                hint="no line breaks or other control characters, no spaces in a name",
            )
    return expanded


def checked_address(text: str) -> str:
    """Return an address with its scheme; raises SpecError when it cannot be one, or holds a key in the open.

    >>> checked_address("localhost:8000/ask")
    'http://localhost:8000/ask'
    """
    address = text if "://" in text else f"http://{text}"
    bare = VARIABLE.sub("x", address)  # urlsplit would take "{" in a port for an error
    try:
        parts = urlsplit(bare)
        _ = parts.port
    except ValueError as error:
        raise SpecError(f"no address: {error}", hint="as in http://localhost:8000/answer") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", parts.netloc):
        raise SpecError(
            f"{address.partition('?')[0]!r} is no http or https address", hint="as in http://localhost:8000/answer"
        )
    if parts.password and not VARIABLE.search(urlsplit(address).netloc):
        raise SpecError("the address holds a password in the open", hint="write ${NAME} for an environment variable")
    for name, value in parse_qsl(urlsplit(address).query):
        if _SECRET_PARAMETER.search(name) and not VARIABLE.search(value):
            raise SpecError(
                f"the parameter {name!r} of the address stands in the open",
                hint="write ${NAME} for an environment variable",
            )
    return address
