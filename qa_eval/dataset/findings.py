"""Problems of one dataset file, gathered so that all of them are told at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa_eval.dataset.textfiles import printable
from qa_eval.errors import Problem

if TYPE_CHECKING:
    from qa_eval.formats import Locate, Where


@dataclass(slots=True)
class Findings:
    """Gathers problems of the file ``path``; ``locate`` says where a part of it stands."""

    path: str
    locate: Locate
    problems: list[Problem] = field(default_factory=list)

    def add(self, where: Where, message: str, hint: str = "", *, key: bool = False, severity: str = "error") -> None:
        """Add a problem at a value of the file, or at its key."""
        place = self.locate(where, key=key)
        self.problems.append(
            Problem(self.path, place.line, place.column, printable(message), printable(hint), place.source, severity)
        )


def subject(where: Where) -> str:
    """Return what a part of the file is called in a message.

    >>> subject(("questions", 3, "accepted", 1))
    'entry 2 of "accepted"'
    """
    if not where:
        return "the file"
    if isinstance(where[-1], str):
        return f'"{where[-1]}"'
    owner = next((step for step in reversed(where) if isinstance(step, str)), "")
    return f"question {where[-1] + 1}" if owner == "questions" else f'entry {where[-1] + 1} of "{owner}"'
