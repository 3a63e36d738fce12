"""``qa-eval score``: score a file of answers that exist already; nobody is asked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from qa_eval.cli import GATE_MISSED, INCOMPLETE, OK, Terminal, verb
from qa_eval.commands import _gating, _options, _rendering
from qa_eval.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.engine import Run, Settings
    from qa_eval.gates import Gates
    from qa_eval.model import Dataset, Failure, JsonValue, Question, Score

POLICIES = ("strict", "lenient")
NAMED = 5  # unknown ids that a message names


class Asked(NamedTuple):
    """Which questions are scored, and what is to be written besides the sums."""

    settings: Settings
    reports: tuple[str, ...]
    output: Path
    explain: bool


@verb("score")
@click.argument("questions")
@click.argument("predictions", type=click.Path(path_type=Path))
@click.option(
    "--scorer",
    metavar="SPEC",
    help="What says whether an answer is right; by default strict for curated questions, lenient for plain lists.",
)
@_options.only
@_options.tags
@click.option(
    "--explain", is_flag=True, help="Say how each answer was read, what was dropped, and the rule that decided."
)
@click.option("--jsonl", is_flag=True, help="Print one JSON object per prediction, as soon as it is scored.")
@_gating.option
@click.option(
    "--report", "reports", multiple=True, metavar="NAME", help="Keep the run and write this report; repeatable."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where the run folder is made with --report.",
)
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    questions: str,
    predictions: Path,
    *,
    scorer: str | None,
    only: tuple[str, ...],
    tags: tuple[str, ...],
    explain: bool,
    jsonl: bool,
    reports: tuple[str, ...],
    output: Path,
) -> int:
    """Score the answers in PREDICTIONS to QUESTIONS (a bundled name or a path); asks nobody.

    PREDICTIONS is JSONL of {"id", "answer"}, SQuAD's {id: text}, CSV with the columns id and answer, or what another
    harness wrote: inspect_ai's logs, lm_eval's samples, promptfoo's output (`qa-eval list outputs`). With --jsonl each line
    is {"id", "verdict", "value", "reason", "message", "strict", "lenient"}; the last two are null where the scorer is neither.
    """
    from qa_eval import dataset  # noqa: PLC0415 - --help does without it
    from qa_eval.engine import Settings, default_scorer, select  # noqa: PLC0415 - see above
    from qa_eval.predictions import load_predictions  # noqa: PLC0415 - see above

    if _gating.given() and jsonl:
        raise UsageError("--jsonl streams verdicts and sums nothing up", hint="leave --jsonl or --gate away")
    loaded, settings = dataset.load(questions), Settings(only=only, tags=tags)
    chosen = select(loaded, settings)
    gates = _gating.read(_gating.Asks(loaded, [f"replay:{predictions}"], None, scorer), output)
    answers = load_predictions(predictions)
    scorer = scorer or default_scorer(loaded)
    _name_unknown(terminal, loaded, answers)
    if jsonl:
        return _stream(terminal, loaded, chosen, answers, scorer, explain=explain)
    return _sum_up(terminal, loaded, predictions, gates, scorer, Asked(settings, reports, output, explain))


def _name_unknown(terminal: Terminal, loaded: Dataset, answers: Mapping[str, str | Failure | None]) -> None:
    """Warn of answers to questions that are not asked. Raises UsageError when all of them are."""
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - --help does without it

    known = {question.id for question in loaded.questions}
    unknown = [name for name in answers if name not in known]
    if not unknown:
        return
    shown = ", ".join(unknown[:NAMED]) + (", …" if len(unknown) > NAMED else "")
    if len(unknown) == len(answers):
        raise UsageError(
            f"not one of {counted(len(answers), 'prediction')} answers a question of {loaded.name}: {shown}",
            hint=did_you_mean(unknown[0], known),
        )
    verb = "answers" if len(unknown) == 1 else "answer"
    terminal.say(
        f"warning: {len(unknown)} of {counted(len(answers), 'prediction')} {verb} no question of {loaded.name}: {shown}"
    )


def _stream(
    terminal: Terminal,
    loaded: Dataset,
    chosen: Sequence[Question],
    answers: Mapping[str, str | Failure | None],
    spec: str,
    *,
    explain: bool,
) -> int:
    from qa_eval.asking.outcome import read_one  # noqa: PLC0415 - see above
    from qa_eval.engine import MISSING, judge, made_scorer  # noqa: PLC0415 - see above
    from qa_eval.explaining import explained  # noqa: PLC0415 - see above
    from qa_eval.model import Failure, Prediction  # noqa: PLC0415 - see above

    scorer = made_scorer(spec)
    failed = 0
    for question in chosen:
        if question.id not in answers:
            continue
        said = answers[question.id]
        text = said if isinstance(said, str) else None
        failure = (
            None if isinstance(said, str) else said or Failure(MISSING, "null is stored here: it was not answered")
        )
        read = Prediction(None, failure=failure) if text is None else read_one(text, 0.0, 1)
        score = judge(scorer, question, read, loaded.document_of(question))
        failed += score.verdict == "failed"
        line = row(question.id, score, spec)
        if explain and text is not None and read.text is not None:
            line["explanation"] = list(explained(question, text, score))
        click.echo(json.dumps(line))
    missing = len(chosen) - sum(question.id in answers for question in chosen)
    if missing:
        from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above

        have = "has" if missing == 1 else "have"
        terminal.say(f"warning: {missing} of {counted(len(chosen), 'question')} {have} no prediction")
    return INCOMPLETE if failed or missing else OK


def row(name: str, score: Score, spec: str) -> dict[str, JsonValue]:
    """Return a prediction's line; "strict" and "lenient" hold the verdict of that policy where there is one."""
    return {
        "id": name,
        "verdict": str(score.verdict),
        "value": score.value,
        "reason": str(score.reason),
        "message": score.message,
        **policies(score, spec),
    }


