"""The open journal, which one process holds at a time, and its results read one by one."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
import weakref
from array import array
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar, overload

from qa_eval.errors import RunFolderError
from qa_eval.journal.folder import INTERRUPTED, RESULTS, RUNNING
from qa_eval.journal.lines import UNREADABLE, decode, encode, glance, glance_of, seems_whole
from qa_eval.model import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from qa_eval.journal.lines import Glance
    from qa_eval.model import JsonValue

CLOSED = -1
T = TypeVar("T")


class Journal:
    """An open ``results.jsonl`` that no other process may have open; ``damaged`` counts its lines that cannot be read.

    ``other`` is the policy whose opinion goes without saying in its lines, "" for none (see ``lines.encode``). The lock goes with the process, however it ends. Raises RunFolderError when another process holds it, or the file
    cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.damaged = 0
        self.other = ""
        self._path = folder / RESULTS
        self._writing = threading.Lock()
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        except OSError as error:
            hint = "its folder has to be one that can be written into"
            raise RunFolderError(f"{self._path} cannot be written: {error.strerror}", hint=hint) from error
        if not _lock(self._file, fcntl.LOCK_EX):
            os.close(self._file)
            raise RunFolderError(
                f"another process runs in {folder}", hint="wait until it ends, or run into another folder"
            )
        self._size = os.fstat(self._file).st_size
        _journals.add(self)

    @property
    def empty(self) -> bool:
        """Whether nothing is stored yet."""
        return self._size == 0

    def clear(self) -> None:
        """Forget what is stored."""
        os.ftruncate(self._file, 0)
        self._size = 0

    def recover(self) -> Iterator[tuple[int, Result]]:
        """Yield the place of each stored line and its result; cut off a last line that is not whole."""
        end = 0
        with self._path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    self.damaged += 1
                    break
                try:
                    yield end, decode(line, self.other)
                except UNREADABLE:
                    self.damaged += 1
                end += len(line)
        os.ftruncate(self._file, end)
        self._size = end

    def append(self, *results: Result) -> list[int]:
        """Store results that came together, by one write, and return the place of each one's line.

        Raises RunFolderError when the disk refuses them, and leaves no part of them behind; also after ``close``.
        """
        other = self.other
        lines = [encode(result, other) for result in results]
        data = b"".join(lines)
        with self._writing:
            place = self._size
            try:
                written = os.write(self._file, data)
                while written < len(data):  # a disk that fills up takes a part, and refuses the rest
                    written += os.write(self._file, data[written:])
            except OSError as error:
                self._take_back(place)
                raise RunFolderError(
                    f"{self._path} cannot be written: {error.strerror}",
                    hint="what was answered before is kept; make room, and go on with --resume",
                ) from error
            self._size = place + written
        return list(accumulate(map(len, lines[:-1]), initial=place))

    def sync(self) -> None:
        """Have the disk hold what is stored, even through a power cut."""
        os.fsync(self._file)

    def close(self) -> None:
        """Let go of the folder; nothing is stored after this."""
        with self._writing:
            if self._file != CLOSED:
                os.close(self._file)
                self._file = CLOSED

    def leave_to_parent(self) -> None:
        """Let go in a forked child: the lock stays with the process that has the run."""
        if self._file != CLOSED:
            os.close(self._file)
            self._file = CLOSED

    def _take_back(self, place: int) -> None:
        if self._file != CLOSED:
            os.ftruncate(self._file, place)


