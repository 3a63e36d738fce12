"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


LONGEST_NAME = 100  # characters
TOGETHER = 64  # pieces that are written at once: a page is made of thousands of a few characters each


def write_whole(path: Path, pieces: Iterable[str | bytes], *, lasting: bool = False) -> Path:
    """Write a file: a reader sees the old one or the new one, never a part. Text is UTF-8; half a character is escaped.

    ``lasting``: it is on the disk when this returns, so that a power cut leaves one of the two as well.
    Raises OSError when it cannot be written, and leaves nothing behind then, whatever ``pieces`` raises.
    """
    _sweep(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            left = iter(pieces)
            while part := list(islice(left, TOGETHER)):
                file.write(_encoded(part))
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return path


def _encoded(pieces: list[str | bytes]) -> bytes:
    if all(type(piece) is bytes for piece in pieces):
        return b"".join(pieces)  # type: ignore[arg-type]  # all of them are
    try:
        return "".join(pieces).encode("utf-8", "backslashreplace")  # type: ignore[arg-type]  # mostly they are all text
    except TypeError:
        return b"".join(_encoded([piece]) for piece in pieces)


def plain_name(text: str, otherwise: str) -> str:
    """Return a name for a file or a folder that is as near to a text as every system takes it.

    >>> plain_name("team/kelp", "run"), plain_name("..", "run")
    ('team-kelp', 'run')
    """
    return re.sub(r"[^\w.-]+", "-", text)[:LONGEST_NAME].strip("-.") or otherwise


def written(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Write a file as ``write_whole`` does. Raises UsageError when it cannot be written."""
    try:
        return write_whole(path, pieces)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror or error}", hint="free space or choose another folder"
        ) from error


def made(folder: Path) -> Path:
    """Return a folder that files can be written into, made where it is not there. Raises UsageError when that cannot be."""
    from tempfile import TemporaryFile  # noqa: PLC0415 - only what writes needs it

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}", hint="choose another folder") from error
    try:
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise UsageError(f"cannot write into {folder}: {error.strerror}", hint="choose another folder") from error
    return folder


def _sweep(path: Path) -> None:
    """Remove the parts of a file that processes left which were killed as they wrote it."""
    start = f".{path.name}."
    with suppress(OSError):
        for left in os.listdir(path.parent):  # noqa: PTH208 - names are enough
            writer = left.removeprefix(start)
            if writer != left and writer.isdecimal() and not _is_alive(int(writer)):
                path.with_name(left).unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True
