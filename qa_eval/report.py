"""A finished run, complete for whoever renders it; one function owns each output file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from qa_eval import plugins
from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from qa_eval.model import Dataset, Question, Result
    from qa_eval.signature import Signature
    from qa_eval.summary import Summary


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a reporter may show. ``results`` are in the order answerer, question, repeat.

    ``folder`` names the run's folder for commands that the report tells the reader ("" when it was not saved);
    ``state`` is "complete" or "interrupted".
    """

    dataset: Dataset
    signature: Signature
    summaries: tuple[Summary, ...]
    results: tuple[Result, ...]
    state: str
    folder: str = ""

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions by id."""
        return {question.id: question for question in self.dataset.questions}


class Reporter(Protocol):
    """Renders a report as text; made without arguments."""

    filename: ClassVar[str]

    def render(self, report: Report) -> Iterable[str]:
        """Yield the file's text in pieces. The same report gives the same text, byte for byte."""
        ...


def write(report: Report, name: str, folder: Path) -> Path:
    """Render ``report`` with the reporter ``name`` into ``folder`` and return the file's path.

    The file appears whole or not at all. Raises UsageError when the folder cannot be written.
    """
    reporter: Reporter = plugins.make("reporters", name)
    path = folder / reporter.filename
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with half.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            stream.writelines(reporter.render(report))
        half.replace(path)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror}", hint="free space or choose another folder"
        ) from error
    finally:
        half.unlink(missing_ok=True)
    return path


def readable_size(size: int) -> str:
    """Say a number of bytes as people read it.

    >>> readable_size(71_234), readable_size(3_200_000)
    ('71 kB', '3.2 MB')
    """
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= scale:
            shown = size / scale
            return f"{shown:.1f} {unit}" if unit == "MB" else f"{shown:.0f} {unit}"
    return f"{size} bytes"
