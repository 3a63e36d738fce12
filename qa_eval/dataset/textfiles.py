"""Text files of every kind, read exactly: encoding, lines and JSON values, each fault with its place."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from qa_eval.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGEST = 1_000_000_000
"""Bytes of a text file of questions or answers."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

LONGEST_SHOWN = 240
"""Characters of a line that a problem still shows; of a longer one only the place is told."""


def text_of(path: Path, report: Callable[[Problem], None]) -> str:
    """Return the text of a UTF-8 file without its byte order mark; reports a byte that is not UTF-8 and replaces it."""
    if (size := path.stat().st_size) > LARGEST:
        hint = "split it, or save it as Parquet, which is read in parts"
        report(Problem(str(path), 0, 0, f"the file has {size:,} bytes, more than {LARGEST:,}", hint=hint))
        return ""
    return decoded(path, path.read_bytes(), report)


def decoded(path: Path, data: bytes, report: Callable[[Problem], None], first: int = 1) -> str:
    """Return the text of a file's bytes, or of those from the line ``first`` on; reports what is wrong as ``text_of`` does."""
    if first == 1:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            report(Problem(str(path), 0, 0, "the file is UTF-16, not UTF-8", hint=_converted(path, "UTF-16")))
            return ""
        data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line_start = before.rfind("\n") + 1
        source = data[error.start - len(before[line_start:].encode()) :].split(b"\n", 1)[0].decode("utf-8", "replace")
        report(
            Problem(
                str(path),
                before.count("\n") + first,
                len(before) - line_start + 1,
                f"byte 0x{data[error.start]:02x} is not UTF-8",
                hint=_to_save(path, data, before),
                source=source.rstrip("\r"),
            )
        )
        return ""


def _to_save(path: Path, data: bytes, before: str) -> str:
    """Return how to save a file as UTF-8; ``before`` is its text up to the first byte that is not."""
    try:
        western = before.isascii() and not _CONTROL.search(data.decode("cp1252"))
    except UnicodeDecodeError:
        western = False
    if not western:
        return "save the file as UTF-8"
    return f"it seems to be of a Western Windows encoding, as Excel writes; {_converted(path, 'WINDOWS-1252')}"


def _converted(path: Path, encoding: str) -> str:
    file = shlex.quote(path.name)
    excel = " (in Excel: CSV UTF-8)" if path.suffix.lower() in (".csv", ".tsv", ".txt") else ""
    return f"save it as UTF-8{excel}, or convert it with `iconv -f {encoding} -t UTF-8 {file} > new-{file}`"


def shown(line: str) -> str:
    """Return a line for a problem to show, "" when it is too long to be looked at."""
    line = line.rstrip("\r\n")
    return printable(line) if len(line) <= LONGEST_SHOWN else ""


def printable(text: str) -> str:
    r"""Return a text with a replacement character for each one that could play tricks on a terminal.

    >>> printable("\x1b[2J170 mm")
    '�[2J170 mm'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\t\n" or c.isspace() else "�" for c in text)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield each line that is not blank with its number from 1; only a line feed ends one.

    >>> list(lines_of("a\r\n\nb"))
    [(1, 'a'), (3, 'b')]
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            yield number, line.rstrip("\r")
