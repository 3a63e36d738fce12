"""What can go wrong, as one tree.

QaEvalError                     everything that is ours; the command line turns it into an exit code
├── UsageError          2       a wrong option, spec or setting
│   ├── SpecError               a plug-in spec that cannot be read or names nothing
│   └── MissingExtraError       an optional package is not installed; names the extra
├── DatasetError        2       a dataset or predictions file with problems, all of them at once
├── RunFolderError      2       a run folder that is missing, in use, or from something else than asked for
├── PluginError         2       a plug-in that does not load or breaks its contract
└── AnswererError       -       raised inside an answerer: becomes data on that one answer, never ends a run
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FAILURE_KINDS = (
    "timeout",  # no answer within the time allowed
    "exception",  # the answerer raised
    "crashed",  # its process or server went away
    "garbage",  # it answered with something that is no answer
    "connection",  # no connection, cut connection, DNS, TLS
    "rate_limited",  # the server asked to slow down
    "server",  # the server failed (5xx)
    "refused",  # the server refused the request (4xx): key, model, size
    "missing",  # no stored answer for this question
)


class QaEvalError(Exception):
    """Everything that qa_eval raises on purpose; ``hint`` tells what to do about it."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\nhint: {self.hint}" if self.hint else self.message


class UsageError(QaEvalError):
    """A wrong option, spec or setting."""


class SpecError(UsageError):
    """A plug-in spec that cannot be read, or names nothing."""


class MissingExtraError(UsageError):
    """An optional package is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed", hint=f"pip install 'qa-eval[{extra}]'")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place. ``line`` and ``column`` count from 1; 0 means unknown.

    ``source`` is the line of the file as it stands, for the caret. ``severity`` is "error" or "warning".
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    source: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        place = ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])
        lines = [f"{place}: {self.severity}: {self.message}"]
        if self.source and self.column:
            shown = self.source.rstrip("\n")
            lines += [
                f"    {shown}",
                "    " + "".join("\t" if c == "\t" else " " for c in shown[: self.column - 1]) + "^",
            ]
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)


FEW = 3  # problems that say the same and are told one by one
_WHOSE = re.compile(r'question "[^"]*"|the id "[^"]*"|the answer to "[^"]*"')


def joined(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems as they are told, sorted by place: of more than a few that say the same, the first, which says how many and where.

    >>> joined([Problem("q.csv", line, 0, f'question "q{line}" has no "answers"') for line in range(2, 9)])[0].message
    'question "q2" has no "answers" (and 6 more like it, on lines 3, 4, 5, …)'
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for one in sorted(problems):
        alike.setdefault((one.path, one.severity, _WHOSE.sub("", one.message)), []).append(one)
    told = []
    for first, *others in alike.values():
        if len(others) < FEW:
            told += [first, *others]
            continue
        lines = [str(line) for line in dict.fromkeys(one.line for one in others) if line not in (0, first.line)]
        where = f", on lines {', '.join(lines[:FEW])}{', …' if len(lines) > FEW else ''}" if lines else ""
        told.append(replace(first, message=f"{first.message} (and {len(others):,} more like it{where})"))
    return sorted(told)


class DatasetError(QaEvalError):
    """A dataset or predictions file that cannot be used; ``problems`` holds all that was found, sorted by place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, joined(self.problems))))


class RunFolderError(QaEvalError):
    """A run folder that is missing, in use, or made from something else than asked for."""


class PluginError(QaEvalError):
    """A plug-in that does not load or breaks its contract; ``problems`` holds the place in its file, where one is known."""

    def __init__(self, message: str, *, hint: str = "", problems: Sequence[Problem] = ()) -> None:
        super().__init__("\n".join(map(str, problems)) or message, hint=hint)
        self.problems = tuple(problems)


class AnswererError(QaEvalError):
    """Raised by an answerer; becomes data on that one answer.

    ``kind`` is one of FAILURE_KINDS; ``retryable`` says whether another attempt makes sense, and ``retry_after`` how many
    seconds the server asked for.
    """

    def __init__(self, kind: str, message: str, *, retryable: bool = False, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.retryable = retryable
        self.retry_after = retry_after


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return a hint that names the nearest of ``choices``, or all of them when none is near and they are few.

    >>> did_you_mean("orcale", ["oracle", "fixed"])
    'did you mean "oracle"?'
    """
    known = sorted(choices)
    from difflib import get_close_matches  # noqa: PLC0415 - only what is misspelt needs it

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"choose one of: {', '.join(known)}" if known and len(known) <= 30 else ""  # noqa: PLR2004 - more would not be read
