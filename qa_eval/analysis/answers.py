"""What the findings need of a run's results, gathered in one pass."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.judging import judgement
from qa_eval.analysis.marks import Abouts, Marks
from qa_eval.analysis.quotes import Counts
from qa_eval.conditions import split
from qa_eval.dataset.packed import by_id, places
from qa_eval.model import Verdict
from qa_eval.summary import are_shared

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from qa_eval.analysis.judging import Judgement, Reviews
    from qa_eval.model import Dataset, Question, Result


@dataclass(slots=True)
class Answered:
    """One answerer's results: whether each answer to a question is right, in the order of the repetitions.

    ``documents``: which document each question is about, by id, where questions share them.
    """

    name: str
    right: Mapping[str, tuple[bool, ...]] = field(default_factory=dict)
    documents: Mapping[str, Hashable] = field(default_factory=dict)
    f1: dict[float, int] = field(default_factory=dict)
    evidence: Counts = field(default_factory=Counts)
    confident: list[tuple[float, bool]] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    unreadable: int = 0  # confidences that are none

    @property
    def repeated(self) -> bool:
        """Whether a question has more than one answer."""
        right = self.right
        return right.repeated if isinstance(right, Marks) else any(len(marks) > 1 for marks in right.values())

    @property
    def total(self) -> tuple[int, int]:
        """Right answers, and all."""
        return sum(sum(marks) for marks in self.right.values()), sum(map(len, self.right.values()))


class Answers(NamedTuple):
    """All answerers of a run, by name; ``questions`` by id."""

    dataset: Dataset
    questions: Mapping[str, Question]
    by_name: Mapping[str, Answered]

    @property
    def plain(self) -> tuple[Answered, ...]:
        """Those that were asked under no condition."""
        return tuple(answered for name, answered in self.by_name.items() if not split(name)[1])

    def under(self, name: str) -> Mapping[str, Answered]:
        """Return the same answerer under conditions, by condition."""
        parts = {other: split(other) for other in self.by_name}
        return {
            condition: self.by_name[other] for other, (head, condition) in parts.items() if condition and head == name
        }


class Gathering:
    """Takes the results of a run one by one, in any order; what it keeps grows by a byte a result, where answers say no more."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._places = places(dataset.questions)
        self._documents = Abouts(self._places, shared=are_shared(dataset))
        self._found: dict[str, tuple[Answered, Marks]] = {}

    def add(self, result: Result, question: Question) -> None:
        """Take one result to ``question``."""
        found = self._found.get(result.answerer)
        if found is None:
            marks = Marks(self._places)
            found = self._found[result.answerer] = Answered(result.answerer, marks, self._documents), marks
        answered, marks = found
        score, details = result.score, result.prediction.details
        right = score.verdict is Verdict.CORRECT
        marks.add(question.id, result.repeat, right=right)
        self._documents.add(question.id, question.document_id)
        f1 = round(score.f1, 6)
        answered.f1[f1] = answered.f1.get(f1, 0) + 1
        if details or question.evidence:
            answered.evidence.count(result, question, self._dataset.document_of(question))
        if (told := judgement(result)) is not None:
            answered.judged.append(told)
        if not details or details.get("confidence") is None:
            return
        if (confidence := result.prediction.confidence) is None:
            answered.unreadable += 1
        else:
            answered.confident.append((confidence, right))

    def answers(self, reviews: Reviews, names: Iterable[str] = ()) -> Answers:
        """Return what was taken, in the order of the questions; answerers in the order of ``names``, those that are not in there last."""
        order = [name for name in dict.fromkeys((*names, *self._found)) if name in self._found]
        by_name = {name: self._ordered(self._found[name][0], reviews) for name in order}
        return Answers(self._dataset, by_id(self._dataset.questions), by_name)

    def _ordered(self, one: Answered, reviews: Reviews) -> Answered:
        place = self._places.__getitem__
        judged = [
            told._replace(people=reviews.get((one.name, told.question_id, told.repeat)))
            for told in sorted(one.judged, key=lambda told: (place(told.question_id), told.repeat))
        ]
        evidence = replace(one.evidence, invented=sorted(one.evidence.invented, key=place))
        return replace(one, evidence=evidence, judged=judged, confident=sorted(one.confident))


def gather(dataset: Dataset, results: Iterable[Result], reviews: Reviews) -> Answers:
    """Go through the results once."""
    gathering, questions = Gathering(dataset), by_id(dataset.questions)
    for result in results:
        gathering.add(result, questions[result.question_id])
    return gathering.answers(reviews)
