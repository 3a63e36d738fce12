"""Outputs of promptfoo, JSON: the provider's output to each test, by the variable ``id``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qa_eval.model import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEYS = (b'"evalId"', b'"promptIdx"', b'"promptId"')


class Output:
    """promptfoo's `--output FILE.json` of one provider and one prompt; a test's id is its variable or metadata "id"."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell a file by keys that no other has: the evaluation's, or those of its results where they stand alone."""
        del path
        text = head.lstrip()
        return text.startswith(b"{") and b'"results"' in text and any(key in text for key in _KEYS)

    def answers(self, path: Path) -> Iterator[tuple[str, str | Failure | None, str]]:
        """Yield each test's output, or why the provider failed; None where it has neither."""
        rows = _rows(json.loads(path.read_bytes()))
        asked = sorted({(_provider(row), int(row.get("promptIdx") or 0)) for row in rows})
        if len(asked) > 1:
            named = ", ".join(f"{provider} with prompt {prompt + 1}" for provider, prompt in asked)
            raise ValueError(f"the file holds the answers of {named}: write one file each, with --filter-providers")
        for number, row in enumerate(rows, 1):
            yield _name(row, number), _said(row), f"result {number}"


def _rows(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the results, which stand in "results", or in "results" in there."""
    found = whole.get("results")
    rows = found.get("results", found) if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(
            "this looks like promptfoo's, but has no list of results: write it with `promptfoo eval --output FILE.json`"
        )
    return rows


def _provider(row: dict[str, Any]) -> str:
    provider = row.get("provider")
    return str(provider.get("label") or provider.get("id")) if isinstance(provider, dict) else str(provider)


def _name(row: dict[str, Any], number: int) -> str:
    case = row.get("testCase") or {}
    for holder in (row.get("vars"), case.get("vars"), case.get("metadata")):
        if isinstance(holder, dict) and holder.get("id"):
            return str(holder["id"])
    raise ValueError(f'result {number} has no id: give each test a variable or metadata "id"')


def _said(row: dict[str, Any]) -> str | Failure | None:
    response = row.get("response") or {}
    output = response.get("output")
    if output is None:
        error = response.get("error") or row.get("error")
        return Failure("exception", str(error)) if error else None
    return output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)
