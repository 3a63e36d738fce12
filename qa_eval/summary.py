"""Results become a Summary: counts are fields and add up, ratios are properties with their interval."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import field, fields
from typing import TYPE_CHECKING, TypeVar

from qa_eval.intervals import FEWEST_CLUSTERS, by_document, design_effect, widened
from qa_eval.model import AnswerType, Verdict
from qa_eval.statistics import Interval, percentile
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from qa_eval.model import Dataset, JsonValue, Question, Result

    _Key = tuple[AnswerType, str, tuple[str, ...], int]
    _Name = TypeVar("_Name", bool, int, str)

SCHEMA = 1  # 1: first published form

_UNIT = 1 << 60  # values within 0..1 are summed in whole parts of this, so that no order of answers changes a digit


@value
class Counts:
    """What became of ``n`` answers; two Counts add up field by field.

    ``n`` is ``correct + incorrect + abstained + failed``: no answer is left out. ``exact_match`` counts answers; ``value``
    and ``f1`` are sums of figures within 0..1. An abstention on an unanswerable question is correct. Where questions were
    repeated, ``effect`` says how many of their answers tell as much as one: intervals are that much wider than Wilson's.

    >>> (Counts(n=3, correct=2, abstained=1) + Counts(n=1, correct=1)).accuracy
    0.75
    """

    n: int = 0
    correct: int = 0
    incorrect: int = 0
    abstained: int = 0
    failed: int = 0
    exact_match: int = 0
    value: float = 0.0
    f1: float = 0.0
    effect: float = 1.0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        sums = (getattr(self, name) + getattr(other, name) for name in _COUNTED)
        return Counts(*(*sums, max((each.effect for each in (self, other) if each.n), default=1.0)))

    @property
    def attempted(self) -> int:
        """Answers that were judged right or wrong: neither abstained nor failed."""
        return self.correct + self.incorrect

    @property
    def accuracy(self) -> float | None:
        """Correct answers as a share of all questions: to abstain or to fail does not shrink the denominator."""
        return self.correct / self.n if self.n else None

    @property
    def accuracy_interval(self) -> Interval | None:
        """The 95 % interval of ``accuracy``: Wilson's where each question was asked once."""
        return widened(self.correct, self.n, self.effect)

    @property
    def accuracy_attempted(self) -> float | None:
        """Correct answers as a share of the attempted ones; None when nothing was attempted."""
        return self.correct / self.attempted if self.attempted else None

    @property
    def accuracy_attempted_interval(self) -> Interval | None:
        """The 95 % interval of ``accuracy_attempted``."""
        return widened(self.correct, self.attempted, self.effect)

    @property
    def exact_match_share(self) -> float | None:
        """SQuAD's exact match as a share of all questions."""
        return self.exact_match / self.n if self.n else None

    @property
    def exact_match_interval(self) -> Interval | None:
        """The 95 % interval of ``exact_match_share``."""
        return widened(self.exact_match, self.n, self.effect)

    @property
    def mean_f1(self) -> float | None:
        """SQuAD's token F1, the mean over all questions."""
        return self.f1 / self.n if self.n else None

    @property
    def f1_interval(self) -> Interval | None:
        """The 95 % interval of ``mean_f1``: at least as wide as need be (see ``statistics.wilson``)."""
        return widened(min(self.f1, self.n), self.n, self.effect)

    @property
    def mean_value(self) -> float | None:
        """The scorer's value (partial credit), the mean over all questions."""
        return self.value / self.n if self.n else None


_COUNTED = tuple(part.name for part in fields(Counts) if part.name != "effect")


@value
class Latency:
    """Seconds per answer, over the answers that came; None where none did."""

    p50: float | None = None
    p95: float | None = None
    total: float = 0.0


@value
class Summary:
    """How one answerer did. ``expected`` answers were asked for; ``overall.n`` is less when the run was interrupted.

    A question with several tags counts in each of them. ``by_repeat`` has one entry a repetition. ``cached`` answers were
    kept from other runs.
    """

    answerer: str
    expected: int
    overall: Counts = field(default_factory=Counts)
    answerable: Counts = field(default_factory=Counts)
    unanswerable: Counts = field(default_factory=Counts)
    by_type: Mapping[str, Counts] = field(default_factory=dict)
    by_tag: Mapping[str, Counts] = field(default_factory=dict)
    by_difficulty: Mapping[str, Counts] = field(default_factory=dict)
    by_repeat: Mapping[int, Counts] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, int] = field(default_factory=dict)
    attempts: int = 0
    cached: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    latency: Latency = field(default_factory=Latency)


