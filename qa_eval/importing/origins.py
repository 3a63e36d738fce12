"""Records of files, read lazily where the format allows it: JSON lines, CSV and Parquet never stand in memory as a whole."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn

from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.errors import DatasetError, Problem, UsageError
from qa_eval.formats import Figure
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qa_eval.formats import Content

VERSION_LENGTH = 12  # hex digits of a revision that a version shows
_PIECE = 1 << 20


@value
class Origin:
    """Where records come from. ``pinned`` names exactly what was read; ``version`` is the beginning of its revision."""

    pinned: str
    name: str
    version: str
    records: Iterator[Content]
    licence: str = ""


def of_file(path: Path) -> Origin:
    """Return the records of a file. Raises UsageError for a suffix that nothing reads, DatasetError for what is broken."""
    readers: dict[str, Callable[[Path], Iterator[Content]]] = {
        ".json": _json,
        ".jsonl": _lines,
        ".csv": _table,
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
    return Origin(f"{path}#sha256={revision}", path.stem, revision[:VERSION_LENGTH], reader(path))


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
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): content_of(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [content_of(part) for part in value]
    tolist = getattr(value, "tolist", None)
    return content_of(tolist()) if callable(tolist) else str(value)


def _json(path: Path) -> Iterator[Content]:
    """Yield the records of a file: the entries of its list, or of the one list of records that it wraps."""
    text = _decoded(path, 0, path.read_bytes())
    try:
        whole = json_value(text)
    except JsonTextError as error:
        line = text.count("\n", 0, error.offset) + 1
        _refuse(path, line, error.message, error.offset - text.rfind("\n", 0, error.offset))
    yield from _wrapped(whole)


def _wrapped(whole: Content) -> list[Content]:
    if isinstance(whole, list):
        return whole
    parts = list(whole.values()) if isinstance(whole, dict) else []
    lists = [part for part in parts if isinstance(part, list) and part and isinstance(part[0], dict)]
    if lists:
        return max(lists, key=len)
    return parts if parts and all(isinstance(part, dict) for part in parts) else [whole]


def _lines(path: Path) -> Iterator[Content]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            line = _decoded(path, number, raw)
            if line.strip():
                try:
                    yield json_value(line)
                except JsonTextError as error:
                    _refuse(path, number, error.message, error.offset + 1)


def _table(path: Path) -> Iterator[Content]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the module's own limit is less than many a document
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        try:
            for row in reader:
                if None in row or None in row.values():
                    _refuse(path, reader.line_num, "the row has another number of cells than the first one")
                yield {str(column): cell for column, cell in row.items()}
        except csv.Error as error:
            _refuse(path, reader.line_num, str(error))
        except UnicodeDecodeError as error:
            _refuse(path, reader.line_num, f"byte 0x{error.object[error.start]:02x} is not UTF-8")


def _parquet(path: Path) -> Iterator[Content]:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and no other kind of file needs it
    from pyarrow import parquet  # noqa: PLC0415 - see above

    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(1_000):
                yield from (content_of(row) for row in batch.to_pylist())
    except pa.ArrowInvalid as error:
        _refuse(path, 0, f"the file is not Parquet: {str(error).splitlines()[0]}")


def _decoded(path: Path, number: int, raw: bytes) -> str:
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].count(b"\n")
        _refuse(path, number or before + 1, f"byte 0x{raw[error.start]:02x} is not UTF-8")


def _refuse(path: Path, line: int, message: str, column: int = 0) -> NoReturn:
    raise DatasetError([Problem(str(path), line, column, message)])
