"""The head of a reply: its status line and its fields."""

from __future__ import annotations

import re
from typing import NamedTuple

_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)


class Head(NamedTuple):
    """What stands before a reply's body. Names of fields are lower-case; of two fields of one name the first counts."""

    version: str
    status: int
    reason: str
    fields: dict[str, str]

    @property
    def keeps(self) -> bool:
        """Whether the server keeps the connection for the next question."""
        return self.version == "HTTP/1.1" and "close" not in self.fields.get("connection", "").lower()

    @property
    def content_type(self) -> str:
        """Lower-case without parameters, "" when none was sent."""
        kind = self.fields.get("content-type", "").partition(";")[0].strip().lower()
        return kind if not kind or kind.count("/") == 1 else "text/plain"

    @property
    def charset(self) -> str:
        """The encoding that the server names, or ""."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else ""


def status_of(lines: list[bytes]) -> int:
    """Return the status in the last status line, 0 when there is none."""
    for line in reversed(lines):
        if line.startswith(b"HTTP/"):
            return _number(line.split(None, 2)[1:2])
    return 0


def read_head(lines: list[bytes]) -> Head | None:
    r"""Read the lines of a reply; of several heads, as a proxy's before the server's, the last one counts.

    None when it breaks off before the empty line at its end.

    >>> read_head([b"HTTP/1.1 200 Fine\r\n", b"Content-Type: Text/Plain; charset=x\r\n", b"\r\n"])[1:3]
    (200, 'Fine')
    """
    version, status, reason, whole = "", 0, "", False
    fields: dict[str, str] = {}
    for line in lines:
        text = line.decode("utf-8", "replace")
        if text.startswith("HTTP/"):
            version, _, rest = text.partition(" ")
            number, _, reason = rest.strip().partition(" ")
            status, fields, whole = _number([number.encode()]), {}, False
            continue
        name, colon, value = text.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
        whole = whole or not text.strip()
    return Head(version, status, reason.strip(), fields) if whole else None


def _number(found: list[bytes]) -> int:
    return int(found[0]) if found and found[0].isdigit() and len(found[0]) == len("200") else 0