class Gathering:
    """Adds results of one answerer up, one at a time and in any order; memory grows by a number an answer.

    ``places`` gives the place of every question by its id; ``documents``: several questions may be about one, and how they fell out
    is kept by document.
    """

    def __init__(self, answerer: str, places: Mapping[str, int], *, documents: bool = False) -> None:
        self._answerer = answerer
        self._by_document: dict[str, list[int]] | None = {} if documents else None
        self._places = places
        self._groups: dict[_Key, list[int]] = {}
        self._reasons: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._seconds = array("d")
        none = array("I", [0]) * len(places)
        self._asked, self._right = none[:], none[:]  # by place
        self._attempts = self._cached = self._prompt = self._completion = 0

    def add(self, result: Result, question: Question) -> None:
        """Count one result to ``question``."""
        score, prediction = result.score, result.prediction
        key = (question.answer.type, question.difficulty, question.tags, result.repeat)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = [0] * len(_COUNTED)
        group[0] += 1
        group[_PLACES[score.verdict]] += 1
        place = self._places[question.id]
        self._asked[place] += 1
        self._right[place] += score.verdict is Verdict.CORRECT
        if self._by_document is not None:
            cluster = self._by_document.setdefault(question.document_id, [0, 0])
            cluster[0] += score.verdict is Verdict.CORRECT
            cluster[1] += 1
        group[5] += score.exact_match
        group[6] += int(score.value * _UNIT)
        group[7] += int(score.f1 * _UNIT)
        self._reasons[score.reason] += 1
        self._attempts += prediction.attempts
        if prediction.details and prediction.details.get("cached") is True:
            self._cached += 1
        if prediction.failure is None:
            self._seconds.append(prediction.seconds)
        else:
            self._failures[prediction.failure.kind] += 1
        if prediction.tokens is not None:
            self._prompt += prediction.tokens.prompt
            self._completion += prediction.tokens.completion

    def summary(self, expected: int | None = None) -> Summary:
        """Return the summary of what was added so far; ``expected`` as in Summary, by default what was added."""
        ordered = array("d", sorted(self._seconds))
        clusters = self._clusters()
        effect = design_effect(zip(self._right, self._asked, strict=True) if clusters is None else clusters)
        answerable = self._slices(effect, lambda key: [key[0] != AnswerType.UNANSWERABLE])
        return Summary(
            answerer=self._answerer,
            expected=sum(a.n for a in answerable.values()) if expected is None else expected,
            overall=sum(answerable.values(), Counts()),
            answerable=answerable.get(True, Counts()),
            unanswerable=answerable.get(False, Counts()),
            by_type=self._slices(effect, lambda key: [str(key[0])]),
            by_tag=self._slices(effect, lambda key: dict.fromkeys(key[2])),
            by_difficulty=self._slices(effect, lambda key: [key[1]] if key[1] else []),
            by_repeat=self._slices(1.0 if clusters is None else effect, lambda key: [key[3]]),
            reasons={str(reason): n for reason, n in sorted(self._reasons.items())},
            failures=dict(sorted(self._failures.items())),
            attempts=self._attempts,
            cached=self._cached,
            prompt_tokens=self._prompt,
            completion_tokens=self._completion,
            latency=Latency(percentile(ordered, 50), percentile(ordered, 95), sum(ordered)),
        )

    def _clusters(self) -> list[tuple[int, int]] | None:
        """Return how the questions about each document fell out; None where they are taken question by question."""
        found = self._by_document or {}
        if not by_document(len(found), sum(map(bool, self._asked)) if len(found) >= FEWEST_CLUSTERS else 0):
            return None
        return [(right, n) for right, n in found.values()]

    def _slices(self, effect: float, names: Callable[[_Key], Iterable[_Name]]) -> dict[_Name, Counts]:
        """Return the counts of every slice that ``names`` puts a group into, in the order of their names."""
        sums: dict[_Name, list[int]] = {}
        for key, group in self._groups.items():
            for name in names(key):
                sums[name] = [a + b for a, b in zip(sums.get(name, [0] * len(group)), group, strict=True)]
        return {name: _counts(sums[name], effect) for name in sorted(sums)}


_PLACES = {verdict: 1 + place for place, verdict in enumerate(("correct", "incorrect", "abstained", "failed"))}


def _counts(group: list[int], effect: float) -> Counts:
    n, correct, incorrect, abstained, failed, exact_match, value, f1 = group
    return Counts(n, correct, incorrect, abstained, failed, exact_match, value / _UNIT, f1 / _UNIT, effect)


def are_shared(dataset: Dataset) -> bool:
    """Return whether questions of a dataset may share their documents, of which there are enough to stand for others."""
    return by_document(len(dataset.documents), len(dataset.questions))


def of(results: Iterable[Result], dataset: Dataset, expected: Mapping[str, int] | None = None) -> tuple[Summary, ...]:
    """Return one summary an answerer, in the order in which they first occur.

    ``expected`` says how many answers were asked for by answerer; without it, as many as there are.
    """
    from qa_eval.dataset.packed import by_id, places  # noqa: PLC0415 - a summary of what was counted does without it

    questions, order = by_id(dataset.questions), places(dataset.questions)
    documents = are_shared(dataset)
    gathered = {name: Gathering(name, order, documents=documents) for name in expected or ()}
    for result in results:
        if result.answerer not in gathered:
            gathered[result.answerer] = Gathering(result.answerer, order, documents=documents)
        gathered[result.answerer].add(result, questions[result.question_id])
    return tuple(gathering.summary((expected or {}).get(name)) for name, gathering in gathered.items())


def to_json(summaries: Iterable[Summary]) -> dict[str, JsonValue]:
    """Return the summaries as one JSON object: ``{"schema": 1, "answerers": [{"answerer", "expected", "overall", …}]}``.

    Counts come with their ratios, each beside its 95 % interval ``[low, high]``; a ratio of nothing is null.
    """
    return {"schema": SCHEMA, "answerers": [_summary_json(summary) for summary in summaries]}


def _summary_json(summary: Summary) -> JsonValue:
    return {part.name: _plain(getattr(summary, part.name)) for part in fields(summary)}


def _plain(value: object) -> JsonValue:
    if isinstance(value, Counts):
        return _counts_json(value)
    if isinstance(value, Latency):
        return {part.name: getattr(value, part.name) for part in fields(value)}
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    return value if isinstance(value, int) else str(value)


def _counts_json(counts: Counts) -> JsonValue:
    """Return the fields and every property: what is added to Counts is in the JSON, too."""
    ratios = {name: getattr(counts, name) for name, part in vars(Counts).items() if isinstance(part, property)}
    plain = {name: list(ratio) if isinstance(ratio, Interval) else ratio for name, ratio in ratios.items()}
    return {name: getattr(counts, name) for name in _COUNTED} | plain
