"""JSONL: one question a line, in the plain form or in that of a questions file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.dataset.textfiles import lines_of, text_of
from qa_eval.errors import Problem
from qa_eval.formats import Content, Parsed, Place, Where
from qa_eval.formats._faults import repeated_key
from qa_eval.formats._marks import MarkedText, Source, json_mark, repeated_keys

if TYPE_CHECKING:
    from pathlib import Path


class Format:
    """JSON lines (.jsonl)."""

    def read(self, path: Path) -> Parsed:
        """Read the file; every line that is no JSON is a problem of its own."""
        problems: list[Problem] = []
        rows: list[Content] = []
        lines: list[tuple[int, str]] = []
        for number, line in lines_of(text_of(path, problems.append)):
            twice: list[str] = []
            try:
                rows.append(json_value(line, twice.append))
            except JsonTextError as fault:
                place = Source(line).place(fault.offset)
                problems.append(_at(place, str(path), number, fault.message, _hint(line, fault.offset)))
                continue
            if isinstance(rows[-1], list) and any(isinstance(one, dict) for one in rows[-1]):
                rows.pop()
                problems.append(_at(Source(line).place(0), str(path), number, "a list of questions is no line", _ARRAY))
                continue
            lines.append((number, line))
            if twice:
                problems += _repeated(str(path), number, line)
        content: Content = {"questions": rows} if rows else None
        return Parsed(content, _Lines(lines), tuple(problems))


class _Lines:
    """Locates parts of questions by their lines."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self._lines = lines

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key; the first line for the file itself."""
        if len(where) < 2 or not isinstance(where[1], int) or where[1] >= len(self._lines):  # noqa: PLR2004 - ("questions", n)
            return Place(self._lines[0][0], 1) if self._lines else Place()
        number, line = self._lines[where[1]]
        place = MarkedText(Source(line), lambda: json_mark(line))(where[2:], key=key)
        return Place(number, place.column, place.source)


_ARRAY = "write one question a line, or name the file .json"


def _hint(line: str, offset: int) -> str:
    """Return what helps where a line is one of a JSON array, or the array's own first one."""
    if not line.strip(" []"):
        return _ARRAY
    return "remove the comma: each line is a question of its own" if line[offset:].strip() in {",", ",]"} else ""


def _at(place: Place, path: str, number: int, message: str, hint: str = "") -> Problem:
    return Problem(path, number, place.column, message, hint, place.source)


def _repeated(path: str, number: int, line: str) -> list[Problem]:
    source = Source(line)
    found = [repeated_key(path, source, *each) for each in repeated_keys(json_mark(line))]
    hint = "both are in this line; keep one of them"
    return [Problem(path, number, one.column, one.message, hint, one.source) for one in found]
