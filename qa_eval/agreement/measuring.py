"""A scorer and the baselines beside people: overall, by set, by kind and by answering system."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa_eval.agreement.baselines import BASELINES
from qa_eval.agreement.counts import Agreement
from qa_eval.engine import judge
from qa_eval.model import Prediction, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from qa_eval.agreement.labelled import Labelled
    from qa_eval.model import Score, Scorer

OVERALL = "all"
BY = ("dataset", "kind", "system")


@dataclass(slots=True)
class Group:
    """The answers of one set, kind or system: the scorer's agreement question by question, and the baselines' in all."""

    questions: dict[str, Agreement] = field(default_factory=dict)
    baselines: dict[str, Agreement] = field(default_factory=dict)

    @property
    def total(self) -> Agreement:
        """The scorer's agreement on all answers."""
        return sum(self.questions.values(), Agreement())

    def add(self, question: str, one: Agreement, baselines: Mapping[str, Agreement]) -> None:
        """Add one answer."""
        self.questions[question] = self.questions.get(question, Agreement()) + one
        for name, each in baselines.items():
            self.baselines[name] = self.baselines.get(name, Agreement()) + each


@dataclass(slots=True)
class Measured:
    """All that was measured: groups by what they are grouped by and their name; ``failed`` counts answers that broke the scorer."""

    groups: dict[tuple[str, str], Group]
    failed: int = 0

    @property
    def overall(self) -> Group:
        """Every answer."""
        return self.groups.get((OVERALL, OVERALL), Group())

    def by(self, what: str) -> dict[str, Group]:
        """Return the groups by set, kind or system, in the order of their names; none where the answers name only one."""
        found = {name: group for (by, name), group in sorted(self.groups.items()) if by == what}
        return found if len(found) > 1 else {}


def measure(
    answers: Iterable[Labelled], scorer: Scorer, disagreed: Callable[[Labelled, Score], None] | None = None
) -> Measured:
    """Score every answer and count who agrees; ``disagreed`` is told of each answer on which people and scorer differ."""
    groups: defaultdict[tuple[str, str], Group] = defaultdict(Group)
    measured = Measured(groups)
    for each in answers:
        score = judge(scorer, each.question, Prediction(each.candidate), each.document)
        measured.failed += score.verdict is Verdict.FAILED
        correct = score.verdict is Verdict.CORRECT
        baselines = {name: _one(each.correct, says(each.question, each.candidate)) for name, says in BASELINES.items()}
        key = f"{each.dataset} {each.question.id}"
        for place in ((OVERALL, OVERALL), *((by, getattr(each, by)) for by in BY)):
            groups[place].add(key, _one(each.correct, correct), baselines)
        if disagreed is not None and correct != each.correct:
            disagreed(each, score)
    return measured


def _one(people: bool, scorer: bool) -> Agreement:
    return Agreement(people and scorer, people and not scorer, scorer and not people, not (people or scorer))
