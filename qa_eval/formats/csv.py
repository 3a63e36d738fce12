"""CSV: one question a row, in the plain form; the first row names the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.tables import ANSWERS, nearest, rows_of
from qa_eval.dataset.textfiles import text_of
from qa_eval.errors import Problem
from qa_eval.formats import Content, Parsed, Place, Where
from qa_eval.formats._cells import question_of

if TYPE_CHECKING:
    from pathlib import Path

_ANSWER = (
    'there is a column "answer" and none "type"',
    'rename the column to "answers", with | between texts that are all right, or add the column "type"',
)


class Format:
    """Comma-separated tables (.csv)."""

    def read(self, path: Path) -> Parsed:
        """Read the file; a row that does not fit the columns is a problem of its own."""
        problems: list[Problem] = []
        text = text_of(path, problems.append)
        questions: list[Content] = []
        lines: list[int] = []
        for line, row in rows_of(str(path), text, ("id", "question"), problems.append) if text.strip() else ():
            if wrong := _wrong_columns([*row]):
                problems.append(Problem(str(path), 1, 0, *wrong))
                break
            questions.append(question_of(row))
            lines.append(line)
        if text.strip() and not questions and not problems:
            problems.append(Problem(str(path), 0, 0, "the table has no row below its columns"))
        content: Content = {"questions": questions} if questions else None
        return Parsed(content, _Rows(lines), tuple(problems))


def _wrong_columns(columns: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with the columns of questions, and what to do about it; None where nothing is."""
    if "" in columns:
        hint = "of a data frame it is the index: save the table with index=False; or else give it a name, or remove it"
        return f"column {columns.index('') + 1} has no name", hint
    if {"answers", "type"} & {*columns}:
        return None
    if "answer" in columns:
        return _ANSWER
    called = next((name for name in ANSWERS if name in columns), "") or nearest("answers", columns)
    hint = f'rename "{called}"' if called else f"the columns are {', '.join(columns[:20])}"
    return 'there is no column "answers"', hint


class _Rows:
    """Locates questions by the lines in which their rows begin."""

    def __init__(self, lines: list[int]) -> None:
        self._lines = lines

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the line of the question's row; of the first one for the file itself, and for a column's name."""
        row = where[1] if len(where) > 1 else None
        return Place(self._lines[row]) if isinstance(row, int) and not key else Place(1)