def policies(score: Score, spec: str) -> dict[str, JsonValue]:
    """Return the verdicts of the strict and the lenient policy, None where the scorer is neither."""
    verdicts = {spec: str(score.verdict)}
    if score.verdict == "failed" and spec in POLICIES:  # by either
        verdicts = dict.fromkeys(POLICIES, str(score.verdict))
    if score.other is not None:
        verdicts[score.other.policy] = str(score.other.verdict)
    return {policy: verdicts.get(policy) for policy in POLICIES}


def _sum_up(
    terminal: Terminal,
    loaded: Dataset,
    predictions: Path,
    gates: Gates | None,
    scorer: str,
    asked: Asked,
) -> int:
    from qa_eval import report, reported, summary  # noqa: PLC0415 - see above
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above
    from qa_eval.engine import run_questions  # noqa: PLC0415 - see above
    from qa_eval.journal import Place  # noqa: PLC0415 - see above

    reported.made(asked.reports)
    place = Place(asked.output) if asked.reports else None
    run = run_questions(loaded, [f"replay:{predictions}"], scorer, asked.settings, place)
    outcomes = _gating.judged(gates, run)
    complete = replace(report.of(run), gates=outcomes)
    files, errors = report.write_all(complete, asked.reports, run.folder) if run.folder else ([], [])
    written = [f"wrote {path} ({_lines.readable_size(path.stat().st_size)})" for path in files]
    explanations = _explanations(run) if asked.explain else []
    lines = [
        *explanations,
        _lines.headline(run),
        *_lines.scores(run.summary),
        *_lines.failures(run.summary, run.results),
        *_reasons(run),
        *(line for outcome in outcomes for line in outcome.lines()),
        *written,
    ]
    terminal.result(
        "\n".join(lines),
        {
            "folder": str(run.folder) if run.folder else None,
            "signature": run.signature.text,
            "summary": summary.to_json(run.summary),
            "results": [
                {"answer": one.prediction.text, **row(one.question_id, one.score, scorer)} for one in run.results
            ],
            **({"explanations": list(explanations)} if asked.explain else {}),
            "gates": [outcome.to_json() for outcome in outcomes],
            "files": [str(path) for path in files],
        },
    )
    _rendering.told(errors)
    if not all(outcome.passed for outcome in outcomes):
        return GATE_MISSED
    return INCOMPLETE if run.summary[0].overall.failed else OK


def _explanations(run: Run) -> list[str]:
    from qa_eval.explaining import explained  # noqa: PLC0415 - only --explain needs it

    questions = {question.id: question for question in run.dataset.questions}
    return [
        "\n".join(explained(questions[one.question_id], one.prediction.text, one.score))
        for one in run.results
        if one.prediction.text is not None
    ]


def _reasons(run: Run) -> list[str]:
    counted = sorted(run.summary[0].reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return ["  reasons: " + ", ".join(f"{reason} {count}" for reason, count in counted)] if counted else []
