"""The record of a run on disk: ``results.jsonl``, one line an answer, and ``run.json``, what the run is.

A line is written by one ``write`` to a file that is opened for appending, so what was answered survives kill -9; every
other file appears whole or not at all.
"""

from __future__ import annotations

from qa_eval.journal.folder import (
    COMPLETE,
    DATASET,
    FILES,
    HEADER,
    INTERRUPTED,
    RESULTS,
    RUNNING,
    SCHEMA,
    Place,
    new_folder,
    opened_dataset,
    prepare,
    read_header,
    sync,
    write_dataset,
    write_header,
    write_lines,
)
from qa_eval.journal.lines import Glance, decode, encode, glance, seems_whole
from qa_eval.journal.results import Journal, Stored, every, glances, in_use, picked, seems_damaged, state_of, stored

__all__ = [
    "COMPLETE",
    "DATASET",
    "FILES",
    "HEADER",
    "INTERRUPTED",
    "RESULTS",
    "RUNNING",
    "SCHEMA",
    "Glance",
    "Journal",
    "Place",
    "Stored",
    "decode",
    "encode",
    "every",
    "glance",
    "glances",
    "in_use",
    "new_folder",
    "opened_dataset",
    "picked",
    "prepare",
    "read_header",
    "seems_damaged",
    "seems_whole",
    "state_of",
    "stored",
    "sync",
    "write_dataset",
    "write_header",
    "write_lines",
]
