"""Samples of lm-evaluation-harness, JSON lines: the filtered response to each document, by its id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_IDS = ("id", "query_id", "question_id", "qid", "uid")


class Output:
    """The samples_*.jsonl of lm-evaluation-harness; documents without an id go by their number, doc_id."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell a file by how its first line begins."""
        del path
        return head.lstrip().startswith(b'{"doc_id"')

    def answers(self, path: Path) -> Iterator[tuple[str, str | None, str]]:
        """Yield each document's response; of several filters, the one that comes first in the file."""
        first: str | None = None
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                row = json.loads(line)
                used = str(row.get("filter", ""))
                first = used if first is None else first
                if used == first:
                    yield _name(row), _said(row), f"line {number}"


def _name(row: dict[str, Any]) -> str:
    document = row.get("doc")
    found = [document[key] for key in _IDS if document.get(key)] if isinstance(document, dict) else []
    return str(found[0] if found else row.get("doc_id"))


def _said(row: dict[str, Any]) -> str | None:
    said = row.get("filtered_resps")
    while isinstance(said, list) and said:
        said = said[0]
    if not isinstance(said, str):
        raise TypeError("the task generates no text: only those of output_type generate_until hold answers")
    return said.strip()
