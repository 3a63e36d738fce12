"""SQuAD 2.0's own scoring, for comparison with the literature."""

from __future__ import annotations

from qa_eval.scorers._squad import Squad


class Scorer(Squad):
    """SQuAD 2.0: as SQuAD 1.1, and an empty answer is right where nothing is accepted."""

    def __init__(self) -> None:
        super().__init__(2)
