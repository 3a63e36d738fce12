"""What datasets and runs are written as for others, one file each; a file defines ``Exporter``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.engine import Run
    from qa_eval.model import Dataset

Files: TypeAlias = "Mapping[str, Iterable[bytes]]"
"""What is to be written: the pieces of each file by its name."""


class Exporter(Protocol):
    """Writes in one form; made without arguments."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the files of a dataset, the first one that which holds the questions."""
        ...

    def results(self, run: Run) -> Files:
        """Return the files of a run's results."""
        ...
