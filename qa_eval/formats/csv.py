"""CSV: one question a row, in the plain form; the first row names the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.tables import rows_of
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
            if "answer" in row and not {"answers", "type"} & row.keys():
                problems.append(Problem(str(path), 1, 0, *_ANSWER))
                break
            questions.append(question_of(row))
            lines.append(line)
        if text.strip() and not questions and not problems:
            problems.append(Problem(str(path), 0, 0, "the table has no row below its columns"))
        content: Content = {"questions": questions} if questions else None
        return Parsed(content, _Rows(lines), tuple(problems))


class _Rows:
    """Locates questions by the lines in which their rows begin."""

    def __init__(self, lines: list[int]) -> None:
        self._lines = lines

    def __call__(self, where: Where, *, key: bool = False) -> Place:
        """Return the line of the question's row; of the first one for the file itself, and for a column's name."""
        row = where[1] if len(where) > 1 else None
        return Place(self._lines[row]) if isinstance(row, int) and not key else Place(1)
