"""YAML, read strictly: text is never turned into something else, and every part knows where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from qa_eval.dataset.textfiles import text_of
from qa_eval.errors import Problem
from qa_eval.formats import Content, Figure, Parsed
from qa_eval.formats._marks import Mark, MarkedText, Source
from qa_eval.formats._yaml_errors import Sofar, explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEEPEST = 20
"""Levels of nesting that are read; a questions file needs seven."""

_FIGURE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|[-+]?\.[0-9]+")
_TRAPS = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"yes|Yes|YES|on|On|ON|y|Y", "true"),
        (r"no|No|NO|off|Off|OFF|n|N", "false"),
        (r"[-+]?0[0-7_]+", "an octal number"),
        (r"[-+]?0[0-9]+(\.[0-9]*)?", "a number without its zero"),
        (r"[-+]?0x[0-9a-fA-F_]+", "a hexadecimal number"),
        (r"[-+]?0o[0-7]+", "an octal number"),
        (r"[-+]?0b[01_]+", "a binary number"),
        (r"[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?", "a number without its underscores"),
        (r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?", "a number in base 60"),
        (r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+", "a power of ten"),
        (r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "a special number"),
    )
)
_NULLS = {"", "~", "null", "Null", "NULL"}
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_STARTS = frozenset("+-.0123456789~nNtTfFyYoO")
_CUT = re.compile(r"[-+]?[0-9]{1,3},([0-9]{3})(?![0-9])[^\]},#:\n]*(?:,[0-9]{3}(?![0-9])[^\]},#:\n]*)*(?<! )")


class Format:
    """YAML files (.yaml, .yml)."""

    def read(self, path: Path) -> Parsed:
        """Read the file; an error of the syntax ends the reading where it stands."""
        problems: list[Problem] = []
        text = text_of(path, problems.append)
        reader = _Reader(str(path), text, problems)
        if not problems:
            reader.read()
        return Parsed(reader.content, MarkedText(reader.source, lambda: reader.mark), tuple(problems))


class _Reader:
    """Builds content and marks from the parser's events."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.source = Source(text)
        self.content: Content = None
        self.mark = Mark(0)
        self._path = path
        self._problems = problems
        self._sofar = Sofar(text)
        self._cut_until = 0

    def read(self) -> None:
        events = yaml.parse(self.source.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        try:
            self._documents(events)
        except yaml.YAMLError as error:
            fault = explain(error, self._sofar)
            self._report(fault.offset, fault.message, fault.hint)
        except _TooDeepError as error:
            self._report(error.offset, f"nested more than {DEEPEST} levels deep")

    def _report(self, offset: int, message: str, hint: str = "") -> None:
        place = self.source.place(offset)
        self._problems.append(Problem(self._path, place.line, place.column, message, hint, place.source))

    def _documents(self, events: Iterator[yaml.Event]) -> None:
        seen = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    hint = "one file holds one set of questions: remove the --- line, or make two files"
                    self._report(_start(event), "a second document starts here", hint)
                    return
            elif isinstance(event, (yaml.NodeEvent)):
                self.content, self.mark = self._node(event, events, 0)

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> tuple[Content, Mark]:
        mark = Mark(_start(event))
        if depth > DEEPEST:
            raise _TooDeepError(mark.offset)
        if isinstance(event, yaml.AliasEvent):
            self._report(
                mark.offset,
                f"*{event.anchor} stands for another part of the file",
                "write the value out; text that begins with * needs quotes",
            )
            return "", mark
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            return None, mark
        if event.anchor is not None:
            self._report(
                mark.offset,
                f"&{event.anchor} marks a part of the file for use elsewhere",
                "write each value out; text that begins with & needs quotes",
            )
        if event.tag is not None:
            self._report(
                mark.offset,
                f"the tag {_shown_tag(event.tag)} is not read",
                "remove it; text that begins with ! needs quotes",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event), mark
        if event.flow_style:
            self._sofar.brackets.append(mark.offset)
        value: Content
        if isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(bool(event.flow_style), events, depth, mark)
        else:
            value = self._mapping(bool(event.flow_style), events, depth, mark)
        if event.flow_style:
            self._sofar.brackets.pop()
        return value, mark

    def _sequence(self, flow: bool, events: Iterator[yaml.Event], depth: int, mark: Mark) -> list[Content]:
        values: list[Content] = []
        before: yaml.Event | None = None
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if not (flow and self._is_cut(before, event)):
                value, mark.parts[len(values)] = self._node(event, events, depth + 1)
                values.append(value)
            before = event
        return values

    def _mapping(self, flow: bool, events: Iterator[yaml.Event], depth: int, mark: Mark) -> dict[str, Content]:
        values: dict[str, Content] = {}
        before: yaml.Event | None = None
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            cut = flow and self._is_cut(before, event)
            if not isinstance(event, yaml.ScalarEvent):
                self._node(event, events, depth + 1)
                self._report(_start(event), "a key must be plain text", "text that starts with [ or { needs quotes")
            before = next(events)
            value, part = self._node(before, events, depth + 1)
            if isinstance(event, yaml.ScalarEvent) and not cut:
                self._add(event, value, part, values, mark)
        return values

    def _add(self, key: yaml.ScalarEvent, value: Content, part: Mark, values: dict[str, Content], mark: Mark) -> None:
        if key.value in values:
            hint = f"it is on line {self.source.place(mark.keys[key.value]).line} too; keep one of them"
            self._report(_start(key), f'the key "{key.value}" stands here twice', hint)
            return
        values[key.value], mark.parts[key.value], mark.keys[key.value] = value, part, _start(key)

    def _scalar(self, event: yaml.ScalarEvent) -> Content:
        text: str = event.value
        if event.style in ("'", '"'):
            self._sofar.quoted = (_start(event), _end(event))
        if event.style or (text and text[0] not in _STARTS):
            return text
        if text in _NULLS:
            return None
        if text in _TRUTHS:
            return _TRUTHS[text]
        if _FIGURE.fullmatch(text):
            return Figure(text)
        for pattern, reading in _TRAPS:
            if pattern.fullmatch(text):
                message = f"some YAML readers take {text} without quotes for {reading}"
                self._report(_start(event), message, f'quote it: "{text}"')
                break
        return text

    def _is_cut(self, before: yaml.Event | None, event: yaml.Event) -> bool:
        """Say whether a comma between brackets cuts a number in two, as in [1,300 km]; reported once a number."""
        if not (isinstance(before, yaml.ScalarEvent) and isinstance(event, yaml.ScalarEvent)):
            return False
        start = _start(before)
        number = _CUT.match(self.source.text, start)
        if before.style or event.style or not number or number.start(1) != _start(event):
            return False
        if start >= self._cut_until:
            self._cut_until = number.end()
            whole = number.group()
            self._report(start, f"between brackets, {whole} is cut at its comma", f'quote it: "{whole}"')
        return True


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _TooDeepError(Exception):
    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def _shown_tag(tag: str) -> str:
    return "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:yaml.org,2002:") else tag
