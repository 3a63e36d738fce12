"""The record of a run on disk: ``results.jsonl``, one line an answer, and ``run.json``, what the run is.

A line is written by one ``write`` to a file opened for appending, so that what was answered survives kill -9.
"""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING

from qa_eval.errors import RunFolderError
from qa_eval.model import Failure, Prediction, Result, Score, Tokens, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from qa_eval.model import JsonValue

SCHEMA = 1  # 1: first published form of run.json and of a line
RESULTS, HEADER, DATASET = "results.jsonl", "run.json", "dataset.jsonl"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run is kept: a new folder below ``path``, or ``path`` itself when ``exact``.

    ``resume`` goes on with the run that is there; ``force`` overwrites it.
    """

    path: Path
    exact: bool = False
    resume: bool = False
    force: bool = False


def encode(result: Result) -> bytes:
    """Return a result as one line of ASCII JSON, with its newline; fields that hold their defaults are left out."""
    prediction, score = result.prediction, result.score
    row = f'{{"id":{quoted(result.question_id)},"answerer":{quoted(result.answerer)}'
    if result.repeat:
        row += f',"repeat":{result.repeat}'
    row += (
        f',"answer":{"null" if prediction.text is None else quoted(prediction.text)},"seconds":{prediction.seconds!r}'
    )
    if prediction.tokens is not None:
        row += f',"tokens":[{prediction.tokens.prompt},{prediction.tokens.completion}]'
    if prediction.attempts != 1:
        row += f',"attempts":{prediction.attempts}'
    if prediction.failure is not None:
        row += f',"failure":{{"kind":{quoted(prediction.failure.kind)},"message":{quoted(prediction.failure.message)}}}'
    if prediction.details:
        row += f',"details":{json.dumps(prediction.details, allow_nan=False)}'
    row += (
        f',"verdict":{quoted(score.verdict)},"value":{score.value!r},"reason":{quoted(score.reason)}'
        f',"message":{quoted(score.message)},"read":{quoted(score.read)},"gold":{quoted(score.gold)}'
        f',"exact_match":{"true" if score.exact_match else "false"},"f1":{score.f1!r}}}\n'
    )
    return row.encode("ascii")


def decode(line: bytes) -> Result:
    """Return the result that a line holds. Raises ValueError, KeyError or TypeError for anything else."""
    row = json.loads(line)
    tokens, failure = row.get("tokens"), row.get("failure")
    prediction = Prediction(
        row["answer"],
        row["seconds"],
        None if tokens is None else Tokens(*tokens),
        row.get("attempts", 1),
        None if failure is None else Failure(failure["kind"], failure["message"]),
        row.get("details") or {},
    )
    score = Score(
        Verdict(row["verdict"]),
        row["value"],
        row["reason"],
        row["message"],
        row["read"],
        row["gold"],
        row["exact_match"],
        row["f1"],
    )
    return Result(row["id"], row["answerer"], prediction, score, row.get("repeat", 0))


class Journal:
    """An open ``results.jsonl`` that no other process may have open; ``damaged`` counts its lines that cannot be read.

    Raises RunFolderError when another process runs in the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / RESULTS
        self._file = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        self.damaged = 0
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise RunFolderError(
                f"{folder} is in use by another process", hint="wait for it to end, or run into another folder"
            ) from error

    def recover(self) -> Iterator[Result]:
        """Yield what is stored, and cut off a last line that is not whole."""
        end = 0
        with self._path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                end += len(line)
                try:
                    yield decode(line)
                except (ValueError, KeyError, TypeError):
                    self.damaged += 1
        os.ftruncate(self._file, end)

    def clear(self) -> None:
        """Begin anew."""
        os.ftruncate(self._file, 0)

    def append(self, result: Result) -> None:
        """Store one result. Raises RunFolderError when the disk refuses it."""
        line = encode(result)
        try:
            written = os.write(self._file, line)
            if written != len(line):
                os.ftruncate(self._file, os.fstat(self._file).st_size - written)
                written = os.write(self._file, line)
        except OSError as error:
            raise RunFolderError(
                f"{self._path}: {error.strerror}", hint="make room, then run again with --resume"
            ) from error

    def close(self) -> None:
        """Let go of the folder."""
        os.close(self._file)


def prepare(place: Place, dataset: str = "", started: datetime | None = None, digest: str = "") -> Path:
    """Return the folder to run in, made when it is not there.

    Raises RunFolderError when it holds a run and neither ``resume`` nor ``force`` is set, or cannot be made.
    """
    if not place.exact and started is not None:
        return new_folder(place.path, dataset, started, digest)
    folder = place.path
    holds = folder.is_dir() and any(folder.iterdir())
    if place.resume and not (folder / HEADER).is_file():
        raise RunFolderError(f"{folder} holds no run to resume")
    if holds and not place.resume and not place.force:
        raise RunFolderError(
            f"{folder} is not empty", hint="--resume goes on with the run in it, --force overwrites it"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunFolderError(f"{folder} cannot be made: {error.strerror}") from error
    return folder


@contextmanager
def opened(path: Path) -> Iterator[Iterator[str]]:
    """Open a file of lines. Raises RunFolderError when it cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            yield lines
    except OSError as error:
        raise RunFolderError(f"{path} cannot be read: {error.strerror}") from error


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a file at once: it is there whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("w", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def stored(folder: Path) -> list[Result]:
    """Return every result that can be read from a run's folder, in the order in which they came."""
    found = []
    with (folder / RESULTS).open("rb") as lines:
        for line in lines:
            with suppress(ValueError, KeyError, TypeError):
                found.append(decode(line))
    return found


def new_folder(parent: Path, dataset: str, started: datetime, digest: str) -> Path:
    """Make and return a folder ``<dataset>-<time>-<digest>`` below ``parent`` that was not there before."""
    name = f"{dataset}-{started:%Y%m%d-%H%M%S}-{digest}"
    for number in range(1, 1000):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise RunFolderError(f"{folder} cannot be made: {error.strerror}") from error
        return folder
    raise RunFolderError(f"{parent} holds a thousand runs named {name}")


def write_header(folder: Path, header: dict[str, JsonValue]) -> None:
    """Replace ``run.json`` at once: a reader sees the old one or the new one, never a part."""
    content = json.dumps({"schema": SCHEMA, **header}, indent=1, allow_nan=False) + "\n"
    write_lines(folder / HEADER, [content])


def read_header(folder: Path) -> dict[str, JsonValue]:
    """Return ``run.json``. Raises RunFolderError when there is none, or none of this schema."""
    path = folder / HEADER
    try:
        header: dict[str, JsonValue] = json.loads(path.read_bytes())
        schema = header["schema"]
    except FileNotFoundError as error:
        raise RunFolderError(f"{folder} is no run folder: it has no {HEADER}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise RunFolderError(f"{path} cannot be read: {error}") from error
    if schema != SCHEMA:
        raise RunFolderError(f"{path} has schema {schema}, this version reads {SCHEMA}")
    return header
