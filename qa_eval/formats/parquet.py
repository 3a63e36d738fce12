"""Parquet: one question a row, in the plain form."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from qa_eval.errors import Problem
from qa_eval.formats import Content, Figure, Parsed, Place, Where
from qa_eval.formats._cells import question_of

if TYPE_CHECKING:
    from pathlib import Path


class Format:
    """Parquet files (.parquet)."""

    def read(self, path: Path) -> Parsed:
        """Read the file. It has no lines: a problem names the row in their place."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and no other format needs it
        from pyarrow import parquet  # noqa: PLC0415 - see above

        if not path.stat().st_size:
            return Parsed(None, _row)
        with path.open("rb") as file:
            try:
                rows = parquet.read_table(file).to_pylist()
            except pa.ArrowInvalid as error:
                problem = Problem(
                    str(path), 0, 0, f"the file is not Parquet: {str(error).splitlines()[0].rpartition(': ')[2]}"
                )
                return Parsed(None, _row, (problem,))
        questions: list[Content] = [question_of({name: _plain(cell) for name, cell in row.items()}) for row in rows]
        return Parsed({"questions": questions} if questions else None, _row)


def _row(where: Where, *, key: bool = False) -> Place:  # noqa: ARG001 - a Locate
    return Place(where[1] + 1) if len(where) > 1 and isinstance(where[1], int) else Place()


def _plain(value: object) -> Content:
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return Figure(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    return str(value)
