"""Datasets and runs on their way out: rows, tables of ``datasets``, and the card that goes with them."""

from __future__ import annotations

from qa_eval.exporting.card import card
from qa_eval.exporting.rows import question_rows, result_rows
from qa_eval.exporting.tables import to_datasets

__all__ = ["card", "question_rows", "result_rows", "to_datasets"]
