"""What a run has so far: every result stored, kept in its place and counted, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.packed import by_id, places
from qa_eval.engine.shelf import Shelf
from qa_eval.engine.watching import Tally
from qa_eval.model import JUDGE_FAILED
from qa_eval.summary import Gathering as Counting
from qa_eval.summary import are_shared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa_eval.analysis import Gathering
    from qa_eval.engine.plan import Plan
    from qa_eval.journal import Journal
    from qa_eval.model import Question, Result
    from qa_eval.summary import Summary


UNTOLD = 512  # results that wait until what gathers them for the analysis is imported, beside the asking in most runs


class Ledger:
    """The results of a run of ``plan``; ``journal`` stores them in ``folder``, None: they are kept in memory only."""

    def __init__(self, plan: Plan, journal: Journal | None = None, folder: Path | None = None) -> None:
        self.tally = Tally(plan.answers)
        self._plan = plan
        self._journal = journal
        self._positions = plan.positions()
        self._shelf = Shelf(self._positions, folder)
        order = places(plan.dataset.questions)
        documents = are_shared(plan.dataset)
        self._counted = {name: Counting(name, order, documents=documents) for name in plan.names}
        self._to_ask_again: dict[int, Result] = {}
        self._untold: list[tuple[Result, Question]] = []
        self._gathering: Gathering | None = None

    def recall(self) -> int:
        """Take in what the journal holds and return how many of its lines are of no use.

        A failed answer counts as not answered, until nothing better has come by the end.
        """
        if self._journal is None:
            return 0
        strange = 0
        questions = by_id(self._plan.questions)
        for place, result in self._journal.recover():
            try:
                position = self._positions.of(result.answerer, result.question_id, result.repeat)
            except KeyError:
                strange += 1
                continue
            if self._shelf.holds(position) and position not in self._to_ask_again:
                strange += 1
                continue
            self._shelf.put(position, result, place)
            if result.prediction.failure is not None or result.score.reason == JUDGE_FAILED:
                self._to_ask_again[position] = result
            else:
                self._to_ask_again.pop(position, None)
                self._count(result, questions[result.question_id])
        return strange + self._journal.damaged

    def add(self, questions: Sequence[Question], results: Sequence[Result]) -> None:
        """Store results, one for each of ``questions``, and count them. Raises RunFolderError when the disk refuses them."""
        places: Sequence[int] = [0] * len(results) if self._journal is None else self._journal.append(*results)
        for question, result, place in zip(questions, results, places, strict=True):
            position = self._positions.of(result.answerer, result.question_id, result.repeat)
            self._shelf.put(position, result, place)
            if self._to_ask_again:
                self._to_ask_again.pop(position, None)
            self._count(result, question)

    def answered(self, answerer: str, question_id: str, repeat: int) -> bool:
        """Tell whether there is an answer that did not fail."""
        position = self._positions.of(answerer, question_id, repeat)
        return self._shelf.holds(position) and position not in self._to_ask_again

    @property
    def complete(self) -> bool:
        """Whether every answer that the run wants has been asked for."""
        return self._shelf.full and not self._to_ask_again

    def results(self) -> Sequence[Result]:
        """Return every result, in the order of the answerers, the dataset's questions and the repetitions."""
        return self._shelf.results("" if self._journal is None else self._journal.other)

    def summaries(self) -> tuple[Summary, ...]:
        """Return one summary an answerer; to be called once, at the end."""
        if self._to_ask_again:
            questions = by_id(self._plan.questions)
            for result in self._to_ask_again.values():
                self._count(result, questions[result.question_id])
        self._to_ask_again.clear()
        expected = self._plan.expected
        return tuple(counting.summary(expected[name]) for name, counting in self._counted.items())

    def gathering(self) -> Gathering | None:
        """Return what was gathered for the analysis, after ``summaries``; None where the results are in memory alone."""
        if self._journal is None:
            return None
        self._tell()
        return self._gathering

    def _count(self, result: Result, question: Question) -> None:
        self.tally.count(result)
        self._counted[result.answerer].add(result, question)
        if self._journal is not None:
            self._untold.append((result, question))
            if len(self._untold) == UNTOLD:
                self._tell()

    def _tell(self) -> None:
        if self._gathering is None:
            from qa_eval.analysis import Gathering  # noqa: PLC0415 - imported meanwhile, see UNTOLD

            self._gathering = Gathering(self._plan.dataset)
        for result, question in self._untold:
            self._gathering.add(result, question)
        self._untold.clear()
