"""Who asks the answerers of a plan and scores what they say, within one process."""

from __future__ import annotations

from asyncio import Lock, gather, get_running_loop, shield, sleep
from dataclasses import replace
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.asking import Stopped, beside
from qa_eval.engine import referee
from qa_eval.engine.scoring import BothPolicies, judge
from qa_eval.engine.turns import Turns
from qa_eval.model import Prediction, Request, Result

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Sequence

    from qa_eval.asking import Asker
    from qa_eval.cache import Cache
    from qa_eval.engine.batches import Batch
    from qa_eval.engine.plan import Plan
    from qa_eval.model import Document, Failure, Question


# batches that are scored in a thread where several answer and one of them on the loop: the first scores make what all others use, in half a second
COLD = 64
FIRST_OUT = 0.002  # seconds: a turn of the loop, or as long as the first questions hold it up
BUSY = 0.1  # the share of that time above which questions are still on their way out
LOOKS = 12  # at that, at most


class Desk:
    """A worker (see ``batches.Worker``) with the answerers of ``plan``."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._turns = Turns()
        self._preparing: Future[None] | None = None
        side_by_side = len(plan.everyone) > 1 and any(asker.on_loop for asker in plan.everyone)
        self._cold = COLD if side_by_side and isinstance(plan.judge, BothPolicies) else 0
        self._warming = Lock()
        self._cache: Cache | None = None
        if plan.settings.cache:
            from qa_eval.cache import Cache  # noqa: PLC0415 - most runs have none

            self._cache = Cache(Path(plan.settings.cache))

    async def answer(self, batch: Batch) -> Sequence[Result]:
        """Return one result a question; none when the run was stopped before they were asked."""
        plan = self._plan
        preparing = self._prepare()
        asker = plan.askers[batch.answerer]
        document = plan.dataset.document_of(batch.questions[0])
        plain = (Request(q.text, document.text, q.id, q.tags, document.id) for q in batch.questions)
        requests = [asker.alter(request) for request in plain]
        try:
            predictions = await self._ask(asker, requests, batch.repeat)
            if preparing is not None and not self._at_once(batch, predictions):
                await shield(preparing)
            await self._turns.take()
            results = await self._scored(batch, predictions, document)
            if plan.referee is None:
                return results
            judging = (self._judged(plan.referee, *pair) for pair in zip(batch.questions, results, strict=True))
            return await gather(*judging)
        except Stopped:
            return ()

    async def _scored(self, batch: Batch, predictions: Sequence[Prediction], document: Document) -> list[Result]:
        plan, name = self._plan, self._plan.askers[batch.answerer].name

        def score() -> list[Result]:
            return [
                Result(question.id, name, said, judge(plan.judge, question, said, document), batch.repeat)
                for question, said in zip(batch.questions, predictions, strict=True)
            ]

        def score_beside() -> list[Result]:
            with beside():
                return score()

        if not self._cold:
            return score()
        self._cold -= 1
        async with self._warming:
            return await get_running_loop().run_in_executor(None, score_beside)

    def _at_once(self, batch: Batch, predictions: Sequence[Prediction]) -> bool:
        """Return whether answers that came before the scorer is ready are scored without all of it."""
        judge = self._plan.judge
        return isinstance(judge, BothPolicies) and all(
            said.text is None or judge.at_once(question, said.text)
            for question, said in zip(batch.questions, predictions, strict=True)
        )

    def _prepare(self) -> Future[None] | None:
        """Have the scorer made while the first answers are awaited; None once it is, or where nothing is awaited."""
        judge = self._plan.judge
        if not isinstance(judge, BothPolicies) or judge.prepared:
            return None
        if all(asker.instant for asker in self._plan.everyone):
            judge.made()  # its rules are imported by the first answer that needs them
            return None
        if self._preparing is None:
            self._preparing = get_running_loop().create_task(_prepare(judge))
            self._preparing.add_done_callback(_known)
        return self._preparing

    async def _judged(self, judge: Asker, question: Question, result: Result) -> Result:
        """Return a result by the judge's verdict where it is one about a phrase."""
        if not referee.asks_about(question, result.prediction, result.score):
            return result
        (said,) = await self._ask(judge, [referee.case(question, result.prediction)], 0)
        return replace(result, score=referee.judged(said, result.score, judge.name, self._plan.scorer_name))

    async def _ask(self, asker: Asker, requests: Sequence[Request], repeat: int) -> Sequence[Prediction]:
        if self._cache is None or not asker.identified:
            return await asker.ask(requests)
        return await self._look_up(self._cache, repeat, asker, requests)

    async def _look_up(
        self, cache: Cache, repeat: int, asker: Asker, requests: Sequence[Request]
    ) -> Sequence[Prediction]:
        """Return kept answers, and ask only for the others; each repetition has answers of its own."""
        from qa_eval.cache import key_of  # noqa: PLC0415 - see above

        keys = [key_of(asker.plain_name, asker.identity, request, repeat) for request in requests]
        found = [cache.get(key) for key in keys]
        left = [request for request, kept in zip(requests, found, strict=True) if kept is None]
        fresh = iter(await asker.ask(left) if left else ())
        for place, (key, request) in enumerate(zip(keys, requests, strict=True)):
            if found[place] is None:
                found[place] = said = next(fresh)
                cache.put(key, asker.plain_name, request.question, repeat, said)
        return [said for said in found if said is not None]

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
        for asker in self._plan.everyone:
            await asker.close()
        if self._cache is not None:
            self._cache.close()


def _known(preparing: Future[None]) -> None:
    """Take notice of what went wrong where no answer needs what was being made; one that does raises it."""
    if not preparing.cancelled():
        preparing.exception()


async def _prepare(scorer: BothPolicies) -> None:
    """Make a scorer in a thread, once the first questions are out: what sends them may be imported then, too."""

    def prepare() -> None:
        with beside():
            scorer.prepare()

    for _ in range(LOOKS):
        before = thread_time()
        await sleep(FIRST_OUT)
        if thread_time() - before < BUSY * FIRST_OUT:
            break
    await get_running_loop().run_in_executor(None, prepare)


class Hiring(NamedTuple):
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
