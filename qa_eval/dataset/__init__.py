"""Datasets: questions, and the document that they are about, loaded and checked."""

from __future__ import annotations

from qa_eval.dataset.digest import dataset_digest, question_digest
from qa_eval.dataset.drafts import left_out
from qa_eval.dataset.loading import Located, load, load_with_marks, of_content
from qa_eval.dataset.sources import bundled

__all__ = [
    "Located",
    "bundled",
    "dataset_digest",
    "left_out",
    "load",
    "load_with_marks",
    "of_content",
    "question_digest",
]
