"""CSV tables, read strictly: every row has the columns that the first one names."""

from __future__ import annotations

import csv
import io
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from qa_eval.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LONGEST_CELL = 2**31 - 1
_PLAIN = ("id", "question", "answers")
_SHOWN = 20  # columns that a message names


def rows_of(
    path: str, text: str | Iterable[str], needed: Sequence[str], report: Callable[[Problem], None]
) -> Iterator[tuple[int, dict[str, str]]]:
    r"""Yield each row as a mapping by column, with the line it begins in; what is wrong goes to ``report``.

    ``text`` is the whole table, or its lines with their ends.

    >>> list(rows_of("p.csv", "id,answer\na,170 mm\n", ["id"], print))
    [(2, {'id': 'a', 'answer': '170 mm'})]
    """
    rows = _numbered(path, io.StringIO(text, newline="") if isinstance(text, str) else text, report)
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
            hint = "text that contains a comma or a line break needs quotes" if len(cells) > len(columns) else ""
            count = f"{len(cells)} cell{'s' if len(cells) > 1 else ''}"
            report(Problem(path, line, 0, f"the row has {count} for {len(columns)} columns", hint))


def _wrong_columns(columns: Sequence[str], needed: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(columns) == 1 and any(mark in columns[0] for mark in ";\t"):
        yield "the columns are not separated by commas", f"the first row should be as in {','.join(needed or _PLAIN)}"
        return
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


def _numbered(path: str, lines: Iterable[str], report: Callable[[Problem], None]) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)  # the module's own limit, 128 KiB, is less than many a document
    reader = csv.reader(lines, strict=True)
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
