"""Rows of a table as questions: which cells hold several values, and how they are written."""

from __future__ import annotations

import re
from ast import literal_eval
from typing import TYPE_CHECKING

from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.formats import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.formats import Content

SEVERAL = frozenset({"answers", "accepted", "tags", "evidence", "paraphrases", "accept", "reject"})
_TEXT = r"""'[^'\\\n]*(?:\\.[^'\\\n]*)*'|"[^"\\\n]*(?:\\.[^"\\\n]*)*\""""
_PYTHON = re.compile(rf"\s*\[\s*(?:{_TEXT})(?:(?:\s*,\s*|\s+)(?:{_TEXT}))*\s*,?\s*\]\s*")  # of an array, without commas
_TEXTS = re.compile(_TEXT)


def question_of(row: Mapping[str, Content]) -> dict[str, Content]:
    """Return the question of a row. An empty cell is no value, but for ``answers``, where it means unanswerable.

    >>> question_of({"id": "a", "answers": "170 mm | 17 cm", "note": ""})
    {'id': 'a', 'answers': ['170 mm', '17 cm']}
    """
    question: dict[str, Content] = {}
    for column, cell in row.items():
        value = cell
        if isinstance(cell, str):
            value = several(cell) if column in SEVERAL else "" if column != "id" and is_missing(cell) else cell
        if column == "answers" and value is None:
            value = []
        if value not in ("", None) and (value != [] or column == "answers"):
            question[column] = value
    return question


def several(cell: str) -> Content:
    """Return the values of a cell: a list as JSON or Python writes it, or texts with | between them.

    >>> several('["a, b", "c"]'), several("a | b"), several("['a', 'b']"), several("NaN")
    (['a, b', 'c'], ['a', 'b'], ['a', 'b'], [])
    """
    if is_missing(cell):
        return []
    if cell.lstrip().startswith("["):
        try:
            return json_value(cell)
        except JsonTextError:
            if _PYTHON.fullmatch(cell):
                return _of_python(cell)
    return [part.strip() for part in cell.split("|")] if cell.strip() else []


def _of_python(cell: str) -> Content:
    """Return the texts of a list that a data frame wrote as Python shows it."""
    try:
        return [str(literal_eval(text)) for text in _TEXTS.findall(cell)]
    except (SyntaxError, ValueError):  # an escape that is none
        return [cell]
