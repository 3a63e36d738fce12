"""Parts of records: texts at a key, tables as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.formats import Content


def text(record: Content, *keys: str) -> str:
    """Return the text at the first key that holds one, "" when none does.

    >>> text({"title": "", "name": "Bridge"}, "title", "name")
    'Bridge'
    """
    if isinstance(record, dict):
        for key in keys:
            value = record.get(key)
            if isinstance(value, str) and value.strip():
                return str(value)
    return ""


def texts(value: Content) -> list[str]:
    """Return the texts of a list, each once and in order, without those that are empty.

    >>> texts(["155 m", "", "155 m", "509 ft"])
    ['155 m', '509 ft']
    """
    found = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(str(part) for part in found if isinstance(part, str) and part.strip()))


def mappings(value: Content) -> Iterator[dict[str, Content]]:
    """Yield the mappings of a list; of a mapping of lists, as a columnar store gives it, one for each row.

    >>> list(mappings({"text": ["a", "b"], "start": ["1", "2"]}))
    [{'text': 'a', 'start': '1'}, {'text': 'b', 'start': '2'}]
    """
    if isinstance(value, list):
        yield from (part for part in value if isinstance(part, dict))
    elif isinstance(value, dict):
        columns = {key: column for key, column in value.items() if isinstance(column, list)}
        for number in range(min(map(len, columns.values()), default=0)):
            yield {key: column[number] for key, column in columns.items()}


def table(rows: Content) -> str:
    r"""Return the rows of a table as lines with bars between the cells.

    >>> table([["", "2019"], ["Revenue", "1,200"]])
    ' | 2019\nRevenue | 1,200'
    """
    lines = rows if isinstance(rows, list) else []
    return "\n".join(" | ".join(_cell(cell) for cell in line) for line in lines if isinstance(line, list))


def _cell(cell: Content) -> str:
    return str(cell).strip() if isinstance(cell, str) else ""


def passage(parts: Sequence[str]) -> str:
    """Return paragraphs as one text with blank lines between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def has(record: Mapping[str, Content], *keys: str) -> bool:
    """Tell whether a record has all of these keys."""
    return all(key in record for key in keys)