class Stored(Sequence[Result]):
    """Results that stay on disk: read when they are asked for, in the order of ``places``; ``other`` as in their Journal."""

    def __init__(self, folder: Path, places: array[int], other: str = "") -> None:
        self._path = folder / RESULTS
        self._places = places
        self._other = other

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> Stored: ...
    def __getitem__(self, index: int | slice) -> Result | Stored:
        """Return the result, or the results, at ``index``."""
        if isinstance(index, slice):
            return Stored(self._path.parent, self._places[index], self._other)
        with self._path.open("rb") as lines:
            lines.seek(self._places[index])
            try:
                return decode(lines.readline(), self._other)
            except UNREADABLE as error:
                raise self._changed(error) from error

    def __iter__(self) -> Iterator[Result]:
        return self._each(partial(decode, other=self._other))

    def picked(self, places: Iterable[int]) -> Stored:
        """Return those at ``places``."""
        return Stored(self._path.parent, array("Q", (self._places[place] for place in places)), self._other)

    def glances(self) -> Iterator[Glance]:
        """Yield the little that most passes need of each, in their order: much quicker than the whole of them."""
        return self._each(glance)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # equal to tuples, so it has no hash of its own

    def __repr__(self) -> str:
        return f"Stored({str(self._path)!r}, {len(self)} results)"

    def _each(self, read: Callable[[bytes], T]) -> Iterator[T]:
        end = 0
        with self._path.open("rb") as lines:
            for place in self._places:
                if place != end:  # lines mostly stand in the order in which they are read
                    lines.seek(place)
                line = lines.readline()
                end = place + len(line)
                try:
                    found = read(line)
                except UNREADABLE as error:
                    raise self._changed(error) from error
                yield found

    def _changed(self, error: Exception) -> RunFolderError:
        return RunFolderError(f"{self._path} has changed while it was read: {error}")


def picked(results: Sequence[Result], places: Iterable[int]) -> Sequence[Result]:
    """Return the results at ``places``, wherever they are kept."""
    return results.picked(places) if isinstance(results, Stored) else [results[place] for place in places]


def glances(results: Sequence[Result]) -> Iterator[Glance]:
    """Yield the little that most passes need of each result, wherever they are kept."""
    return results.glances() if isinstance(results, Stored) else map(glance_of, results)


def stored(folder: Path, other: str = "") -> Iterator[tuple[int, Result]]:
    """Yield the place of each line of a run's journal that can be read, and its result, in the order in which they came.

    ``other`` as in the Journal that they were written by. Raises RunFolderError when there is no journal.
    """
    return ((place, result) for place, result in every(folder, other) if result is not None)


def every(folder: Path, other: str = "") -> Iterator[tuple[int, Result | None]]:
    """Yield the place of each line of a run's journal, and its result, None for one that cannot be read; see ``stored``."""
    place = 0
    try:
        with (folder / RESULTS).open("rb") as lines:
            for line in lines:
                try:
                    result = decode(line, other)
                except UNREADABLE:
                    yield place, None
                else:
                    yield place, result
                place += len(line)
    except OSError as error:
        raise RunFolderError(f"{folder / RESULTS} cannot be read: {error.strerror}") from error


def seems_damaged(folder: Path) -> bool:
    """Tell whether a line of a run's journal is cut or overwritten, as far as that is seen without reading what it says.

    False where there is no journal that can be read.
    """
    try:
        with (folder / RESULTS).open("rb") as lines:
            return not all(map(seems_whole, lines))
    except OSError:
        return False


def in_use(folder: Path) -> bool:
    """Tell whether a process is running in the folder now."""
    try:
        file = os.open(folder / RESULTS, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _lock(file, fcntl.LOCK_SH)
    finally:
        os.close(file)


def state_of(folder: Path, header: Mapping[str, JsonValue]) -> str:
    """Return the state of a run by its ``run.json``; one that was killed could not write there that it was interrupted."""
    state = str(header.get("state"))
    return INTERRUPTED if state == RUNNING and not in_use(folder) else state


def _lock(file: int, kind: int) -> bool:
    """Lock a file; False when another process holds it. A file system without locks is taken as nobody else's."""
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EWOULDBLOCK, errno.EACCES}
    return True


_journals: weakref.WeakSet[Journal] = weakref.WeakSet()


def _in_child() -> None:
    for journal in _journals:
        journal.leave_to_parent()


os.register_at_fork(after_in_child=_in_child)
