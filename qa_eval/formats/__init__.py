"""Dataset readers, one file per file-name suffix; a file defines ``Format``.

A reader turns a file into plain content in the layout of a questions file, ``{"questions": [...], ...}``, and can say
where in the file each part stands. What the content means is not its business: ``qa_eval.dataset`` checks it and builds
the questions, in the same way for every format.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from qa_eval.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

Content: TypeAlias = "bool | str | list[Content] | dict[str, Content] | None"
Where: TypeAlias = tuple["str | int", ...]
"""The way to a part of the content: ``("questions", 3, "answer")``."""
_MISSING = frozenset({"NaN", "nan", "NaT", "null", "NULL", "<NA>", "#N/A"})


class Figure(str):
    """A number, kept as it was written: 1.50 stays "1.50"."""

    __slots__ = ()


class Cell(str):
    """A text of a table's cell: of several values, it holds all of them."""

    __slots__ = ()


def is_missing(cell: str) -> bool:
    """Tell whether a cell holds what data frames and spreadsheets write where there is no value.

    >>> is_missing("NaN"), is_missing("none")
    (True, False)
    """
    return cell in _MISSING


def written(day: dt.date) -> str:
    """Return a date in ISO form. A time at midnight is the day, which tables of data frames hold so.

    >>> written(dt.datetime(2024, 9, 30)), written(dt.datetime(2024, 9, 30, 18, 5))
    ('2024-09-30', '2024-09-30T18:05:00')
    """
    if isinstance(day, dt.datetime) and day.time() == dt.time():
        return day.date().isoformat()
    return day.isoformat()


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


def nowhere(where: Where, *, key: bool = False) -> Place:  # noqa: ARG001 - what Locate asks for
    """Say that it is not known where a part of the content stands."""
    return Place()


class Parsed(NamedTuple):
    """What a reader found: the content, where its parts stand, and what is wrong with the writing itself.

    Numbers are ``Figure``. ``content`` holds all that could be read in spite of the problems. Without ``locate`` messages name
    the file and no place in it.
    """

    content: Content
    locate: Locate = nowhere
    problems: tuple[Problem, ...] = ()


def breach(parsed: object) -> str:
    """Return what a reader returned instead of a ``Parsed``, or put into it that is no content, "" where all is well.

    >>> breach(Parsed({"questions": [{"id": "pier", "answers": [3]}]}))
    'a number in its content that is no qa_eval.formats.Figure: 3'
    >>> breach([])
    'list where a qa_eval.formats.Parsed is wanted'
    """
    if not isinstance(parsed, Parsed):
        return f"{type(parsed).__name__} where a qa_eval.formats.Parsed is wanted"
    locate: object = parsed.locate
    if not callable(locate):
        return f"a `locate` that cannot be called: {locate!r:.60}"
    if not isinstance(parsed.problems, tuple) or not all(isinstance(one, Problem) for one in parsed.problems):
        return f"problems that are no tuple of qa_eval.errors.Problem: {parsed.problems!r:.60}"
    waiting: list[object] = [parsed.content]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting += [*part.values(), *(key for key in part if not isinstance(key, str))]
        elif isinstance(part, list):
            waiting += part
        elif isinstance(part, int | float) and not isinstance(part, bool):
            return f"a number in its content that is no qa_eval.formats.Figure: {part!r:.60}"
        elif isinstance(part, bytes | tuple) or not (part is None or isinstance(part, bool | str | Sequence)):
            return f"a {type(part).__name__} in its content, which holds texts, figures, lists and dicts: {part!r:.60}"
    return ""


class Format(Protocol):
    """Reads files of one suffix."""

    def read(self, path: Path) -> Parsed:
        """Read the file at ``path``. Raises OSError when it cannot be opened; all else is a problem in the result."""
        ...
