"""Parquet: the table of ``datasets``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from qa_eval.exporting.card import stem
from qa_eval.exporting.tables import to_datasets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset


class Exporter:
    """Parquet, as a data set of the Hugging Face hub stores it."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the questions in the plain form."""
        return {f"{stem(dataset)}.parquet": _whole(dataset)}

    def results(self, run: Run) -> Files:
        """Return the results."""
        return {"results.parquet": _whole(run)}


def _whole(source: Dataset | Run) -> Iterator[bytes]:
    stream = io.BytesIO()
    to_datasets(source).to_parquet(stream)
    yield stream.getvalue()
