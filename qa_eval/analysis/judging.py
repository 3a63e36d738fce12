"""A judge beside the rules and beside people: how far they agree, and on which answers they do not."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.section import Section, ends, named, share
from qa_eval.gates import Figure
from qa_eval.model import JUDGE_FAILED, JUDGED, Verdict
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from qa_eval.agreement.counts import Agreement
    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue, Result

    Reviews = Mapping[tuple[str, str, int], bool]  # answerer, question and repetition: whether people find it right

REVIEWS = "reviews.jsonl"  # beside a run, one line a review
COLUMNS = ("answerer", "judged", "agrees with the rules", "kappa", "correct by the judge", "by the rules", "agrees with reviews", "failed")  # fmt: skip


class Judgement(NamedTuple):
    """What judge, rules and people say of one answer: whether it is right; ``judge`` None where it failed."""

    question_id: str
    repeat: int
    judge: bool | None
    rules: bool
    people: bool | None = None


def judgement(result: Result) -> Judgement | None:
    """Return what judge and rules said of an answer that a judge was asked about; None for others."""
    score = result.score
    if score.reason not in {JUDGED, JUDGE_FAILED} or score.other is None:
        return None
    judge = score.verdict is Verdict.CORRECT if score.reason == JUDGED else None
    return Judgement(result.question_id, result.repeat, judge, score.other.verdict is Verdict.CORRECT)


def reviewed(folder: Path | None) -> Reviews:
    """Return the reviews that stand beside a run, the newest one of each answer; what cannot be read is left out."""
    if folder is None or not (folder / REVIEWS).is_file():
        return {}
    from qa_eval.agreement.labelled import REVIEWED  # noqa: PLC0415 - a cycle: agreement loads runs
    from qa_eval.reviews.review import newest  # noqa: PLC0415 - see above

    said: list[tuple[tuple[str, str, int], str, bool]] = []
    for line in (folder / REVIEWS).read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            row = json.loads(line)
            answer = str(row["answerer"]), str(row["id"]), int(row.get("repeat", 0))
            said.append((answer, str(row.get("time")), REVIEWED[row["verdict"]]))
    return newest(said)


def judging(answers: Answers) -> Iterator[Section]:
    """Yield how far the judge agrees with the rules, and with people where there are reviews."""
    asked = [one for one in answers.plain if one.judged]
    if asked:
        yield Section(
            key="judge",
            title="Phrases by the judge, and by the rules",
            columns=COLUMNS,
            rows=tuple(_row(one) for one in asked),
            notes=tuple(note for one in asked for note in _notes(one)),
            data={"rows": [_data(one) for one in asked]},
            figures={one.name: _figures(one) for one in asked},
        )


def _told(one: Answered) -> Sequence[Judgement]:
    return [each for each in one.judged if each.judge is not None]


def _agreement(one: Answered, who: str) -> Agreement:
    from qa_eval.agreement.counts import agreement  # noqa: PLC0415 - see above

    pairs = [(getattr(each, who), bool(each.judge)) for each in _told(one)]
    return agreement((bool(other), judge) for other, judge in pairs if other is not None)


def _row(one: Answered) -> tuple[str, ...]:
    rules, people = _agreement(one, "rules"), _agreement(one, "people")
    shares = [
        share(found.both + found.neither, found.n, wilson(found.both + found.neither, found.n))
        for found in (rules, people)
    ]
    by_judge, by_rules = (f"{count}" for count in (rules.both + rules.only_scorer, rules.both + rules.only_people))
    failed = len(one.judged) - len(_told(one))
    kappa = "–" if rules.kappa is None else f"{rules.kappa:.2f}"
    return one.name, str(len(one.judged)), shares[0], kappa, by_judge, by_rules, shares[1], str(failed)


def _apart(one: Answered, who: str, *, judge: bool) -> list[str]:
    """Return the questions of which the judge says ``judge`` and the others do not."""
    return [each.question_id for each in _told(one) if each.judge is judge and getattr(each, who) is (not judge)]


def _notes(one: Answered) -> Iterator[str]:
    for who, they in (("rules", "the rules"), ("people", "reviews")):
        for judge, mine, theirs in ((True, "correct", "incorrect"), (False, "incorrect", "correct")):
            if ids := _apart(one, who, judge=judge):
                yield f"{mine} by the judge, {theirs} by {they} ({one.name}): {named(ids)}"
    if failed := [each.question_id for each in one.judged if each.judge is None]:
        yield f"the judge failed, so these answers count as failed ({one.name}): {named(failed)}"


def _figures(one: Answered) -> dict[str, Figure]:
    rules, failed = _agreement(one, "rules"), len(one.judged) - len(_told(one))
    agreed = rules.both + rules.neither
    return {
        "judge_agreement": Figure(agreed / rules.n if rules.n else None, wilson(agreed, rules.n), share=True),
        "judge_failed": Figure(failed, wilson(failed, len(one.judged)), of=len(one.judged)),
    }


def _data(one: Answered) -> JsonValue:
    beside: dict[str, JsonValue] = {}
    for who in ("rules", "people"):
        found = _agreement(one, who)
        beside[who] = {
            "n": found.n,
            "agreement": found.accuracy,
            "interval": ends(wilson(found.both + found.neither, found.n)),
            "kappa": found.kappa,
            "only_judge_correct": list(_apart(one, who, judge=True)),
            "only_judge_incorrect": list(_apart(one, who, judge=False)),
        }
    failed: list[JsonValue] = [each.question_id for each in one.judged if each.judge is None]
    return {"answerer": one.name, "judged": len(one.judged), "failed": failed, **beside}
