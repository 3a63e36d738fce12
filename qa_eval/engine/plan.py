"""What a run will do, made before anybody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval import signature as signatures
from qa_eval.asking import Asker, Patience, make_answerer
from qa_eval.conditions import concerned
from qa_eval.engine import referee
from qa_eval.engine.batches import Batch
from qa_eval.engine.scoring import default_scorer, made_scorer
from qa_eval.engine.settings import Settings, select
from qa_eval.engine.shelf import Positions
from qa_eval.errors import UsageError
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qa_eval.model import Dataset, Question, Scorer
    from qa_eval.signature import Signature


@value
class Plan:
    """What a run will ask of whom: ``questions`` in the order of asking. ``referee`` judges what is said to phrase questions.

    A pickle of it holds what it was made from, and makes it anew: another process gets answerers of its own.
    """

    dataset: Dataset
    answerers: tuple[object, ...]
    scorer: Scorer | str
    settings: Settings
    questions: Sequence[Question]
    askers: tuple[Asker, ...]
    judge: Scorer
    signature: Signature
    referee: Asker | None = None

    @property
    def everyone(self) -> tuple[Asker, ...]:
        """The answerers, and the judge of phrases where there is one."""
        return self.askers if self.referee is None else (*self.askers, self.referee)

    @property
    def names(self) -> tuple[str, ...]:
        """The answerers' names, in their order."""
        return tuple(asker.name for asker in self.askers)

    @property
    def scorer_name(self) -> str:
        """The scorer's spec, or what describes it when it was handed over as an object."""
        return scorer_name(self.scorer)

    @property
    def answers(self) -> int:
        """How many answers are wanted."""
        return sum(self.expected.values())

    @property
    def expected(self) -> Mapping[str, int]:
        """How many answers are wanted by answerer."""
        return {asker.name: len(self.asked(asker)) * self.settings.repeat for asker in self.askers}

    def asked(self, asker: Asker) -> Sequence[Question]:
        """Return the questions that an answerer is asked: those that its condition concerns."""
        return concerned(asker.condition, self.questions) if asker.condition else self.questions

    @property
    def calls(self) -> int:
        """How many calls of the answerers that takes when none is repeated."""
        size = [asker.batch_size for asker in self.askers]
        return sum(-(-len(batch.questions) // size[batch.answerer]) for batch in self.batches())

    def positions(self) -> Positions:
        """Return the numbers of all answers wanted, in the dataset's order."""
        ordered = self.questions
        if ordered is not self.dataset.questions:
            chosen = {question.id for question in ordered}
            ordered = tuple(question for question in self.dataset.questions if question.id in chosen)
        asked = {a.name: concerned(a.condition, ordered) if a.condition else ordered for a in self.askers}
        return Positions(asked, self.settings.repeat)

    def batches(self, answered: Callable[[str, str, int], bool] | None = None) -> Iterator[Batch]:
        """Yield what is to ask: answerer by answerer, repetition by repetition, each batch about one document.

        ``answered`` tells by answerer, question id and repetition what to leave out; without it nothing is.
        """
        for number, asker in enumerate(self.askers):
            for repeat in range(self.settings.repeat):
                left: Iterable[Question] = self.asked(asker)
                if answered is not None:
                    left = (question for question in left if not answered(asker.name, question.id, repeat))
                for group in _groups(left, asker.together):
                    yield Batch(number, group, repeat)

    def __reduce__(self) -> tuple[object, ...]:
        return plan, (self.dataset, self.answerers, self.scorer, self.settings)


def plan(
    dataset: Dataset, answerers: Sequence[object], scorer: Scorer | str | None = None, settings: Settings | None = None
) -> Plan:
    """Make everything that a run needs, and ask nobody. ``scorer`` None is the policy that suits the dataset.

    Raises UsageError, SpecError or PluginError for what cannot be made.
    """
    settings = settings or Settings()
    scorer = default_scorer(dataset) if scorer is None else scorer
    questions = select(dataset, settings)
    patience = Patience(settings.timeout, settings.retries, settings.rate, settings.concurrency)
    if not answerers:
        raise UsageError("there is nobody to ask", hint="name an answerer; `qa-eval list answerers` shows them")
    askers = tuple(make_answerer(answerer, dataset, patience) for answerer in answerers)
    identities = {asker.name: asker.identity for asker in askers}
    if len(identities) < len(askers):
        twice = next(asker.name for place, asker in enumerate(askers) if asker.name in {a.name for a in askers[:place]})
        raise UsageError(
            f"two answerers are named {twice!r}",
            hint="to ask one several times use --repeat (repeat in Python); of two functions, give one another __name__",
        )
    signature = signatures.of(dataset, identities, scorer_name(scorer), settings)
    judge = None
    if settings.judge:
        judge = make_answerer(settings.judge, dataset, patience)
        signature = signature.judged(settings.judge, judge.identity, referee.wording())
    return Plan(dataset, tuple(answerers), scorer, settings, questions, askers, made_scorer(scorer), signature, judge)


def scorer_name(scorer: Scorer | str) -> str:
    """Return a scorer's spec, or its class and fields when it is an object."""
    return scorer if isinstance(scorer, str) else signatures.described(scorer)


def _groups(questions: Iterable[Question], size: int) -> Iterator[tuple[Question, ...]]:
    """Yield the questions in groups of at most ``size`` about one document each."""
    if size == 1:
        for question in questions:
            yield (question,)
        return
    waiting: dict[str, list[Question]] = {}
    for question in questions:
        group = waiting.setdefault(question.document_id, [])
        group.append(question)
        if len(group) == size:
            yield tuple(waiting.pop(question.document_id))
    for group in waiting.values():
        yield tuple(group)
