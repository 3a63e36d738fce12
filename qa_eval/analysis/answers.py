"""What the findings need of a run's results, gathered in one pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.judging import judgement
from qa_eval.analysis.marks import Marks
from qa_eval.analysis.quotes import Counts
from qa_eval.conditions import split
from qa_eval.dataset.packed import by_id, places
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.analysis.judging import Judgement, Reviews
    from qa_eval.model import Dataset, Question, Result


@dataclass(slots=True)
class Answered:
    """One answerer's results: whether each answer to a question is right, in the order of the repetitions."""

    name: str
    right: Mapping[str, tuple[bool, ...]] = field(default_factory=dict)
    f1: dict[float, int] = field(default_factory=dict)
    evidence: Counts = field(default_factory=Counts)
    confident: list[tuple[float, bool]] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    unreadable: int = 0  # confidences that are none

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


def gather(dataset: Dataset, results: Iterable[Result], reviews: Reviews) -> Answers:
    """Go through the results once."""
    found: dict[str, Answered] = {}
    marks: dict[str, Marks] = {}
    questions, numbers = by_id(dataset.questions), places(dataset.questions)
    for result in results:
        answered = found.get(result.answerer)
        if answered is None:
            marks[result.answerer] = Marks(numbers)
            answered = found[result.answerer] = Answered(result.answerer, marks[result.answerer])
        question, right = questions[result.question_id], result.score.verdict is Verdict.CORRECT
        marks[result.answerer].add(question.id, right=right)
        f1 = round(result.score.f1, 6)
        answered.f1[f1] = answered.f1.get(f1, 0) + 1
        answered.evidence.count(result, question, dataset.document_of(question))
        if (told := judgement(result, reviews)) is not None:
            answered.judged.append(told)
        confidence = result.prediction.details.get("confidence")
        if confidence is None:
            continue
        if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
            answered.unreadable += 1
        else:
            answered.confident.append((float(confidence), right))
    return Answers(dataset, questions, found)
