"""A column mapping in a small YAML: which column of a table holds what, and what is the same in every row.

columns:
id: uid
question: prompt
answers: answer.value        # a dot goes into a mapping or into each entry of a list
context: [title, body]       # several columns, with blank lines between them
constants:
type: quantity
separator: ";"                 # between several answers in one cell
unanswerable: {column: is_impossible, equals: "true"}
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.errors import DatasetError, Problem, UsageError, did_you_mean
from qa_eval.formats import is_missing
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Record

KEYS = (
    "id", "question", "answers", "context", "type", "tolerance", "unit", "tags", "evidence", "difficulty", "derivation",
    "note", "language", "paraphrases", "accept", "reject",
)  # fmt: skip
_SEVERAL = {"answers", "tags", "evidence", "paraphrases", "accept", "reject"}
_PARTS = ("columns", "constants", "separator", "unanswerable")
_MARK = ("column", "equals")


@value
class Mapped:
    """A shape that a mapping describes: ``columns`` leads to each part of a question, ``constants`` gives the others."""

    columns: Mapping[str, tuple[str, ...]]
    constants: PlainQuestion = field(default_factory=dict)
    separator: str = ""
    unanswerable: tuple[str, str] | None = None

    def fits(self, record: Record) -> bool:
        """Tell whether a record has the columns. Raises UsageError that names the one that is missing."""
        wanted = [path for paths in self.columns.values() for path in paths]
        for path in [*wanted, *(self.unanswerable or ())[:1]]:
            first = path.partition(".")[0]
            if first not in record:
                hint = did_you_mean(first, record)
                raise UsageError(f'the mapping names a column "{first}", which the source lacks', hint=hint)
        return True

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the question of a row; one without an id is numbered."""
        question: PlainQuestion = {"id": f"row-{number}", **self.constants}
        for key, paths in self.columns.items():
            found = [text for path in paths for text in _texts(record, path.split("."))]
            if key in _SEVERAL:
                question[key] = [part for text in found for part in self._split(text)]
            elif found:
                question[key] = "\n\n".join(found) if key == "context" else found[0]
        if self.unanswerable is not None:
            column, marked = self.unanswerable
            if marked in [text.lower() for text in _texts(record, column.split("."))]:
                question["answers"] = []
            elif not question.get("answers"):
                question.pop("answers", None)
        elif question.get("answers") == []:
            question.pop("answers")
        yield question

    def _split(self, text: str) -> list[str]:
        parts = text.split(self.separator) if self.separator else [text]
        return [] if is_missing(text) else [part.strip() for part in parts if part.strip()]


def read_mapping(path: str | Path) -> Mapped:
    """Read a mapping. Raises DatasetError with every problem of the file."""
    from qa_eval import plugins  # noqa: PLC0415 - only a mapping needs the YAML reader

    try:
        parsed = plugins.find("formats", "yaml").load()().read(Path(path))
    except OSError as error:
        raise DatasetError(
            [Problem(str(path), 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}")]
        ) from error
    problems = list(parsed.problems)

    def tell(message: str, hint: str = "", *where: str) -> None:
        place = parsed.locate(where, key=True)
        problems.append(Problem(str(path), place.line, place.column, message, hint, place.source))

    _check(parsed.content, tell)
    if problems:
        raise DatasetError(problems)
    return _made(parsed.content)


def _check(content: Content, tell: Callable[..., None]) -> None:
    """Tell every problem of a mapping."""
    if not isinstance(content, dict):
        tell("a mapping is written as columns: {question: COLUMN, answers: COLUMN}")
        return
    for key in content:
        if key not in _PARTS:
            tell(f'unknown key "{key}"', did_you_mean(key, _PARTS), key)
    made = {part: _mapping(content, part) for part in ("columns", "constants")}
    for part, rows in made.items():
        for key in rows:
            if key not in KEYS:
                tell(f'a question has no "{key}"', did_you_mean(key, KEYS), part, key)
    for key in ("question", "answers"):
        if key not in made["columns"] and key not in made["constants"]:
            tell(f'"columns" names no column for "{key}"', f"columns: {{{key}: COLUMN}}")
    mark = content.get("unanswerable")
    if mark is not None and (not isinstance(mark, dict) or set(mark) != set(_MARK)):
        tell('"unanswerable" is written as {column: COLUMN, equals: VALUE}', "", "unanswerable")


def _made(content: Content) -> Mapped:
    if not isinstance(content, dict):
        return Mapped({})
    mark = content.get("unanswerable")
    return Mapped(
        {key: _paths(value) for key, value in _mapping(content, "columns").items()},
        _mapping(content, "constants"),
        str(content.get("separator") or ""),
        (str(mark["column"]), str(mark["equals"]).lower()) if isinstance(mark, dict) else None,
    )


def _mapping(content: dict[str, Content], part: str) -> dict[str, Content]:
    rows = content.get(part)
    return rows if isinstance(rows, dict) else {}


def _paths(value: Content) -> tuple[str, ...]:
    return tuple(str(path) for path in (value if isinstance(value, list) else [value]))


def _texts(value: Content, steps: Sequence[str]) -> Iterator[str]:
    """Yield every text that a way of keys leads to, through mappings and the entries of lists."""
    if isinstance(value, list):
        for part in value:
            yield from _texts(part, steps)
    elif steps:
        if isinstance(value, dict) and steps[0] in value:
            yield from _texts(value[steps[0]], steps[1:])
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, str) and value.strip():
        yield str(value)
