"""Stored answers by question id: JSONL of {"id", "answer"}, SQuAD's {id: text}, or CSV with the columns id and answer.

A null answer is a prediction that failed: it is kept, as None. An empty text is an answer, and means to abstain.
"""

from __future__ import annotations

import json
import re
import shlex
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.dataset.sources import no_file
from qa_eval.dataset.tables import TABLES, nearest, rows_of
from qa_eval.dataset.textfiles import lines_of, printable, shown, text_of
from qa_eval.errors import DatasetError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.formats import Content
    from qa_eval.model import Failure
    from qa_eval.outputs import Output

_KEYS = ("id", "answer")
_SUFFIXES = {".json", ".jsonl", ".eval"}
_BEGUN = re.compile(r"""^[ \t]*[{\["0-9]""", re.MULTILINE)  # a line that may be JSON
_KEY = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?')  # any text of a JSON, and the colon that makes it a key
BROKEN = (ValueError, TypeError, LookupError, AttributeError, RuntimeError, EOFError, struct.error, zlib.error)
"""What damaged JSON and archives raise while they are read; RuntimeError is also that of JSON that is nested too deeply."""
OTHERS = {"results", "samples", "eval", "config", "scores"}
"""Keys by which somebody else's output looks like answers by id."""
FORMS = 'write JSONL of {"id", "answer"}, JSON of {id: text}, or CSV (named .csv) with the columns id and answer'
PARQUET = b"PAR1"  # how a Parquet file begins
HEAD = 65_536  # bytes by which the outputs of other harnesses are told


def load_predictions(path: str | Path) -> Mapping[str, str | Failure | None]:
    """Return the stored answer to each question, in the order of the file; why it failed, or None, where there is none.

    The suffixes .csv and .tsv mean a table and .jsonl JSON lines; everything else is JSON in one piece, or else by lines. Numbers stay as they are written, true
    and false become "yes" and "no", other keys and columns are ignored. What other harnesses write is told by its content and
    read as well (see ``qa_eval.outputs``). Raises DatasetError with every problem.
    """
    reading = _Reading(str(path))
    if trouble := _no_predictions(Path(path)):
        raise DatasetError([trouble])
    try:
        output = _output(Path(path))
        if output is not None:
            _read_output(reading, output, Path(path))
        else:
            text = text_of(Path(path), reading.problems.append)
            if not reading.problems:
                _read(reading, text, Path(path).suffix.lower())
    except OSError as error:
        problem = Problem(str(path), 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}")
        raise DatasetError([problem]) from error
    if reading.problems:
        raise DatasetError([_several(reading)] if len(reading.whose) > 1 else list(dict.fromkeys(reading.problems)))
    return reading.answers


def _no_predictions(path: Path) -> Problem | None:
    """Return why a path holds no predictions, before it is read; None where it may, or is not there."""
    if (path / "run.json").is_file():
        hint = f"name the results.jsonl in it; `{_exported(path)}` writes a file of predictions for each answerer and repeat"
        return Problem(str(path), 0, 0, "this is the folder of a run", hint)
    if path.exists() and not path.is_file() and not path.is_dir():
        return no_file(path)
    if path.is_file():
        with suppress(OSError), path.open("rb") as file:  # to read it tells what is wrong
            if file.read(len(PARQUET)) == PARQUET:
                return Problem(str(path), 0, 0, "predictions are not read from Parquet", FORMS)
    return None


def _exported(run: Path) -> str:
    return f"qa-eval export {shlex.quote(str(run))} --to squad"


def _several(reading: _Reading) -> Problem:
    """Return the one thing that is wrong with results of several answerers or repeats, of which each question has one too many."""
    answerers = list(dict.fromkeys(answerer for answerer, _ in reading.whose))
    repeats = {repeat for _, repeat in reading.whose}
    parts = [f"{len(answerers)} answerers: {', '.join(answerers)}"] if len(answerers) > 1 else []
    parts += [f"{len(repeats)} repeats"] if len(repeats) > 1 else []
    hint = f"keep the lines of one; `{_exported(Path(reading.path).parent)}` writes a file of predictions for each, where it is a run's"
    return Problem(reading.path, 0, 0, f"the file holds the answers of {' and of '.join(parts)}", hint)


def _output(path: Path) -> Output | None:
    """Return the reader of another harness's output, None for a file of plain predictions."""
    if path.suffix.lower() in TABLES:
        return None
    with path.open("rb") as file:
        head = file.read(HEAD)
    ours = plugins.built_in("outputs")
    for name in ours if path.suffix.lower() in _SUFFIXES else plugins.plugins("outputs"):
        output: Output = plugins.make("outputs", name)
        if output.fits(path, head):
            return output
    return None


