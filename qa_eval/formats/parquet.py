"""Parquet: one question a row, in the plain form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, overload

from qa_eval.errors import DatasetError, Problem
from qa_eval.formats import Content, Figure, Parsed, Place, Where, written
from qa_eval.formats._cells import question_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

PART = 2_000  # rows that are read at once
FEW = 20_000  # rows that are kept
_TEXTS = {"string", "large_string", "list<element: string>", "list<item: string>"}


class Format:
    """Parquet files (.parquet)."""

    def read(self, path: Path) -> Parsed:
        """Read the file. It has no lines: a problem names the row in their place. Raises DatasetError for a damaged one."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and no other format needs it

        if not path.stat().st_size:
            return Parsed(None, _row)
        try:
            rows = _Rows(path)
        except (pa.ArrowException, ValueError) as error:  # ValueError: a name that is no UTF-8, too
            said = str(error).splitlines()[0].rpartition(": ")[2]
            return Parsed(None, _row, (Problem(str(path), 0, 0, f"the file is not Parquet: {said}"),))
        return Parsed({"questions": list(rows) if len(rows) <= FEW else rows} if len(rows) else None, _row)  # type: ignore[dict-item]  # a sequence like a list


class _Rows(Sequence[Content]):
    """The questions of a file's rows, read as they are asked for, a part at a time.

    Raises DatasetError where the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        from pyarrow import parquet  # noqa: PLC0415 - heavy, and no other format needs it

        self._path = path
        self._file = parquet.ParquetFile(path, memory_map=True)
        self._total = int(self._file.metadata.num_rows)
        if self._total < 0:
            raise _damaged(path, f"it says that it has {self._total} rows")
        self._first = 0
        self._part: list[Content] = []
        self._rest = self._read()

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> Content: ...
    @overload
    def __getitem__(self, index: slice) -> list[Content]: ...
    def __getitem__(self, index: int | slice) -> Content | list[Content]:
        """Return the question, or the questions, of rows from 0; quick in the file's order."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._total))]
        if not 0 <= index < self._total:
            raise IndexError(index)
        if index < self._first:
            self._first, self._part, self._rest = 0, [], self._read()
        while index >= self._first + len(self._part):
            self._first += len(self._part)
            self._part = next(self._rest, [])
            if not self._part:
                raise _damaged(self._path, f"it ends after {self._first:,} of {self._total:,} rows")
        return self._part[index - self._first]

    def _read(self) -> Iterator[list[Content]]:
        import pyarrow as pa  # noqa: PLC0415 - see above

        try:
            for batch in self._file.iter_batches(PART, use_threads=False):  # threads have their own memory each
                columns = [
                    (name, _cells(column)) for name, column in zip(batch.schema.names, batch.columns, strict=True)
                ]
                yield [question_of({name: cells[row] for name, cells in columns}) for row in range(batch.num_rows)]
        except (pa.ArrowException, ValueError, OSError) as error:  # ValueError: text that is no UTF-8, too
            raise _damaged(self._path, str(error)) from None


def _damaged(path: Path, said: str) -> DatasetError:
    said = " ".join(said.split())[:200]
    return DatasetError([Problem(str(path), 0, 0, f"the file is damaged: {said}", "write it again")])


def _cells(column: pa.Array) -> list[Content]:
    cells = column.to_pylist()
    return cells if str(column.type) in _TEXTS else [_plain(cell) for cell in cells]


def _row(where: Where, *, key: bool = False) -> Place:  # noqa: ARG001 - a Locate
    return Place(where[1] + 1) if len(where) > 1 and isinstance(where[1], int) else Place()


def _plain(value: object) -> Content:
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return Figure(value)
    if isinstance(value, dt.date):
        return written(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    return str(value)
