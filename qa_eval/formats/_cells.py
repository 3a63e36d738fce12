"""Rows of a table as questions: which cells hold several values, and how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.jsontext import JsonTextError, json_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.formats import Content

SEVERAL = frozenset({"answers", "accepted", "tags", "evidence", "paraphrases", "accept", "reject"})


def question_of(row: Mapping[str, Content]) -> dict[str, Content]:
    """Return the question of a row. An empty cell is no value, but for ``answers``, where it means unanswerable.

    >>> question_of({"id": "a", "answers": "170 mm | 17 cm", "note": ""})
    {'id': 'a', 'answers': ['170 mm', '17 cm']}
    """
    question: dict[str, Content] = {}
    for column, cell in row.items():
        value = several(cell) if column in SEVERAL and isinstance(cell, str) else cell
        if column == "answers" and value is None:
            value = []
        if value not in ("", None) and (value != [] or column == "answers"):
            question[column] = value
    return question


def several(cell: str) -> Content:
    """Return the values of a cell: a JSON list, or texts with | between them.

    >>> several('["a, b", "c"]'), several("a | b")
    (['a, b', 'c'], ['a', 'b'])
    """
    if cell.lstrip().startswith("["):
        try:
            return json_value(cell)
        except JsonTextError:
            pass
    return [part.strip() for part in cell.split("|")] if cell.strip() else []
