"""Outputs of promptfoo, JSON: the provider's output to each test, by the variable ``id``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Output:
    """promptfoo's `--output FILE.json` of one provider and one prompt; a test's id is its variable or metadata "id"."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell a file by its first key."""
        del path
        return head.lstrip().startswith(b"{") and b'"evalId"' in head[:200]

    def answers(self, path: Path) -> Iterator[tuple[str, str | None, str]]:
        """Yield each test's output; None where the provider failed."""
        whole = json.loads(path.read_bytes())
        rows = (whole.get("results") or {}).get("results") or []
        asked = sorted({(_provider(row), int(row.get("promptIdx") or 0)) for row in rows})
        if len(asked) > 1:
            named = ", ".join(f"{provider} with prompt {prompt + 1}" for provider, prompt in asked)
            raise ValueError(f"the file holds the answers of {named}: write one file each, with --filter-providers")
        for number, row in enumerate(rows, 1):
            yield _name(row, number), _said(row), f"result {number}"


def _provider(row: dict[str, Any]) -> str:
    provider = row.get("provider")
    return str(provider.get("label") or provider.get("id")) if isinstance(provider, dict) else str(provider)


def _name(row: dict[str, Any], number: int) -> str:
    case = row.get("testCase") or {}
    for holder in (row.get("vars"), case.get("vars"), case.get("metadata")):
        if isinstance(holder, dict) and holder.get("id"):
            return str(holder["id"])
    raise ValueError(f'result {number} has no id: give each test a variable or metadata "id"')


def _said(row: dict[str, Any]) -> str | None:
    output = (row.get("response") or {}).get("output")
    if output is None:
        return None
    return output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)
