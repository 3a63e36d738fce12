"""CSV tables, read strictly: every row has the columns that the first one names."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from qa_eval.dataset.textfiles import shown
from qa_eval.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_CELL = 2**31 - 1


def rows_of(path: str, text: str, report: Callable[[Problem], None]) -> Iterator[tuple[int, dict[str, str]]]:
    r"""Yield each row as a mapping by column, with the line it begins in; what is wrong goes to ``report``.

    >>> list(rows_of("p.csv", "id,answer\na,170 mm\n", print))
    [(2, {'id': 'a', 'answer': '170 mm'})]
    """
    rows = _numbered(path, text, report)
    _, columns = next(rows, (0, []))
    columns = [column.strip() for column in columns]
    repeated = sorted({column for column in columns if columns.count(column) > 1})
    if repeated:
        first = shown(text.partition("\n")[0])
        report(Problem(path, 1, 0, f'the column "{repeated[0]}" stands there twice', "keep one of them", first))
    for line, cells in rows:
        if len(cells) == len(columns):
            yield line, dict(zip(columns, cells, strict=True))
        else:
            hint = "text that contains a comma or a line break needs quotes" if len(cells) > len(columns) else ""
            report(Problem(path, line, 0, f"the row has {len(cells)} cells for {len(columns)} columns", hint))


def _numbered(path: str, text: str, report: Callable[[Problem], None]) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)  # the module's own limit, 128 KiB, is less than many a document
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            report(_broken(path, line, str(error)))
            return
        if cells is None:
            return
        if cells:
            yield line, cells


def _broken(path: str, line: int, message: str) -> Problem:
    if "unexpected end" in message:
        return Problem(path, line, 0, "a quote that is opened in this row is never closed")
    if "expected after" in message:
        hint = 'write "" for a quote within quotes'
        return Problem(path, line, 0, "there is text after a closing quote in this row", hint)
    return Problem(path, line, 0, message)
