"""The YAML parser's complaints, said as what is wrong, where, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa_eval.values import value

if TYPE_CHECKING:
    import yaml

_KEY = re.compile(r"\s*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[\w-]+):(?=\s|$)")
_INDENTED = "this line does not fit the ones above it"
_FITTING = (
    "keys of one mapping, and entries of one list, begin in the same column; is a colon or a quote missing above?"
)


@dataclass(slots=True)
class Sofar:
    """What had been read when the parser gave up: the last quoted text, and the brackets that are open."""

    text: str
    quoted: tuple[int, int] | None = None
    brackets: list[int] = field(default_factory=list)

    def line(self, offset: int) -> str:
        """Return the line around an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : end if end >= 0 else len(self.text)]

    def number(self, offset: int) -> int:
        """Return the number of the line of an offset."""
        return self.text.count("\n", 0, offset) + 1


@value
class Fault:
    """What is wrong at an offset of the text, and what to do."""

    offset: int
    message: str
    hint: str = ""


def explain(error: yaml.YAMLError, sofar: Sofar) -> Fault:
    """Return what is wrong, where, and what to do about it."""
    position = getattr(error, "position", None)
    if position is not None:
        code = ord(sofar.text[position]) if position < len(sofar.text) else 0
        return Fault(position, f"the control character U+{code:04X} cannot stand in a YAML file", "remove it")
    problem = str(getattr(error, "problem", None) or error)
    offset = _index(getattr(error, "problem_mark", None))
    opened = getattr(error, "context_mark", None)
    for part, rule in _RULES:
        if part in problem:
            return rule(_index(opened) if opened else offset, offset, sofar)
    return Fault(offset, f"not YAML: {problem}")


def _index(mark: yaml.error.Mark | None) -> int:
    return mark.index if mark else 0


def _end_of_text(opened: int, offset: int, sofar: Sofar) -> Fault:
    if sofar.text[opened : opened + 1] in ('"', "'"):
        return Fault(opened, f"this {sofar.text[opened]} is never closed")
    return Fault(offset, "the file ends in the middle of something")


def _flow(opened: int, offset: int, sofar: Sofar) -> Fault:
    """Explain a list or mapping in brackets that goes wrong: not closed, or a comma missing."""
    opened = sofar.brackets[-1] if sofar.brackets else opened
    bracket = sofar.text[opened : opened + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    next_key = _KEY.match(sofar.line(offset)) and sofar.number(offset) > sofar.number(opened)
    if next_key or offset >= len(sofar.text.rstrip()):
        until = sofar.number(offset)
        hint = f"a {closing} is missing before line {until}" if until > sofar.number(opened) else ""
        return Fault(opened, f"this {bracket} is never closed", hint)
    return Fault(
        offset,
        f"a comma or {closing} is missing here",
        "text that contains quotes or brackets needs quotes around all of it",
    )


def _content(opened: int, offset: int, sofar: Sofar) -> Fault:
    """Explain a value that cannot begin as it does."""
    if sofar.brackets:
        return _flow(opened, offset, sofar)
    begins = sofar.text[offset : offset + 1]
    return Fault(offset, f"there is no value before this {begins}" if begins.strip() else "a value is missing here")


def _expected_key(_opened: int, offset: int, sofar: Sofar) -> Fault:
    """Explain something after the end of a value: mostly a quote that closes too early or too late."""
    if sofar.quoted is not None:
        start, end = sofar.quoted
        quote = sofar.text[start : start + 1]
        if not sofar.text[end:offset].strip(" "):
            if sofar.number(start) != sofar.number(offset):
                return Fault(
                    start, f"this {quote} is closed only on line {sofar.number(end)}", "close it where its text ends"
                )
            inside = (
                "write '' for an apostrophe, or put double quotes around"
                if quote == "'"
                else 'write \\" for a quote within the text'
            )
            return Fault(offset, "there is more after the closing quote", inside)
    if sofar.text[offset : offset + 1] in ("]", "}"):
        return Fault(offset, f"this {sofar.text[offset]} closes nothing")
    return Fault(offset, _INDENTED, _FITTING)


def _colon(_opened: int, offset: int, sofar: Sofar) -> Fault:
    line_start = sofar.text.rfind("\n", 0, offset) + 1
    key = _KEY.match(sofar.line(offset))
    if key and line_start + key.end() <= offset:
        return Fault(offset, 'text that contains ": " needs quotes', "put quotes around the whole text")
    return Fault(offset, _INDENTED, _FITTING)


def _character(_opened: int, offset: int, sofar: Sofar) -> Fault:
    character = sofar.text[offset : offset + 1]
    if character == "\t":
        return Fault(offset, "a tab cannot indent YAML", "use spaces")
    return Fault(offset, f"text that begins with {character} needs quotes")


def _begins(opened: int, _offset: int, sofar: Sofar) -> Fault:
    return Fault(opened, f"text that begins with {sofar.text[opened : opened + 1]} needs quotes")


def _escape(_opened: int, offset: int, sofar: Sofar) -> Fault:
    escape = sofar.text[offset : offset + 2]
    return Fault(offset, f"{escape} means nothing within double quotes", f"write \\{escape}, or use single quotes")


def _surrogate(_opened: int, offset: int, _sofar: Sofar) -> Fault:
    return Fault(offset, "this escape is no character", "write the character itself")


def _no_colon(opened: int, _offset: int, _sofar: Sofar) -> Fault:
    return Fault(opened, "this line has no colon after its key")


def _list_entry(_opened: int, offset: int, _sofar: Sofar) -> Fault:
    return Fault(
        offset,
        "a list cannot begin in the line of its key",
        "begin the entry, - …, on a line of its own, or write [ … ]",
    )


_RULES = (
    ("found unexpected end of stream", _end_of_text),
    ("found unexpected document indicator", _end_of_text),
    ("did not find expected ',' or", _flow),
    ("did not find expected node content", _content),
    ("did not find expected key", _expected_key),
    ("did not find expected '-' indicator", _expected_key),
    ("did not find expected <document start>", _expected_key),
    ("mapping values are not allowed", _colon),
    ("found a tab character", _character),
    ("found character that cannot start any token", _character),
    ("did not find expected alphabetic or numeric character", _begins),
    ("did not find expected comment or line break", _begins),
    ("mapping keys are not allowed", _character),
    ("found unknown escape character", _escape),
    ("Unicode character escape", _surrogate),
    ("did not find expected hexdecimal number", _surrogate),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _list_entry),
)
