"""Dataset readers, one file per file-name suffix; a file defines ``Format``.

A reader turns a file into plain content in the layout of a questions file, ``{"questions": [...], ...}``, and can say
where in the file each part stands. What the content means is not its business: ``qa_eval.dataset`` checks it and builds
the questions, in the same way for every format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qa_eval.errors import Problem

Content: TypeAlias = "bool | str | list[Content] | dict[str, Content] | None"
Where: TypeAlias = tuple["str | int", ...]
"""The way to a part of the content: ``("questions", 3, "answer")``."""


class Figure(str):
    """A number, kept as it was written: 1.50 stays "1.50"."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file. ``line`` and ``column`` count from 1, 0 means unknown; ``source`` is the line as it stands."""

    line: int = 0
    column: int = 0
    source: str = ""


class Locate(Protocol):
    """Says where a part of the content stands."""

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the place of a value (of its key with ``key``), or of the nearest part around it that is in the file."""
        ...


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader found: the content, where its parts stand, and what is wrong with the writing itself.

    Numbers are ``Figure``. ``content`` holds all that could be read in spite of the problems.
    """

    content: Content
    locate: Locate
    problems: tuple[Problem, ...] = ()


class Format(Protocol):
    """Reads files of one suffix."""

    def read(self, path: Path) -> Parsed:
        """Read the file at ``path``. Raises OSError when it cannot be opened; all else is a problem in the result."""
        ...


def text_of(path: Path, report: Callable[[Problem], None]) -> str:
    """Return the text of a UTF-8 file without its byte order mark; reports a byte that is not UTF-8 and replaces it."""
    from qa_eval.errors import Problem  # noqa: PLC0415 - the package itself stays free of imports

    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report(Problem(str(path), 0, 0, "the file is UTF-16, not UTF-8", hint="save it as UTF-8"))
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
                before.count("\n") + 1,
                len(before) - line_start + 1,
                f"byte 0x{data[error.start]:02x} is not UTF-8",
                hint="save the file as UTF-8",
                source=source.rstrip("\r"),
            )
        )
        return ""
