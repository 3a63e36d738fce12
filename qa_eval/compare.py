"""Two runs of the same questions, joined answer by answer: fixed, regressed, and what cannot be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.dataset.digest import question_digest
from qa_eval.model import Verdict
from qa_eval.pairs import worth
from qa_eval.significance import holm
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa_eval.model import Dataset, Question, Result
    from qa_eval.pairs import Pairs, Worth


class Change(StrEnum):
    """What became of an answer from the other run to this one."""

    FIXED = "fixed"
    REGRESSED = "regressed"
    BOTH_CORRECT = "both correct"
    NEITHER_CORRECT = "neither correct"
    ONLY_HERE = "only here"
    ONLY_THERE = "only there"
    QUESTION_CHANGED = "question changed"


CELLS = {  # which of the two is right: this run, the other
    Change.FIXED: (True, False),
    Change.REGRESSED: (False, True),
    Change.BOTH_CORRECT: (True, True),
    Change.NEITHER_CORRECT: (False, False),
}
_CHANGES = {cell: change for change, cell in CELLS.items()}


class Pair(NamedTuple):
    """An answer of this run beside that of the other; None where a run has none."""

    question_id: str
    repeat: int
    here: Result | None
    there: Result | None
    change: Change


@value
class Paired:
    """Counts of the pairs that can be compared; two of them add up."""

    fixed: int = 0
    regressed: int = 0
    both_correct: int = 0
    neither_correct: int = 0

    @property
    def n(self) -> int:
        """Pairs that are compared."""
        return self.fixed + self.regressed + self.both_correct + self.neither_correct

    @property
    def difference(self) -> float | None:
        """Accuracy of this run less that of the other, within -1..1; None when nothing is compared."""
        return (self.fixed - self.regressed) / self.n if self.n else None


class Comparison(NamedTuple):
    """One answerer of this run against one of the other. ``pairs``: this run's questions first, each run in its order."""

    answerer: str
    other: str
    pairs: tuple[Pair, ...]


def marked(comparison: Comparison) -> Mapping[str, Sequence[Change]]:
    """Return what became of the answers to each question that can be compared, by its id."""
    marks: dict[str, list[Change]] = defaultdict(list)
    for pair in comparison.pairs:
        if pair.change in CELLS:
            marks[pair.question_id].append(pair.change)
    return marks


def paired(
    marks: Mapping[str, Sequence[Change]], among: Iterable[str], documents: Mapping[str, str]
) -> tuple[Paired, Worth]:
    """Return the counts over the questions ``among`` those that are ``marked``, and what their difference is worth.

    ``documents``: which one each question is about.
    """
    ids = [name for name in among if name in marks]
    changes = Counter(change for name in ids for change in marks[name])
    pairs: Pairs = Counter()
    for name in ids:
        cells = [CELLS[change] for change in marks[name]]
        pairs[documents.get(name, name), tuple(here for here, _ in cells), tuple(there for _, there in cells)] += 1
    return Paired(*(changes[change] for change in CELLS)), worth(pairs)


def adjusted(found: Iterable[Worth]) -> tuple[float, ...]:
    """Return the p of differences that are looked at together, adjusted by Holm's method."""
    return holm([one.p for one in found])


def answerers(here: Sequence[str], there: Sequence[str]) -> Mapping[str, str]:
    """Return who is compared with whom: the same name, or the only one on either side.

    >>> answerers(["lexical", "openai:a"], ["lexical"]), answerers(["openai:b"], ["openai:a"])
    ({'lexical': 'lexical'}, {'openai:b': 'openai:a'})
    """
    if len(here) == len(there) == 1:
        return {here[0]: there[0]}
    return {name: name for name in here if name in there}


def compare(
    here: tuple[Dataset, Sequence[Result]], there: tuple[Dataset, Sequence[Result]], answerer: str, other: str
) -> Comparison:
    """Join two runs on question id, repeat and the digest of what the question asks and accepts."""
    mine, theirs = _answers(here[1], answerer), _answers(there[1], other)
    questions, others = _questions(here[0]), _questions(there[0])
    changed = {name for name in questions.keys() & others.keys() if _differ(questions[name], others[name])}
    pairs = [
        Pair(key[0], key[1], mine.get(key), theirs.get(key), _change(mine.get(key), theirs.get(key), key[0] in changed))
        for key in {**mine, **theirs}
    ]
    return Comparison(answerer, other, tuple(pairs))


def _answers(results: Sequence[Result], answerer: str) -> Mapping[tuple[str, int], Result]:
    return {(result.question_id, result.repeat): result for result in results if result.answerer == answerer}


def _questions(dataset: Dataset) -> Mapping[str, Question]:
    return {question.id: question for question in dataset.questions}


def _differ(question: Question, other: Question) -> bool:
    return question is not other and question != other and question_digest(question) != question_digest(other)


def _change(here: Result | None, there: Result | None, changed: bool) -> Change:
    if here is None:
        return Change.ONLY_THERE
    if there is None:
        return Change.ONLY_HERE
    if changed:
        return Change.QUESTION_CHANGED
    return _CHANGES[here.score.verdict is Verdict.CORRECT, there.score.verdict is Verdict.CORRECT]
