"""``qa-eval run``: ask questions of answerers, score the answers, write the reports."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import GATE_MISSED, INCOMPLETE, INTERRUPTED, OK, Terminal, command_line, typed, verb
from qa_eval.commands import _conditions, _gating, _options, _pace, _rendering
from qa_eval.commands._asked import Asked, near_options, resumed
from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.engine import Run
    from qa_eval.gates import Gated
    from qa_eval.model import JsonValue
    from qa_eval.summary import Summary

OFFLINE = ("oracle", "lexical", "abstain")
DEFAULT_CACHE = "default"


@verb("run")
@click.argument("datasets", nargs=-1, metavar="[DATASET]...")
@click.option(
    "-a",
    "--answerer",
    "answerers",
    multiple=True,
    metavar="SPEC",
    help="Who answers; repeat for several. See `qa-eval list answerers`.",
)
@click.option(
    "--scorer",
    metavar="SPEC",
    help="What says whether an answer is right; by default strict for curated questions, lenient for plain lists.",
)
@_options.only
@_options.tags
@_pace.options
@click.option(
    "--executor", default="local", show_default=True, metavar="SPEC", help="Where it happens: local, or ray[:ADDRESS]."
)
@click.option(
    "--cache",
    is_flag=False,
    flag_value=DEFAULT_CACHE,
    default="",
    metavar="[PATH]",
    help="Keep answers for other runs, and use kept ones; without PATH, in the user's cache folder. See `qa-eval cache`.",
)
@click.option("--dry-run", is_flag=True, help="Say how many questions and calls it would be, and ask nobody.")
@click.option(
    "--resume",
    metavar="RUN",
    help="Go on with a run that was cut off; what was answered is not asked again. RUN is a path, or a name or latest in --output.",
)
@_conditions.options
@_gating.option
@_rendering.option
@_options.reports
@_options.output
@click.pass_obj
def command(
    terminal: Terminal,
    /,
    datasets: tuple[str, ...],
    answerers: tuple[str, ...],
    scorer: str | None,
    resume: str | None,
    reports: tuple[str, ...],
    output: Path,
    **options: object,
) -> int:
    """Ask the questions of each DATASET of each answerer, score the answers and write the reports.

    DATASET is a bundled name or a path (.yaml .jsonl .json .csv .tsv .parquet). Without one, the bundled questions are asked;
    without -a, the answerers that need no network: oracle, lexical and abstain.
    """
    from qa_eval import dataset  # noqa: PLC0415 - --help does without it
    from qa_eval.engine import Settings, holding  # noqa: PLC0415 - see above

    if options["cache"] == DEFAULT_CACHE:
        from qa_eval import cache  # noqa: PLC0415 - see above

        options["cache"] = str(cache.default_path())
    if resume is not None:
        if datasets or answerers or _conditions.given():
            surplus = " and ".join(["DATASET and -a", *_conditions.given()])
            raise UsageError("--resume takes its dataset and answerers from the run", hint=f"leave {surplus} away")
        asked = [resumed(resume, output, reports, options)]
    else:
        kept = {"gates": _gating.given(), "reports": tuple(_rendering.specs(reports))}
        settings = Settings(**options, **kept)  # type: ignore[arg-type]  # click has converted each option to its field's type
        loaded = holding([dataset.load(source) for source in datasets or dataset.bundled()], settings)
        if not loaded:
            raise UsageError(
                "no dataset is named and none is bundled here", hint="name a questions file: qa-eval run FILE"
            )
        who = [_conditions.expanded(answerers or OFFLINE, one) for one in loaded]
        asked = [
            Asked(*pair, scorer, settings, output, _gating.read(_gating.Asks(*pair, settings, scorer), output))
            for pair in zip(loaded, who, strict=True)
        ]
    for one in asked:
        if one.dataset.drafts and one.dataset.questions:
            terminal.say(dataset.left_out(one.dataset))
    for notice in near_options(asked):
        terminal.say(f"notice: {notice}")
    if options["dry_run"]:
        return _dry_run(terminal, asked)
    return _conduct(terminal, asked)


def _dry_run(terminal: Terminal, asked: Sequence[Asked]) -> int:
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.engine import plan  # noqa: PLC0415 - see above

    rows: list[JsonValue] = []
    lines = []
    for one in asked:
        made = plan(one.dataset, one.answerers, one.scorer, one.settings)
        rows.append(
            {
                "dataset": one.dataset.name,
                "questions": len(made.questions),
                "answerers": list(one.answerers),
                "calls": made.calls,
                "signature": made.signature.text,
            }
        )
        lines.append(
            f"{one.dataset.name}: {counted(len(made.questions), 'question')} × {counted(len(one.answerers), 'answerer')}"
            f" × {counted(one.settings.repeat, 'time')} = {counted(made.answers, 'answer')} in {counted(made.calls, 'call')}"
        )
    terminal.result("\n".join(lines), {"dry_run": True, "runs": rows})
    return OK


def _conduct(terminal: Terminal, asked: Sequence[Asked]) -> int:
    from qa_eval import progress  # noqa: PLC0415 - see above
    from qa_eval.commands._ahead import Ahead  # noqa: PLC0415 - see above
    from qa_eval.engine import run_questions  # noqa: PLC0415 - see above
    from qa_eval.journal import Place  # noqa: PLC0415 - see above

    rows: list[JsonValue] = []
    parts: list[tuple[str, int, Sequence[Summary]]] = []
    code, errors = OK, list[Exception]()
    for one in asked:
        place = Place(one.folder, exact=one.resume, resume=one.resume)
        reports = one.settings.reports
        with progress.shown(quiet=terminal.quiet or terminal.as_json) as watching:
            reporters = _rendering.Reporters(reports, one.parent)
            take = partial(reporters.take_ahead, one.dataset) if one.asks_once else None
            watched = Ahead(watching, reporters.prepare, take)
            try:
                run = run_questions(one.dataset, one.answerers, one.scorer, one.settings, place, watched)
            finally:
                watched.stop()
        if run.state == "interrupted":  # what is being done ahead is not waited for, and not used
            reporters = _rendering.Reporters(reports, one.parent)
        else:
            watched.wait()
        outcomes = () if run.state == "interrupted" else _gating.judged(one.gates, run)
        text, row, files = _finish(run, reports, reporters, outcomes, errors)
        rows.append(row)
        if not terminal.as_json:
            terminal.result(f"\n{text}" if len(rows) > 1 else text, {})
        if run.state == "interrupted":
            code = _cut_short(terminal, run)
            break
        parts.append((run.scorer, run.questions, run.summary))
        code = _code(run, outcomes, code)
        terminal.follow(_following(run, files))
    lines, all_of_them = _together(parts) if len(parts) == len(asked) > 1 else ([], None)
    if lines or terminal.as_json:
        terminal.result("\n".join(lines), {"runs": list(rows), "together": all_of_them})
    _rendering.told(errors)
    return code


def _together(parts: Sequence[tuple[str, int, Sequence[Summary]]]) -> tuple[list[str], JsonValue]:
    """Return the scores over all data sets as lines and as data; none where these are scored by different rules, or nobody was asked all.

    ``parts`` holds the scorer, the number of questions and the summaries of each.
    """
    from qa_eval import summary, totals  # noqa: PLC0415 - see above
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above

    scorers, questions, summaries = zip(*parts, strict=True)
    found = totals.together(summaries) if len(set(scorers)) == 1 else ()
    if not found:
        return [], None
    asked = _lines.counted(sum(questions), "question")
    headline = f"{len(parts)} data sets together · {asked}, scored by {scorers[0]}"
    return ["", headline, *_lines.scores(found)], summary.to_json(found)


def _cut_short(terminal: Terminal, run: Run) -> int:
    """Say how to go on with a run that was stopped, or whose answerer is out of reach; return the exit code."""
    go_on = f"  {typed(command_line('qa-eval', 'run', '--resume', run.folder))}"
    if not run.broken:
        terminal.say(f"interrupted; nothing answered is lost. Go on with\n{go_on}")
        return INTERRUPTED
    for name, why in run.broken.items():
        terminal.say(f"{name} was asked no more after {why}")
    terminal.say(f"nothing answered is lost; when that is mended, go on with\n{go_on}")
    return INCOMPLETE


def _code(run: Run, outcomes: Sequence[Gated], before: int) -> int:
    """Return the exit code: a missed gate, of whichever run, goes before answers that failed."""
    if before == GATE_MISSED or any(not outcome.passed for outcome in outcomes):
        return GATE_MISSED
    return INCOMPLETE if any(summary.overall.failed for summary in run.summary) else before


def _finish(
    run: Run,
    reports: Sequence[str],
    reporters: _rendering.Reporters,
    outcomes: tuple[Gated, ...],
    errors: list[Exception],
) -> tuple[str, dict[str, JsonValue], list[Path]]:
    """Write the reports; return the scores and files as text and as data, and the files. What reporters raise joins ``errors``."""
    from qa_eval import report, summary  # noqa: PLC0415 - see above
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above

    folder = run.folder or Path()
    complete = replace(report.of(run), gates=outcomes)
    files, wrong = report.write_all(complete, report.with_rows(complete, reports), folder, reporters.made)
    errors += wrong
    sizes = {path: path.stat().st_size for path in files}
    lines = [
        _lines.headline(run),
        *_lines.scores(complete.summaries),
        *_lines.retries(complete.summaries),
        *_lines.failures(complete.summaries, complete.results),
        *complete.analysis.lines(),
        *(line for outcome in outcomes for line in outcome.lines()),
        "",
        *_rendering.written(files),
        *_rendering.histories_beside(folder, reports),
    ]
    row: dict[str, JsonValue] = {
        "folder": str(folder),
        "state": run.state,
        "signature": run.signature.text,
        "summary": summary.to_json(run.summary),
        "analysis": run.analysis.to_json(),
        "gates": [outcome.to_json() for outcome in outcomes],
        "files": [{"path": str(path), "bytes": size} for path, size in sizes.items()],
    }
    return "\n".join(lines), row, files


def _following(run: Run, files: Sequence[Path]) -> list[str]:
    """Say the two commands that most people want next."""
    from qa_eval import report  # noqa: PLC0415 - see above

    shown, wrong = report.of(run), None
    if any(summary.overall.correct < summary.overall.n for summary in shown.summaries):
        whose = "incorrect" if any(summary.overall.incorrect for summary in shown.summaries) else ""
        missed = (one for one in shown.results if one.score.verdict != "correct" and whose in one.score.verdict)
        wrong = next(missed, None)
    page = next((path for path in files if path.suffix == ".html"), None)
    opener = f"{command_line('open', page)}   (or xdg-open)" if page else command_line("qa-eval", "report", run.folder)
    to_show, to_report = ("qa-eval", "show", run.folder), ("qa-eval", "report", run.folder, "--format", "csv")
    look = command_line(*to_show, wrong.question_id) if wrong else command_line(*to_report)
    failed = sum(
        summary.overall.failed - summary.failures.get("missing", 0) for summary in run.summary
    )  # which no file will hold later
    again = (
        [f"{command_line('qa-eval', 'run', '--resume', run.folder)}   (asks the {failed} failed ones again)"]
        if failed
        else []
    )
    return [opener, look, *again]
