"""Tables as text, read strictly: every row has the columns that the first one names."""

from __future__ import annotations

import csv
import io
from collections import Counter
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from qa_eval.errors import Problem

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LONGEST_CELL = 2**31 - 1
_SHOWN = 20  # columns that a message names
TABLES = (".csv", ".tsv")
ANSWERS = (
    "answer",
    "gold",
    "expected",
    "reference",
    "references",
    "target",
    "label",
    "ground_truth",
    "gold_answer",
    "expected_answer",
)
"""What others call the accepted answers."""
_MARKS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}


def rows_of(
    path: str, text: str | Iterable[str], needed: Sequence[str], report: Callable[[Problem], None]
) -> Iterator[tuple[int, dict[str, str]]]:
    r"""Yield each row as a mapping by column, with the line it begins in; what is wrong goes to ``report``.

    ``text`` is the whole table, or its lines with their ends. Its cells stand between commas, or between semicolons or tabs where
    the first row does.

    >>> list(rows_of("p.csv", "id,answer\na,170 mm\n", ["id"], print))
    [(2, {'id': 'a', 'answer': '170 mm'})]
    """
    lines = iter(io.StringIO(text, newline="") if isinstance(text, str) else text)
    first = next(lines, "")
    csv.field_size_limit(_LONGEST_CELL)  # the module's own limit, 128 KiB, is less than many a document
    mark = _mark(first, needed)
    rows = _numbered(path, csv.reader(chain([first], lines), delimiter=mark, strict=True), report)
    columns = [column.strip() for column in next(rows, (0, []))[1]]
    wrong = list(_wrong_columns(columns, needed))
    for message, hint in wrong:
        report(Problem(path, 1, 0, message, hint))
    if wrong:
        return
    for line, cells in rows:
        if len(cells) == len(columns):
            yield line, dict(zip(columns, cells, strict=True))
        else:
            hint = (
                f"text that contains {_MARKS[mark]} or a line break needs quotes" if len(cells) > len(columns) else ""
            )
            count = f"{len(cells)} cell{'s' if len(cells) > 1 else ''}"
            report(Problem(path, line, 0, f"the row has {count} for {len(columns)} columns", hint))


def _mark(first: str, needed: Sequence[str]) -> str:
    """Return what stands between the cells of the first row: what gives the columns that are needed, or else the most of them."""
    cells = {mark: next(csv.reader([first], delimiter=mark), []) for mark in _MARKS}
    fit = [mark for mark in cells if needed and {*needed} <= {cell.strip() for cell in cells[mark]}]
    return fit[0] if fit else max(cells, key=lambda mark: len(cells[mark]))


def _wrong_columns(columns: Sequence[str], needed: Sequence[str]) -> Iterator[tuple[str, str]]:
    for column in sorted(column for column, times in Counter(columns).items() if times > 1):
        yield f'the column "{column}" stands there twice', "keep one of them"
    for column in needed:
        if column not in columns:
            near = nearest(column, [other for other in columns if other not in needed])
            hint = f'rename "{near}"' if near else f"the columns are {_named(columns)}"
            yield f'there is no column "{column}"', hint


def nearest(wanted: str, names: Iterable[str]) -> str:
    """Return the name that is ``wanted`` but for its capitals or a slip, "" when there is none.

    >>> nearest("id", ["ID", "text"]), nearest("answer", ["id", "answr"]), nearest("id", ["text"])
    ('ID', 'answr', '')
    """
    by_lower = {name.lower(): name for name in names}
    return next((by_lower[name] for name in get_close_matches(wanted, by_lower, n=1)), "")


def _named(columns: Sequence[str]) -> str:
    more = len(columns) - _SHOWN
    return ", ".join(columns[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def _numbered(path: str, reader: Reader, report: Callable[[Problem], None]) -> Iterator[tuple[int, list[str]]]:
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
