"""Who asks the answerers of a plan and scores what they say, within one process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa_eval.asking import Stopped
from qa_eval.engine.scoring import judge
from qa_eval.model import Prediction, Request, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.engine.batches import Batch
    from qa_eval.engine.plan import Plan
    from qa_eval.model import Failure


class Desk:
    """A worker (see ``batches.Worker``) with the answerers of ``plan``."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    async def answer(self, batch: Batch) -> Sequence[Result]:
        """Return one result a question; none when the run was stopped before they were asked."""
        plan = self._plan
        asker = plan.askers[batch.answerer]
        document = plan.dataset.document_of(batch.questions[0])
        requests = [Request(q.text, document.text, q.id, q.tags, document.id) for q in batch.questions]
        try:
            predictions = await asker.ask(requests)
        except Stopped:
            return ()
        return [
            Result(question.id, asker.name, said, judge(plan.judge, question, said, document), batch.repeat)
            for question, said in zip(batch.questions, predictions, strict=True)
        ]

    def failed(self, batch: Batch, failure: Failure) -> Sequence[Result]:
        """Return what counts for questions that nobody could be asked."""
        plan = self._plan
        name, said = plan.askers[batch.answerer].name, Prediction(None, failure=failure)
        return [
            Result(question.id, name, said, judge(plan.judge, question, said, None), batch.repeat)
            for question in batch.questions
        ]

    async def close(self) -> None:
        """Close the answerers."""
        for asker in self._plan.askers:
            await asker.close()


@dataclass(frozen=True, slots=True)
class Hiring:
    """Hires workers for ``plan``; one that is pickled makes the answerers anew where it arrives."""

    plan: Plan

    def __call__(self) -> Desk:
        """Return a worker."""
        return Desk(self.plan)

    def shared(self, workers: int) -> Hiring:
        """Return what each of so many workers in processes of their own is to be hired by: none asks faster than its share."""
        rate = self.plan.settings.rate
        settings = replace(self.plan.settings, rate=rate / workers if rate else None)
        return Hiring(replace(self.plan, settings=settings))
