"""Lists that an answer gives as a table: the column that holds the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Collection

_RULE = frozenset("|-: ")


def column_of_items(text: str, names: Collection[tuple[str, ...]]) -> str:
    r"""Return the cells of the column that holds the most accepted names, parted by semicolons; a text that is no table as it is.

    >>> column_of_items("| medal | who |\n|---|---|\n| gold | Ana |\n| silver | Ben |", {("ana",), ("ben",)})
    'Ana; Ben'
    """
    lines = (
        [line.strip() for line in text.strip().splitlines() if line.strip()] if text.lstrip().startswith("|") else []
    )
    if len(lines) < 2 or not all(line.startswith("|") for line in lines):  # noqa: PLR2004 - one line in bars is no table
        return text
    rule = next((place for place, line in enumerate(lines) if _RULE.issuperset(line)), -1)
    rows = [[cell.strip(" *_`") for cell in line.strip("|").split("|")] for line in lines[rule + 1 :]]
    columns = [[row[place] for row in rows if place < len(row)] for place in range(max(map(len, rows), default=0))]
    held = [sum(key(cell) in names for cell in column) for column in columns]
    return "; ".join(columns[held.index(max(held))]) if any(held) else text
