"""Drafts: questions that nobody has finished, and that are never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_eval.model import Dataset

UNWORDED = "TODO"
"""How the question of a draft begins that nobody has worded yet."""


def left_out(dataset: Dataset, done: str = "asked") -> str:
    """Return a sentence on the drafts that are not ``done`` as other questions are, "" when there are none.

    >>> from qa_eval.model import Dataset
    >>> left_out(Dataset("bridge", "", (), {}, ""))
    ''
    """
    n = len(dataset.drafts)
    if not n:
        return ""
    said = (
        f"{n} questions of {dataset.name} are drafts and are"
        if n > 1
        else f"1 question of {dataset.name} is a draft and is"
    )
    import shlex  # noqa: PLC0415 - few files hold drafts

    return f"{said} not {done}; `qa-eval check {shlex.quote(dataset.path or dataset.name)}` says what is left to do"
