"""Where each part of a text file's content stands: an offset a value and a key, looked up only for a problem."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.dataset.textfiles import shown
from qa_eval.formats import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa_eval.formats import Where


@dataclass(slots=True)
class Mark:
    """The offset of a value, and the marks of its parts; ``keys`` holds the offsets of a mapping's keys, ``repeated`` further ones."""

    offset: int
    parts: dict[str | int, Mark] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)


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
        return Place(line, offset - start + 1, shown(self.text[start:end]))


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


_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ATOM = re.compile(r"[^\s,\]}]+")


def json_mark(text: str, offset: int = 0) -> Mark:
    """Return the marks of a JSON text that is known to be valid, or blank."""
    offset = _skip(text, offset)
    return _json_value(text, offset)[0] if offset < len(text) else Mark(0)


def _skip(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _string_end(text: str, offset: int) -> int:
    found = _STRING.match(text, offset)
    return found.end() if found else len(text)


def _json_value(text: str, offset: int) -> tuple[Mark, int]:
    mark = Mark(offset)
    if text[offset] == "{":
        return mark, _json_object(text, offset, mark)
    if text[offset] == "[":
        return mark, _json_list(text, offset, mark)
    if text[offset] == '"':
        return mark, _string_end(text, offset)
    found = _ATOM.match(text, offset)
    return mark, found.end() if found else offset + 1


def _json_object(text: str, offset: int, mark: Mark) -> int:
    offset = _skip(text, offset + 1)
    while text[offset] != "}":
        start = offset
        offset = _string_end(text, start)
        key = str(json.loads(text[start:offset]))
        part, offset = _json_value(text, _skip(text, _skip(text, offset) + 1))
        if key in mark.keys:
            mark.repeated.append((key, start))
        else:
            mark.keys[key], mark.parts[key] = start, part
        offset = _skip(text, offset)
        if text[offset] == ",":
            offset = _skip(text, offset + 1)
    return offset + 1


def _json_list(text: str, offset: int, mark: Mark) -> int:
    offset = _skip(text, offset + 1)
    while text[offset] != "]":
        mark.parts[len(mark.parts)], offset = _json_value(text, offset)
        offset = _skip(text, offset)
        if text[offset] == ",":
            offset = _skip(text, offset + 1)
    return offset + 1


def repeated_keys(mark: Mark) -> Iterator[tuple[str, int, int]]:
    """Yield each key that stands again in its mapping, with the offset of that and of the first one."""
    for key, offset in mark.repeated:
        yield key, offset, mark.keys[key]
    for part in mark.parts.values():
        yield from repeated_keys(part)
