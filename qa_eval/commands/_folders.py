"""Files that a verb writes into a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.errors import UsageError
from qa_eval.files import made

if TYPE_CHECKING:
    from pathlib import Path


def prepared(folder: Path, *, force: bool) -> Path:
    """Make a folder to write into. Raises UsageError when it holds something and ``force`` is not set."""
    made(folder)
    if not force and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty", hint="choose another folder with --output, or add --force")
    return folder
