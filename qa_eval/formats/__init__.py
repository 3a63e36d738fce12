"""Dataset readers, one file per file-name suffix; a file defines ``Format``.

A reader turns a file into plain content in the layout of a questions file, ``{"questions": [...], ...}``, and can say
where in the file each part stands. What the content means is not its business: ``qa_eval.dataset`` checks it and builds
the questions, in the same way for every format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from qa_eval.errors import Problem

Content: TypeAlias = "bool | str | list[Content] | dict[str, Content] | None"
Where: TypeAlias = tuple["str | int", ...]
"""The way to a part of the content: ``("questions", 3, "answer")``."""


class Figure(str):
    """A number, kept as it was written: 1.50 stays "1.50"."""

    __slots__ = ()


class Cell(str):
    """A text of a table's cell: of several values, it holds all of them."""

    __slots__ = ()


class Place(NamedTuple):
    """A place in a file. ``line`` and ``column`` count from 1, 0 means unknown; ``source`` is the line as it stands."""

    line: int = 0
    column: int = 0
    source: str = ""


class Locate(Protocol):
    """Says where a part of the content stands."""

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the place of a value (of its key with ``key``), or of the nearest part around it that is in the file."""
        ...


class Parsed(NamedTuple):
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
