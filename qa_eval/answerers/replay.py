"""Answers from a file, so that answers of any origin are scored, reported and compared like those of a run."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qa_eval.errors import AnswererError
from qa_eval.model import Failure
from qa_eval.predictions import load_predictions


class Answerer:
    """Answers from a file by question id: JSONL of {"id", "answer"}, SQuAD's {id: text}, or CSV.

    Raises DatasetError, with every problem and its line, when the file cannot be used. ``identity`` is its SHA-256.
    """

    instant = True
    stored = True

    def __init__(self, file: str) -> None:
        self._file = file
        self._answers = load_predictions(file)
        self.identity = hashlib.sha256(Path(file).read_bytes()).hexdigest()

    def answer(self, question: str, document: str, id: str) -> str:  # noqa: A002, ARG002 - the run gives them by these names
        """Return the stored answer. Raises AnswererError, of kind "missing" when there is none."""
        if id not in self._answers:
            raise AnswererError("missing", f"{self._file} holds no answer to {id!r}")
        answer = self._answers[id]
        if isinstance(answer, Failure):
            raise AnswererError(answer.kind, answer.message)
        if answer is None:
            raise AnswererError("missing", f"{self._file} holds null for {id!r}: it was not answered")
        return answer
