"""Records of files, read lazily where the format allows it: JSON lines, CSV and Parquet never stand in memory as a whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn

from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.dataset.tables import rows_of
from qa_eval.dataset.textfiles import decoded, shown
from qa_eval.errors import DatasetError, Problem, UsageError
from qa_eval.formats import Cell, Figure, written
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from qa_eval.formats import Content

VERSION_LENGTH = 12  # hex digits of a revision that a version shows
_PIECE = 1 << 20


@value
class Origin:
    """Where records come from. ``pinned`` names exactly what was read; ``version`` is the beginning of its revision.

    ``file`` is the path that messages name, "" for a set of a hub.
    """

    pinned: str
    name: str
    version: str
    records: Iterator[Content]
    licence: str = ""
    file: str = ""

    @property
    def called(self) -> str:
        """What messages call it."""
        return self.file or self.pinned


def of_file(path: Path) -> Origin:
    """Return the records of a file. Raises UsageError for a suffix that nothing reads, DatasetError for what is broken."""
    readers: dict[str, Callable[[Path], Iterator[Content]]] = {
        ".json": _json,
        ".jsonl": _lines,
        ".csv": _table,
        ".tsv": _table,
        ".parquet": _parquet,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path}: no import reads this kind of file", hint=f"known are {', '.join(readers)}")
    try:
        revision = digest_of(path)
    except OSError as error:
        raise DatasetError(
            [Problem(str(path), 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}")]
        ) from error
    pinned = f"{path}#sha256={revision}"
    return Origin(pinned, path.stem, revision[:VERSION_LENGTH], reader(path), file=str(path))


def digest_of(*paths: Path) -> str:
    """Return the hex SHA-256 of files, one after the other."""
    whole = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                whole.update(piece)
    return whole.hexdigest()


def content_of(value: object) -> Content:
    """Return a value of Python as content: numbers as they would be written, dates in ISO form.

    >>> content_of({"n": 2.50, "spans": ("a", None)})
    {'n': '2.5', 'spans': ['a', None]}
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | float | Decimal):
        return Figure(value)
    if isinstance(value, dt.date):
        return written(value)
    if isinstance(value, dict):
        return {str(key): content_of(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [content_of(part) for part in value]
    tolist = getattr(value, "tolist", None)
    return content_of(tolist()) if callable(tolist) else str(value)


def row_of(row: Mapping[str, object]) -> dict[str, Content]:
    """Return a row of a table as content: its texts are cells, of which one may hold several values."""
    return {str(column): Cell(cell) if isinstance(cell, str) else content_of(cell) for column, cell in row.items()}


def _json(path: Path) -> Iterator[Content]:
    """Yield the records of a file."""
    text = decoded(path, path.read_bytes(), _refuse)
    if not text.strip():
        return
    try:
        whole = json_value(text)
    except JsonTextError as error:
        start = text.rfind("\n", 0, error.offset) + 1
        line = text.count("\n", 0, error.offset) + 1
        _refuse(_at(path, line, error.message, error.offset - start + 1, text[start:].partition("\n")[0]))
    yield from wrapped(whole)


def wrapped(whole: Content) -> list[Content]:
    """Return the records of a file's content: the entries of its list, or of the one list of records that it wraps."""
    if isinstance(whole, list):
        return whole
    parts = list(whole.values()) if isinstance(whole, dict) else []
    lists = [part for part in parts if isinstance(part, list) and part and isinstance(part[0], dict)]
    if lists:
        return max(lists, key=len)
    return parts if parts and all(isinstance(part, dict) for part in parts) else [whole]


def _lines(path: Path) -> Iterator[Content]:
    for number, line in _numbered(path):
        if line.strip():
            try:
                yield json_value(line)
            except JsonTextError as error:
                _refuse(_at(path, number, error.message, error.offset + 1, line))


def _table(path: Path) -> Iterator[Content]:
    lines = (part for _, line in _numbered(path) for part in io.StringIO(line, newline=""))
    for _, row in rows_of(str(path), lines, (), _refuse):
        yield row_of(row)


def _numbered(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each line of a file, with its end and its number from 1."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            yield number, decoded(path, raw, _refuse, number)


def _parquet(path: Path) -> Iterator[Content]:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and no other kind of file needs it
    from pyarrow import parquet  # noqa: PLC0415 - see above

    if not path.stat().st_size:
        return
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(1_000):
                yield from (row_of(row) for row in batch.to_pylist())
    except pa.ArrowInvalid as error:
        _refuse(Problem(str(path), 0, 0, f"the file is not Parquet: {str(error).splitlines()[0]}"))


def _at(path: Path, line: int, message: str, column: int, source: str) -> Problem:
    return Problem(str(path), line, column, message, source=shown(source))


def _refuse(problem: Problem) -> NoReturn:
    raise DatasetError([problem])
