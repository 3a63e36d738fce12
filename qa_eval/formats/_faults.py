"""Problems of a text file by character offset, in the words that every format shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.errors import Problem

if TYPE_CHECKING:
    from qa_eval.formats._marks import Source


def problem(path: str, source: Source, offset: int, message: str, hint: str = "") -> Problem:
    """Return a problem at the character ``offset`` of a file."""
    place = source.place(offset)
    return Problem(path, place.line, place.column, message, hint, place.source)


def repeated_key(path: str, source: Source, key: str, offset: int, first: int) -> Problem:
    """Return the problem of a key that stands twice in one mapping."""
    hint = f"it is on line {source.place(first).line} too; keep one of them"
    return problem(path, source, offset, f'the key "{key}" stands here twice', hint)
