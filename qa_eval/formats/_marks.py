"""Where each part of a text file's content stands: an offset a value and a key, looked up only for a problem."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.formats import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.formats import Where


@dataclass(slots=True)
class Mark:
    """The offset of a value, and the marks of its parts; ``keys`` holds the offsets of a mapping's keys."""

    offset: int
    parts: dict[str | int, Mark] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)


class Source:
    """A file's text by line; lines end where editors end them, at a line feed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        r"""Return the place of the character at ``offset``.

        >>> Source("a: 1\nb: 2").place(8)
        Place(line=2, column=4, source='b: 2')
        """
        offset = min(offset, len(self.text))
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return Place(line, offset - start + 1, self.text[start:end].rstrip("\r"))


class MarkedText:
    """Locates parts of a content by the marks of its text; ``marks`` is asked for once, at the first problem."""

    def __init__(self, source: Source, marks: Callable[[], Mark]) -> None:
        self._source = source
        self._marks = marks

    @cached_property
    def _root(self) -> Mark:
        return self._marks()

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key."""
        mark = self._root
        offset = mark.offset
        for step in where:
            if step not in mark.parts:
                return self._source.place(offset)
            offset = mark.keys[step] if key and isinstance(step, str) and step in mark.keys else mark.parts[step].offset
            mark = mark.parts[step]
        return self._source.place(offset)
