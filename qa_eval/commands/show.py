"""``qa-eval show``: show one question of a run: the answers, the verdicts, why, and the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from qa_eval.cli import Terminal, verb
from qa_eval.commands import _options
from qa_eval.commands._loading import load
from qa_eval.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qa_eval.engine import Run
    from qa_eval.model import Document, JsonValue, Question, Result
    from qa_eval.reviews import Review

_PLACES = {
    "exact": "in the document",
    "normalised": "in the document but for case or marks",
    "invented": "NOT in the document",
}


class Shown(NamedTuple):
    """An answer, where its quotes stand, and what a reader said of it, if one did."""

    result: Result
    cited: dict[str, str]
    review: Review | None


@verb("show")
@click.argument("run")
@click.argument("question_id", metavar="ID")
@click.option("--answerer", "chosen", multiple=True, metavar="NAME", help="Only its answers; repeatable.")
@_options.folder
@click.pass_obj
def command(terminal: Terminal, run: str, question_id: str, *, chosen: tuple[str, ...], folder: Path) -> None:
    """Show the question ID of RUN (a folder, its name or the beginning of it, or "latest")."""
    from qa_eval import runs  # noqa: PLC0415 - --help does without it

    stored = load(runs.find(run, folder))
    questions = {question.id: question for question in stored.dataset.questions}
    if question_id not in questions:
        raise UsageError(
            f"{stored.dataset.name} has no question {question_id!r}", hint=did_you_mean(question_id, questions)
        )
    question = questions[question_id]
    for name in chosen:
        if name not in stored.answerers:
            raise UsageError(f"the run has no answerer {name!r}", hint=did_you_mean(name, stored.answerers))
    results = [
        result
        for result in stored.results
        if result.question_id == question_id and (not chosen or result.answerer in chosen)
    ]
    document, reviews = stored.dataset.document_of(question), _reviews(stored)
    shown = [Shown(result, _cited(result, document), reviews.get(_answer(result))) for result in results]
    told = "" if shown else _unanswered(stored, question)
    terminal.result("\n".join([*_lines(question, shown), *([f"\n  {told}"] if told else [])]), _data(question, shown))


def _unanswered(run: Run, question: Question) -> str:
    """Say why a question of the dataset has no answer in a run."""
    from qa_eval.engine import select  # noqa: PLC0415 - --help does without it

    if question in select(run.dataset, run.settings):
        return "not answered yet: the run was cut off before"
    return "not asked: the run was of other questions (--only, --tag or --limit)"


def _answer(result: Result) -> tuple[str, str, int]:
    return result.question_id, result.answerer, result.repeat


def _reviews(run: Run) -> dict[tuple[str, str, int], Review]:
    """Return the reviews that were applied to a run, by the answer."""
    from qa_eval import report, reported  # noqa: PLC0415 - --help does without it

    if run.folder is None or not (run.folder / reported.REVIEWS).exists():
        return {}
    return {review.answer: review for review in report.of(run).reviews}


def _cited(result: Result, document: Document) -> dict[str, str]:
    """Return where in the document each quote of an answer stands: exact, normalised or invented."""
    from qa_eval.analysis.quotes import place, quotes  # noqa: PLC0415 - --help does without it

    return {quote: place(quote, document) for quote in quotes(result)}


def _lines(question: Question, shown: Sequence[Shown]) -> Iterator[str]:
    yield f"{question.id} ({question.answer.type}): {question.text}"
    yield f"  expected   {question.expected or 'not stated: to abstain is right'}"
    if question.accepted[1:]:
        yield f"  or         {' · '.join(question.accepted[1:])}"
    if question.derivation:
        yield f"  derivation {question.derivation}"
    for evidence in question.evidence:
        yield f"  evidence   “{evidence.quote}” (characters {evidence.start}–{evidence.end})"
    many = any(one.result.repeat for one in shown)
    for one in shown:
        repeat = f", repeat {one.result.repeat}" if many else ""
        yield f"\n  {one.result.answerer}{repeat}: {one.result.score.verdict}"
        yield from _of_answer(one)


def _of_answer(shown: Shown) -> Iterator[str]:
    from qa_eval.analysis.quotes import unreadable  # noqa: PLC0415 - --help does without it

    score, prediction = shown.result.score, shown.result.prediction
    if review := shown.review:
        note = f": {review.note}" if review.note else ""
        yield f"    reviewed {review.verdict} by {review.reviewer}, {review.time[:10]}{note}"
    if prediction.failure:
        tries = "1 attempt" if prediction.attempts == 1 else f"{prediction.attempts} attempts"
        yield f"    failed   {prediction.failure.kind} after {tries}: {prediction.failure.message}"
    else:
        yield f"    said     {prediction.text}"
    for quote, where in shown.cited.items():
        yield f"    quotes   “{quote}” ({_PLACES[where]})"
    if unreadable(shown.result):
        yield f"    quotes   {prediction.details['evidence']} (neither a text nor a list of texts: left out)"
    if "confidence" in prediction.details:
        left_out = "" if prediction.confidence is not None else " (not within 0..1: left out)"
        yield f"    sure by  {prediction.details['confidence']}{left_out}"
    yield f"    why      {score.reason}: {score.message}"
    if score.read or score.gold:
        yield f"    read     {score.read or '–'} against {score.gold or '–'}"
    yield f"    figures  value {score.value:g}, exact match {int(score.exact_match)}, F1 {score.f1:.2f}, {prediction.seconds:.3f} s"


def _data(question: Question, shown: Sequence[Shown]) -> dict[str, JsonValue]:
    return {
        "id": question.id,
        "question": question.text,
        "type": str(question.answer.type),
        "expected": question.expected,
        "accepted": list(question.accepted),
        "evidence": [{"quote": one.quote, "start": one.start, "end": one.end} for one in question.evidence],
        "results": [
            {
                "answerer": result.answerer,
                "repeat": result.repeat,
                "answer": result.prediction.text,
                "verdict": str(result.score.verdict),
                "value": result.score.value,
                "reason": str(result.score.reason),
                "message": result.score.message,
                "read": result.score.read,
                "gold": result.score.gold,
                "failure": result.prediction.failure.message if result.prediction.failure else None,
                "evidence": [{"quote": quote, "place": where} for quote, where in cited.items()],
                "confidence": result.prediction.details.get("confidence"),
                "review": review.to_json() if review else None,
            }
            for result, cited, review in shown
        ],
    }
