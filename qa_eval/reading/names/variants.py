"""Words that people use for one another, by kind: given names and their short forms, countries, months and days."""

from __future__ import annotations

from functools import cache
from pathlib import Path

GIVEN, COUNTRIES, DAYS = (
    "given names and their short forms",
    "countries, their people and their languages",
    "months and days",
)


@cache
def variants_text() -> str:
    """Return the whole list: one line of words each, under headings that begin with "#"."""
    return Path(__file__).with_name("variants.txt").read_text(encoding="utf-8")


@cache
def variants_of_kind(kind: str) -> dict[str, frozenset[str]]:
    """Return each word under the heading ``kind``, and all that stand beside it in one line or more.

    >>> sorted(variants_of_kind(DAYS)["wed"])
    ['wed', 'wednesday']
    """
    found: dict[str, frozenset[str]] = {}
    section = variants_text().partition(f"# {kind}\n")[2].partition("\n#")[0]
    for line in section.splitlines():
        alike = frozenset(line.split())
        for word in alike:
            found[word] = found.get(word, frozenset()) | alike
    return found
