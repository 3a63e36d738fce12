"""JSON, its numbers kept as written, and its faults said in plain words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qa_eval.formats import Content, Figure

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)
_PLAIN = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Expecting property name enclosed in double quotes": "a key in double quotes should stand here",
    "Expecting value": "a value should stand here",
    "Unterminated string starting at": 'this " is never closed',
    "Extra data": "there is more after the end of the JSON value",
    "Invalid control character at": "a tab, line break or control character has to be escaped within text",
}


class JsonTextError(ValueError):
    """A text is no JSON; ``offset`` says where."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def json_value(text: str, on_duplicate: Callable[[str], None] | None = None) -> Content:
    """Return the value of a JSON text, numbers as ``Figure``; ``on_duplicate`` is told of each key that stands twice.

    Of such a key the first value is kept. Raises JsonTextError.

    >>> json_value('{"value": 1.50}')
    {'value': '1.50'}
    """
    try:
        value: Content = _quick.decode(text)
    except (_DoubtfulError, ValueError, RecursionError):
        return _with_care(text, on_duplicate)
    return value


def _unique(pairs: list[tuple[str, Content]]) -> dict[str, Content]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DoubtfulError
    return made


def _no_constant(_: str) -> Content:
    raise _DoubtfulError


class _DoubtfulError(Exception):
    """A text in which something may be wrong."""


_quick = json.JSONDecoder(object_pairs_hook=_unique, parse_float=Figure, parse_int=Figure, parse_constant=_no_constant)


def _with_care(text: str, on_duplicate: Callable[[str], None] | None) -> Content:
    def mapping(pairs: list[tuple[str, Content]]) -> dict[str, Content]:
        made = dict(pairs)
        if len(made) != len(pairs):
            made = {}
            for key, value in pairs:
                if key in made and on_duplicate:
                    on_duplicate(key)
                made.setdefault(key, value)
        return made

    def constant(name: str) -> Content:
        raise JsonTextError(f"{name} is no JSON", max(text.find(name), 0))

    try:
        value: Content = json.loads(
            text, parse_float=Figure, parse_int=Figure, parse_constant=constant, object_pairs_hook=mapping
        )
    except json.JSONDecodeError as error:
        raise _explained(text, error) from None
    except RecursionError:
        raise JsonTextError("nested too deeply", 0) from None
    return value


def _explained(text: str, error: json.JSONDecodeError) -> JsonTextError:
    end = len(text.rstrip())
    if error.pos >= end and end:
        opened = _unclosed(text)
        if opened is not None:
            return JsonTextError(f"this {text[opened]} is never closed", opened)
    if error.msg.startswith("Illegal trailing comma"):  # since Python 3.13, which points at the comma
        return JsonTextError(f"a comma before the closing {text[error.pos + 1 :].lstrip()[:1]}", error.pos)
    before = text[: error.pos].rstrip()
    if text[error.pos : error.pos + 1] in ("]", "}") and before.endswith(","):
        return JsonTextError(f"a comma before the closing {text[error.pos]}", len(before) - 1)
    if text[error.pos : error.pos + 1] == "'":
        return JsonTextError("JSON writes text in double quotes", error.pos)
    return JsonTextError(_PLAIN.get(error.msg, error.msg[:1].lower() + error.msg[1:]), error.pos)


def _unclosed(text: str) -> int | None:
    """Return where the innermost bracket stands that is opened and not closed."""
    opened: list[int] = []
    for piece in _PIECE.finditer(text):
        if piece.group() in ("[", "{"):
            opened.append(piece.start())
        elif piece.group() in ("]", "}") and opened:
            opened.pop()
    return opened[-1] if opened else None
