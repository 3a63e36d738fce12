"""States that answer whether something happened: "under construction" to "has it been finished?"; see states.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

Forms = tuple[tuple[str, ...], ...]


class States(NamedTuple):
    """What may be asked, and the states that say that it is so or that it is not, each form as its words."""

    asked: Forms
    so: Forms
    against: Forms


@cache
def states() -> tuple[States, ...]:
    """Return every block of the table.

    >>> any(("go", "ahead") in block.against for block in states() if ("call", "off") in block.asked)
    True
    """
    text = Path(__file__).with_name("states.txt").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("?")]
    return tuple(States(*(_forms(lines, mark) for mark in "?+-")) for lines in blocks)


def _forms(lines: list[str], mark: str) -> Forms:
    own = [line[1:] for line in lines if line.startswith(mark)]
    return tuple(tuple(form.replace("-", " ").split()) for line in own for form in line.split("|"))
