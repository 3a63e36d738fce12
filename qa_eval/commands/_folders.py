"""Files that a verb writes into a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.errors import UsageError
from qa_eval.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def prepared(folder: Path, *, force: bool) -> Path:
    """Make a folder to write into. Raises UsageError when it holds something and ``force`` is not set."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not force and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty", hint="choose another folder with --output, or add --force")
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}") from error
    return folder


def written(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write a file that appears whole or not at all. Raises UsageError when it cannot be written."""
    try:
        return write_whole(path, pieces)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror or error}", hint="free space or choose another"
        ) from error
