"""Files that a verb writes into a folder of its own."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from qa_eval.errors import UsageError
from qa_eval.files import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def prepared(folder: Path, *, force: bool) -> Iterator[Path]:
    """Make a folder to write into, which goes again where nothing was written.

    Raises UsageError when it holds something and ``force`` is not set.
    """
    new = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        made(folder)
        _check_empty(folder, force=force)
        yield folder
    except BaseException:
        with suppress(OSError):  # one that holds something stays, and those around it
            for place in new:
                place.rmdir()
        raise


def _check_empty(folder: Path, *, force: bool) -> None:
    if not force and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty", hint="choose another folder with --output, or add --force")
