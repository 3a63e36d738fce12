"""Answerers of runs against those of a first run, with one set of p values adjusted together."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.compare import Change, Paired, answerers, compare, marked, paired
from qa_eval.errors import UsageError, did_you_mean
from qa_eval.model import Verdict
from qa_eval.signature import with_short_digests
from qa_eval.significance import ALPHA, detectable, holm, questions_needed
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.compare import Comparison
    from qa_eval.model import Dataset, Result
    from qa_eval.signature import Difference, Signature
    from qa_eval.statistics import Interval

DATASET = ("dataset", "documents")
UNLIKE = ("qa_eval", "scorer", "judge", *DATASET)  # entries of a signature that decide what is right


class Outcome(StrEnum):
    """What can be said of a difference, in words."""

    BETTER = "better"
    WORSE = "worse"
    NOT_DISTINGUISHABLE = "not distinguishable"
    NOTHING_IN_COMMON = "nothing in common"


class Side(NamedTuple):
    """A run as one side of a comparison; ``name`` is what the reader knows it by."""

    name: str
    dataset: Dataset
    results: Sequence[Result]
    answerers: tuple[str, ...]
    signature: Signature


@value
class Measured:
    """A difference in accuracy over some questions: counts of answers, interval and p over the questions.

    ``p`` is the exact paired test's; ``adjusted`` is Holm's of it among all that were looked at together. ``missing`` questions
    were answered in the baseline alone; of those that are compared the baseline has ``failed`` ones: nobody knows how it would have answered.
    ``documents`` and ``effect`` are those of ``pairs.Worth``.
    """

    counts: Paired
    questions: int
    interval: Interval | None
    p: float
    adjusted: float
    missing: int = 0
    failed: int = 0
    documents: int = 0
    effect: float = 1.0

    @property
    def difference(self) -> float | None:
        """Accuracy less that of the other, within -1..1; None when nothing is compared."""
        return self.counts.difference

    @property
    def outcome(self) -> Outcome:
        """What can be said, at 5 % over all that were looked at together."""
        if not self.questions:
            return Outcome.NOTHING_IN_COMMON
        if self.adjusted > ALPHA:
            return Outcome.NOT_DISTINGUISHABLE
        return Outcome.BETTER if (self.difference or 0) > 0 else Outcome.WORSE

    @property
    def discordant(self) -> float:
        """The share of answers that only one of the two got right, with one more of each kind: it is never 0 or 1."""
        return (self.counts.fixed + self.counts.regressed + 1) / (self.counts.n + 2)

    @property
    def detectable(self) -> float:
        """The least difference that so many questions show with a chance of 80 %, tested at 5 %."""
        return detectable(max(1, int(self.questions / self.effect)), self.discordant)

    def needed(self, difference: float) -> int:
        """Return how many questions show ``difference`` with a chance of 80 %, tested at 5 %."""
        return ceil(questions_needed(difference, self.discordant) * self.effect)


@value
class Contrast:
    """One answerer of run ``run`` against one of run ``baseline``. ``slices`` by kind ("type", "tag", …) and name."""

    run: str
    baseline: str
    comparison: Comparison
    overall: Measured
    slices: Mapping[str, Mapping[str, Measured]]
    unlike: tuple[Difference, ...] = ()
    dataset: str = ""

    @property
    def answerer(self) -> str:
        """Who is compared."""
        return self.comparison.answerer

    @property
    def other(self) -> str:
        """With whom."""
        return self.comparison.other

    def of(self, change: Change) -> tuple[str, ...]:
        """Return the questions with that change, with the repetition where there are several."""
        many = any(pair.repeat for pair in self.comparison.pairs)
        return tuple(
            f"{pair.question_id}#{pair.repeat}" if many else pair.question_id
            for pair in self.comparison.pairs
            if pair.change is change
        )


def contrasts(sides: Sequence[Side], chosen: Sequence[str] = (), *, anyway: bool = False) -> tuple[Contrast, ...]:
    """Compare every further run with the first; a single one's answerers with its first answerer.

    Answerers go by equal names, or each run's only one. ``chosen`` names one for all runs, or that of the first run and that of
    the others. Raises UsageError, naming what differs, for runs with unlike signatures unless ``anyway``, and when nobody is
    there to compare.
    """
    first = sides[0]
    found: list[Contrast] = []
    for side in sides[1:] or sides[:1]:
        unlike = differing(first, side)
        if not anyway:
            refuse(first.name, side.name, unlike)
        pairs = _matched(first, side, chosen)
        found += [_contrast(first, side, mine, other, unlike) for mine, other in pairs]
    return together(found)


def differing(first: Side, side: Side) -> tuple[Difference, ...]:
    """Return what keeps a difference of two runs from saying anything of the answerers: another dataset, other rules."""
    return tuple(d for d in side.signature.differences(first.signature) if d.key in UNLIKE)


def refuse(first: str, other: str, unlike: Sequence[Difference], besides: str = "add --anyway") -> None:
    """Raise UsageError where two runs are unlike, naming what differs and what helps; ``besides`` is another way out."""
    if not unlike:
        return
    shown = "\n".join(
        f"  {d.key}: {with_short_digests(d.other) or '(none)'} against {with_short_digests(d.this) or '(none)'}"
        for d in unlike
    )
    alike = (
        "compare runs of the same questions"
        if any(d.key in DATASET for d in unlike)
        else "`qa-eval rescore` both by the same rules"
    )
    raise UsageError(
        f"{first} and {other} are not alike, so a difference would say nothing of the answerers:\n{shown}",
        hint=f"{alike}, or {besides}",
    )


def _matched(first: Side, side: Side, chosen: Sequence[str]) -> list[tuple[str, str]]:
    for name in chosen:
        known = dict.fromkeys((*first.answerers, *side.answerers))
        if name not in known:
            raise UsageError(f"no run has the answerer {name!r}", hint=did_you_mean(name, known))
    if side is first:
        base = chosen[0] if len(chosen) > 1 else first.answerers[0]
        pairs = [(name, base) for name in ([chosen[-1]] if chosen else first.answerers) if name != base]
    elif chosen:
        pairs = [(chosen[-1], chosen[0])]
        pairs = [(a, b) for a, b in pairs if a in side.answerers and b in first.answerers]
    else:
        pairs = list(answerers(side.answerers, first.answerers).items())
    if not pairs and side is first and len(first.answerers) == 1:
        raise UsageError(
            f"{first.name} has one answerer, {first.answerers[0]}: it has nobody to be compared with",
            hint="name another run: qa-eval compare BASELINE RUN",
        )
    if not pairs and side is first:
        others = ", ".join(name for name in first.answerers if name != chosen[-1])
        raise UsageError(
            f"{chosen[-1]} would be compared with itself: {first.name} is compared with its first answerer",
            hint=f"name one of the others: {others}",
        )
    if not pairs:
        raise UsageError(
            f"{first.name} ({', '.join(first.answerers)}) and {side.name} ({', '.join(side.answerers)}) have no answerer in common",
            hint="name two: --answerer THAT_OF_THE_FIRST_RUN --answerer THAT_OF_THE_OTHER",
        )
    return pairs


def _contrast(first: Side, side: Side, mine: str, other: str, unlike: tuple[Difference, ...]) -> Contrast:
    joined = compare((side.dataset, side.results), (first.dataset, first.results), mine, other)
    marks = marked(joined)
    documents = {question.id: question.document_id for question in side.dataset.questions}
    missing = {pair.question_id for pair in joined.pairs if pair.change is Change.ONLY_THERE} - marks.keys()
    came = {pair.question_id for pair in joined.pairs if pair.there and pair.there.score.verdict is not Verdict.FAILED}
    failed = frozenset(marks.keys() - came)
    groups: dict[str, dict[str, list[str]]] = {"type": {}, "tag": {}, "difficulty": {}}
    for question in side.dataset.questions:
        if question.id in marks or question.id in missing:
            for kind, names in (
                ("type", (str(question.answer.type),)),
                ("tag", question.tags),
                ("difficulty", (question.difficulty,) if question.difficulty else ()),
            ):
                for name in names:
                    groups[kind].setdefault(name, []).append(question.id)
    slices = {
        kind: _together({name: _measured(marks, ids, documents, failed) for name, ids in sorted(named.items())})
        for kind, named in groups.items()
    }
    overall = _measured(marks, [*marks, *missing], documents, failed)
    return Contrast(side.name, first.name, joined, overall, slices, unlike, side.dataset.name)


def _measured(
    marks: Mapping[str, Sequence[Change]], among: Sequence[str], documents: Mapping[str, str], failed: frozenset[str]
) -> Measured:
    ids = [name for name in among if name in marks]
    counts, found = paired(marks, ids, documents)
    return Measured(
        counts=counts,
        questions=len(ids),
        interval=found.interval,
        p=found.p,
        adjusted=found.p,
        missing=len(among) - len(ids),
        failed=len(failed.intersection(ids)),
        documents=found.documents,
        effect=found.effect,
    )


def _together(measured: Mapping[str, Measured]) -> Mapping[str, Measured]:
    adjusted = holm([one.p for one in measured.values()])
    return {name: replace(one, adjusted=p) for (name, one), p in zip(measured.items(), adjusted, strict=True)}


def together(found: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """Return contrasts with p values adjusted for being looked at together."""
    values = holm([one.overall.p for one in found])
    return tuple(replace(one, overall=replace(one.overall, adjusted=p)) for one, p in zip(found, values, strict=True))
