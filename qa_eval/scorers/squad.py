"""SQuAD 1.1's own scoring, for comparison with the literature."""

from __future__ import annotations

from typing import Annotated

from qa_eval.scorers._squad import Squad


class Scorer(Squad):
    """SQuAD 1.1: correct on an exact match after normalising, as published; the value is the token F1."""

    def __init__(self, *, version: Annotated[int, "1 for SQuAD 1.1, 2 for 2.0"] = 1) -> None:
        super().__init__(version)