def _read_output(reading: _Reading, output: Output, path: Path) -> None:
    try:
        for name, answer, place in output.answers(path):
            if name in reading.answers:
                reading.problem(0, f'{place}: the id "{name}" has two answers')
            reading.answers[name] = answer
    except BROKEN as error:
        reading.problem(0, str(error) if isinstance(error, ValueError) else f"the file is broken: {error}")
    if not reading.answers and not reading.problems:
        reading.problem(0, "the file holds no answer")


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far."""

    path: str
    answers: dict[str, str | Failure | None] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whose: dict[tuple[str, str], None] = field(default_factory=dict)

    def row(self, row: Mapping[str, Content], line: int) -> None:
        """Add the answer of a row, which may be one of a run's results: those tell whose it is, and of which repeat."""
        if "answerer" in row:
            self.whose[str(row["answerer"]), str(row.get("repeat") or "0")] = None
        self.add(row["id"], row["answer"], line)

    def problem(self, line: int, message: str, hint: str = "", *, column: int = 0, source: str = "") -> None:
        """Add a problem; ``source`` is the whole line."""
        self.problems.append(Problem(self.path, line, column, printable(message), printable(hint), shown(source)))

    def add(self, name: Content, answer: Content, line: int) -> None:
        """Add an answer that stands in a line."""
        if not isinstance(name, str) or not name:
            self.problem(line, f'"id" should be text, not {_kind(name)}')
        elif isinstance(answer, list | dict):
            hint = (
                ""
                if name not in OTHERS
                else f"an output of another harness, {_harnesses()}, is told by its first keys, and this is none"
            )
            self.problem(line, f'the answer to "{name}" should be text, not {_kind(answer)}', hint)
        elif name in self.lines:
            before = self.lines[name]
            self.problem(
                line, f'the id "{name}" has two answers', f"the other one is on line {before}" if before else ""
            )
        else:
            self.lines[name] = line
            self.answers[name] = answer if isinstance(answer, str) or answer is None else ("yes" if answer else "no")


def _harnesses() -> str:
    return ", ".join(plugins.built_in("outputs"))


def _kind(value: Content) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    names = {dict: "a mapping", list: "a list", type(None): "null"}
    return names.get(type(value), "text" if value else "empty")


def _read(reading: _Reading, text: str, suffix: str) -> None:
    if not text.strip():
        reading.problem(0, "the file is empty", 'write a line {"id": …, "answer": …} for each answer')
    elif suffix not in TABLES and _is_another_kind(text):
        reading.problem(0, "these are no predictions: the file is neither JSON nor CSV", FORMS)
    elif suffix in TABLES:
        _read_table(reading, text)
    elif suffix == ".jsonl":
        _read_lines(reading, text)
    else:
        _read_json(reading, text)


def _is_another_kind(text: str) -> bool:
    """Tell whether a text holds no JSON, in one piece or in lines, not even begun."""
    return not _BEGUN.search(text) and text.strip() not in ("null", "true", "false")


def _read_table(reading: _Reading, text: str) -> None:
    for line, row in rows_of(reading.path, text, _KEYS, reading.problems.append):
        reading.row(row, line)
    if not reading.answers and not reading.problems:
        reading.problem(0, "the table has no row below its columns")


def _read_lines(reading: _Reading, text: str) -> None:
    for number, line in lines_of(text):
        try:
            row = json_value(line)
        except JsonTextError as error:
            reading.problem(number, error.message, column=error.offset + 1, source=line)
            continue
        _add_row(reading, row, number)


def _add_row(reading: _Reading, row: Content, line: int) -> None:
    if not isinstance(row, dict):
        reading.problem(line, f"a prediction should be a mapping, not {_kind(row)}", 'write {"id": …, "answer": …}')
    elif not _is_missing_keys(reading, row, line):
        reading.row(row, line)


def _is_missing_keys(reading: _Reading, row: Mapping[str, object], line: int) -> bool:
    missing = [key for key in _KEYS if key not in row]
    for key in missing:
        near = nearest(key, [other for other in row if other not in _KEYS])
        hint = f'rename "{near}"' if near else f"the keys here are {', '.join(row) or 'none'}"
        reading.problem(line, f'there is no key "{key}"', hint)
    return bool(missing)


def _read_json(reading: _Reading, text: str) -> None:
    """Read JSON in one piece; what has more after its first value is taken for JSON lines."""
    twice: list[str] = []
    try:
        whole = json_value(text, twice.append)
    except JsonTextError as error:
        if "after the end" in error.message:
            _read_lines(reading, text)
        else:
            _add_fault(reading, text, error)
        return
    if isinstance(whole, list):
        for row in whole:
            _add_row(reading, row, 0)
    elif not isinstance(whole, dict):
        reading.problem(1, f"the predictions should be a mapping {{id: text}}, not {_kind(whole)}")
    elif whole.keys() == set(_KEYS):
        _add_row(reading, whole, 1)
    else:
        wrong = any(isinstance(answer, list | dict) for answer in whole.values())
        lines = _lines_of_keys(text) if wrong else {}
        for name, answer in whole.items():
            reading.add(name, answer, lines.get(name, [0])[0])
    lines = _lines_of_keys(text) if twice else {}
    for key in dict.fromkeys(twice):
        first, *others = lines[key]
        reading.problem(others[0], f'the id "{key}" has two answers', f"the other one is on line {first}")


def _add_fault(reading: _Reading, text: str, error: JsonTextError) -> None:
    start = text.rfind("\n", 0, error.offset) + 1
    line = text.count("\n", 0, error.offset) + 1
    source = text[start:].partition("\n")[0]
    reading.problem(line, error.message, column=error.offset - start + 1, source=source)


def _lines_of_keys(text: str) -> dict[str, list[int]]:
    """Return the lines in which each key of a JSON text stands."""
    found: dict[str, list[int]] = {}
    line, counted = 1, 0
    for key in _KEY.finditer(text):
        line += text.count("\n", counted, key.start())
        counted = key.start()
        if key[2]:
            found.setdefault(json.loads(key[1]), []).append(line)
    return found
