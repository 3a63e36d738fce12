"""Keys come from the environment, and are struck out wherever they could surface."""

from __future__ import annotations

import json
import os
import re
from urllib.parse import quote

from qa_eval.errors import SpecError

REDACTED = "[redacted]"
SHORTEST = 8  # "none" or "EMPTY", which local servers take for a key, is no secret and may be part of an answer
UNSENDABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # control characters, and bytes that are no UTF-8
VARIABLE = re.compile(r"\$\{(\w+)\}")
_COMMANDS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # what a terminal obeys, and what turns its text round
_SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH", re.IGNORECASE)


def harmless(text: str) -> str:
    r"""Return text from outside as a terminal may show it: what it would obey is written out; lines and tabs stay.

    >>> harmless("62 m\x1b[31m\u202e!\n")
    '62 m\\x1b[31m\\u202e!\n'
    """
    return _COMMANDS.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


class Keys:
    """The values that were taken from the environment, to be struck out of everything that is shown or stored."""

    def __init__(self) -> None:
        self._written: dict[str, None] = {}

    def expand(self, text: str) -> str:
        """Replace each ``${NAME}`` by that environment variable. Raises SpecError when it is not set."""
        return VARIABLE.sub(lambda match: self.take(match[1]), text)

    def take(self, name: str) -> str:
        """Return an environment variable's value without white space around it, and keep it hidden from now on.

        Raises SpecError when it is not set, and when it holds what cannot be sent.
        """
        value = os.environ.get(name, "").strip()  # a key from a file tends to end with its line
        if not value:
            raise SpecError(f"the environment variable {name} is not set", hint=f"export {name}=… before the run")
        self.hide(value)
        if UNSENDABLE.search(value):
            raise SpecError(
                f"the environment variable {name} holds a line break or another character that cannot be sent",
                hint=f"export {name}=… anew, on one line",
            )
        return value

    def hide_all(self) -> None:
        """Hide every variable of the environment whose name says that it is a secret."""
        for name, value in os.environ.items():
            if _SECRET_NAME.search(name):
                self.hide(value)

    def redact(self, text: str) -> str:
        """Return the text without any of the values."""
        for written in self._written:
            text = text.replace(written, REDACTED)
        return text

    def redact_bytes(self, body: bytes) -> bytes:
        """Return the body without any of the values."""
        for written in self._written:
            body = body.replace(written.encode(errors="surrogateescape"), REDACTED.encode())
        return body

    def hide(self, value: str) -> None:
        """Hide a value from now on, unless it is too short to be a secret; white space around it does not count."""
        value = value.strip()
        if len(value) >= SHORTEST:
            for written in (value, json.dumps(value)[1:-1], quote(value, safe="", errors="surrogateescape")):
                self._written[written] = None

    def __repr__(self) -> str:
        return f"Keys({len(self._written)} hidden)"
