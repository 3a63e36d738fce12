"""A run's folder: how it is named and made, its ``run.json``, and files that appear whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from zlib import DEFLATED, compressobj
from zlib import error as ZlibError  # noqa: N812 - a class, whatever it is called

from qa_eval.errors import RunFolderError
from qa_eval.files import plain_name, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import TextIO

    from qa_eval.model import JsonValue

# 1: first published form of run.json and of a line of results.jsonl
# 2: a line of results.jsonl leaves out that a correct answer is exact, and names an other policy that agrees
# 3: run.json names the other policy, and a line leaves it out where it agrees; the dataset is compressed
SCHEMA = 3
READABLE = range(1, SCHEMA + 1)
RESULTS, HEADER, DATASET = "results.jsonl", "run.json", "dataset.jsonl.gz"
PLAIN_DATASET = "dataset.jsonl"  # as runs before schema 3 have it
FILES = (RESULTS, HEADER, DATASET, PLAIN_DATASET)
GZIP, LEVEL = 31, 1  # zlib's word for that form; a seventh of the room in next to no time
LONGEST_LINE = 1_000_000_000  # characters, as many as a file of questions may have
TOGETHER = 512  # lines that are compressed at once
RUNNING, COMPLETE, INTERRUPTED = "running", "complete", "interrupted"


class Place(NamedTuple):
    """Where a run is kept: in a new folder below ``path``, or in ``path`` itself when ``exact``.

    ``resume`` goes on with the run that is there; ``force`` replaces it.
    """

    path: Path
    exact: bool = False
    resume: bool = False
    force: bool = False


def prepare(place: Place, dataset: str, started: datetime, digest: str) -> Path:
    """Return the folder to run in, made where it is not there.

    Raises RunFolderError when it holds a run and neither ``resume`` nor ``force`` is set, when there is no run to resume,
    or when it cannot be made.
    """
    folder = place.path
    if place.resume:
        read_header(folder)
        return folder
    if not place.exact:
        return new_folder(folder, dataset, started, digest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not place.force and any(folder.iterdir()):
            raise RunFolderError(
                f"{folder} is not empty",
                hint="run into another folder, or replace it with --force (in Python force=True)",
            )
    except OSError as error:
        raise RunFolderError(f"{folder} cannot be made: {error.strerror}", hint="choose another folder") from error
    return folder


def new_folder(parent: Path, dataset: str, started: datetime, digest: str) -> Path:
    """Make and return a folder ``<dataset>-<time>-<digest>`` below ``parent`` that was not there before."""
    name = f"{plain_name(dataset, 'run')}-{started:%Y%m%d-%H%M%S}-{digest}"
    for number in range(1, 1000):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise RunFolderError(f"{folder} cannot be made: {error.strerror}", hint="choose another folder") from error
        return folder
    raise RunFolderError(f"{parent} holds a thousand runs named {name}")


def write_header(folder: Path, header: dict[str, JsonValue], *, lasting: bool = True) -> None:
    """Replace ``run.json``; unless it is ``lasting``, that is left to ``sync``. Raises RunFolderError when it cannot be written."""
    text = json.dumps({"schema": SCHEMA, **header}, indent=1, allow_nan=False)
    write_lines(folder / HEADER, [text, "\n"], lasting=lasting)


def read_header(folder: Path) -> dict[str, JsonValue]:
    """Return ``run.json``. Raises RunFolderError when there is none, or none of a schema that is known."""
    path = folder / HEADER
    try:
        header = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RunFolderError(f"{folder} is no run folder: it has no {HEADER}") from error
    except OSError as error:
        raise RunFolderError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise RunFolderError(f"{path} cannot be read: {error}") from error
    if not isinstance(header, dict) or "schema" not in header:
        raise RunFolderError(f"{path} is no run's header")
    if header["schema"] not in READABLE:
        raise RunFolderError(f"{path} has schema {header['schema']}, this version reads up to {SCHEMA}")
    return header


def write_dataset(folder: Path, lines: Iterable[str], *, lasting: bool = True) -> None:
    """Replace a run's copy of its dataset; unless it is ``lasting``, that is left to ``sync``.

    Raises RunFolderError when it cannot be written.
    """
    (folder / PLAIN_DATASET).unlink(missing_ok=True)
    write_lines(folder / DATASET, _compressed(lines), lasting=lasting)


def sync(folder: Path) -> None:
    """Have the disk hold what was written of a run that is not ``lasting``. Raises RunFolderError when it does not."""
    for path in (folder / DATASET, folder / HEADER):
        try:
            file = os.open(path, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)
        except FileNotFoundError:  # an older run has its dataset in another form, and is on the disk since
            continue
        except OSError as error:
            raise _unwritten(path, error) from error


def _compressed(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines gzipped; the same lines give the same bytes."""
    packer, left = compressobj(LEVEL, DEFLATED, GZIP), iter(lines)
    while part := "".join(islice(left, TOGETHER)):
        yield packer.compress(part.encode("ascii"))
    yield packer.flush()


@contextmanager
def opened_dataset(folder: Path) -> Iterator[Iterator[str]]:
    """Open a run's copy of its dataset, compressed or, in older runs, plain. Raises RunFolderError when it cannot be read."""
    import gzip  # noqa: PLC0415 - a run that begins does without it

    older = folder / PLAIN_DATASET
    path = older if older.exists() else folder / DATASET
    try:
        with path.open(encoding="utf-8") if path == older else gzip.open(path, "rt", encoding="utf-8") as lines:
            yield _bounded(lines, path)
    except (OSError, EOFError, ZlibError, UnicodeDecodeError) as error:
        raise RunFolderError(f"{path} cannot be read: {error}") from error


def _bounded(lines: TextIO, path: Path) -> Iterator[str]:
    while line := lines.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise RunFolderError(f"{path} cannot be read: a line of more than {LONGEST_LINE:,} characters")
        yield line


def write_lines(path: Path, lines: Iterable[str | bytes], *, lasting: bool = True) -> None:
    """Write a file at once: a reader sees the old one or the new one, never a part; where it is ``lasting``, even after a power cut.

    Raises RunFolderError when it cannot be written, and leaves nothing behind then.
    """
    try:
        write_whole(path, lines, lasting=lasting)
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> RunFolderError:
    return RunFolderError(f"{path} cannot be written: {error.strerror}", hint="free space or choose another folder")
