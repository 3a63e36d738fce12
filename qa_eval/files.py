"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


LONGEST_NAME = 100  # characters
TOGETHER = 8_192  # characters that are written at once: a page is made of thousands of pieces of a few each


def write_whole(path: Path, pieces: Iterable[str | bytes], *, lasting: bool = False) -> Path:
    """Write a file: a reader sees the old one or the new one, never a part. Text is UTF-8; half a character is escaped.

    ``lasting``: it is on the disk when this returns, so that a power cut leaves one of the two as well.
    Raises OSError when it cannot be written, and leaves nothing behind then, whatever ``pieces`` raises.
    """
    _sweep(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            for part in _together(pieces):
                file.write(part)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return path


def _together(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    """Yield pieces as bytes, texts of a few characters joined."""
    small: list[str] = []
    size = 0
    for piece in pieces:
        if isinstance(piece, str) and len(piece) < TOGETHER:
            small.append(piece)
            size += len(piece)
            if size < TOGETHER:
                continue
        yield "".join(small).encode("utf-8", "backslashreplace")
        small.clear()
        size = 0
        if not isinstance(piece, str):
            yield piece
        elif len(piece) >= TOGETHER:
            yield piece.encode("utf-8", "backslashreplace")
    yield "".join(small).encode("utf-8", "backslashreplace")


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
