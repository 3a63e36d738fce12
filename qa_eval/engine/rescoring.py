"""Stored answers scored anew: by today's rules, and by what the questions accept now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qa_eval.dataset.packed import by_id, places
from qa_eval.engine.plan import scorer_name
from qa_eval.engine.scoring import judge, made_scorer, other_policy
from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qa_eval.engine.record import Run
    from qa_eval.model import Dataset, Question, Result, Scorer


def rescore(run: Run, scorer: Scorer | str, parent: Path | None = None, dataset: Dataset | None = None) -> Run:
    """Return a run with the scores that ``scorer`` gives today; nobody is asked again.

    With a ``dataset`` the answers are scored by what that accepts; those to questions that it does not ask as they were asked are
    left out. A judge's verdicts give way to the rules'. The run is kept in a new folder below ``parent``, None: in memory only.
    Raises UsageError where no answer is left.
    """
    made = made_scorer(scorer)
    asked = run.dataset if dataset is None else dataset
    questions = by_id(asked.questions)
    results = run.results if dataset is None else _in_order(run, dataset)
    if not results and run.results:
        raise UsageError(
            f"no stored answer is to a question of {asked.name} as it is asked now",
            hint="name the questions that the run was about, with what they accept now",
        )

    def again(result: Result) -> Result:
        question = questions[result.question_id]
        return replace(result, score=judge(made, question, result.prediction, asked.document_of(question)))

    name = scorer_name(scorer)
    renewed = replace(
        run,
        dataset=asked,
        questions=run.questions if dataset is None else len({result.question_id for result in results}),
        scorer=name,
        other=other_policy(name),
        signature=run.signature.rescored(name, asked),
        results=tuple(map(again, results)),
        settings=replace(run.settings, judge=""),
        rescored=datetime.now(UTC),
        summaries=None,
        gathering=None,
        folder=None,
    )
    return renewed if parent is None else renewed.save_below(parent)


def _asked_alike(before: Dataset, now: Dataset, ids: Iterable[str]) -> frozenset[str]:
    """Return those of some questions that both ask alike: in the same words, about the same text."""
    old, new = by_id(before.questions), by_id(now.questions)
    known = places(now.questions)

    def told(dataset: Dataset, question: Question) -> tuple[str, str]:
        return question.text, dataset.document_of(question).text

    return frozenset(one for one in ids if one in known and told(before, old[one]) == told(now, new[one]))


def _in_order(run: Run, dataset: Dataset) -> list[Result]:
    """Return the answers to questions that a data set asks alike, in its order."""
    alike = _asked_alike(run.dataset, dataset, {result.question_id for result in run.results})
    who, where = {name: place for place, name in enumerate(run.answerers)}, places(dataset.questions)
    kept = [result for result in run.results if result.question_id in alike]
    return sorted(kept, key=lambda one: (who[one.answerer], where[one.question_id], one.repeat))
