"""``qa-eval rescore``: score stored answers by today's rules; nobody is asked again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qa_eval.cli import GATE_MISSED, OK, Terminal, verb
from qa_eval.commands import _gating, _options, _rendering
from qa_eval.commands._loading import warn

if TYPE_CHECKING:
    from pathlib import Path

    from qa_eval.engine import Run
    from qa_eval.model import JsonValue

SHOWN = 20  # changed verdicts that the text lists


@verb("rescore")
@click.argument("run")
@click.option("--scorer", metavar="SPEC", help="What says whether an answer is right; the run's own by default.")
@_gating.option
@_options.reports
@_options.output
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal, run: str, *, scorer: str | None, reports: tuple[str, ...], output: Path, folder: Path
) -> int:
    """Score the stored answers of RUN by today's rules, into a run folder of its own; asks nobody.

    RUN is a run folder, its name or the beginning of it, or "latest".
    """
    from qa_eval import report, reported, runs, summary  # noqa: PLC0415 - --help does without it
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above
    from qa_eval.engine import Run, rescore  # noqa: PLC0415 - see above

    reported.made(reports)
    before = Run.load(runs.find(run, folder))
    asked = _gating.Asks(before.dataset, before.answerers, before.settings, scorer or before.scorer)
    gates = _gating.read(asked, folder)
    after = rescore(before, scorer or before.scorer, output)
    changed = _changes(before, after)
    warn(before)
    reviewed = _reviews(before, after)
    outcomes = _gating.judged(gates, after)
    complete = replace(report.of(after), gates=outcomes)
    files, errors = report.write_all(complete, reports, after.folder) if after.folder else ([], [])
    lines = [
        _lines.headline(after),
        *_lines.scores(complete.summaries),
        f"{len(changed)} of {len(after.results)} verdicts changed" + (":" if changed else ""),
        *(
            f"  {row['answerer']} {row['id']}: {row['was']} → {row['verdict']} ({row['message']})"
            for row in changed[:SHOWN]
        ),
        *([f"  … and {len(changed) - SHOWN} more"] if len(changed) > SHOWN else []),
        *([reviewed] if reviewed else []),
        *(line for outcome in outcomes for line in outcome.lines()),
        *_rendering.written(files),
        *(_rendering.histories_beside(after.folder, reports) if after.folder else ()),
    ]
    data: dict[str, JsonValue] = {
        "folder": str(after.folder),
        "summary": summary.to_json(after.summary),
        "changed": [dict(row) for row in changed],
        "gates": [outcome.to_json() for outcome in outcomes],
        "files": [str(path) for path in files],
    }
    terminal.result("\n".join(lines), data)
    _rendering.told(errors)
    return OK if all(outcome.passed for outcome in outcomes) else GATE_MISSED


def _reviews(before: Run, after: Run) -> str:
    """Take over the reviews, and say how many of today's verdicts they overturn; "" without reviews."""
    from qa_eval import report, reviews  # noqa: PLC0415 - --help does without it
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above

    known = report.of(before).reviews
    if not known or after.folder is None:
        return ""
    kept = reviews.carry(known, report.of(after), after.folder)
    return f"{_lines.counted(len(kept), 'review')} taken over: {_lines.outcome_of(kept)}"


def _changes(before: Run, after: Run) -> list[dict[str, JsonValue]]:
    return [
        {
            "id": new.question_id,
            "answerer": new.answerer,
            "repeat": new.repeat,
            "was": str(old.score.verdict),
            "verdict": str(new.score.verdict),
            "message": new.score.message,
        }
        for old, new in zip(before.results, after.results, strict=True)
        if old.score.verdict != new.score.verdict
    ]
