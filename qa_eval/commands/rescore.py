"""``qa-eval rescore``: today's rules over stored answers; nobody is asked again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, verb

if TYPE_CHECKING:
    from qa_eval.model import JsonValue
    from qa_eval.engine import Run

REPORTS = ("html", "md", "junit")
SHOWN = 20  # changed verdicts that the text lists


@verb("rescore")
@click.argument("run")
@click.option("--scorer", metavar="SPEC", help="What says whether an answer is right; the run's own by default.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="NAME",
    default=REPORTS,
    show_default=True,
    help="Reports to write; repeatable.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where the new run folder is made.",
)
@click.pass_obj
def command(terminal: Terminal, run: str, scorer: str | None, reports: tuple[str, ...], output: Path) -> None:
    """Score the stored answers of RUN by today's rules, into a run folder of its own; asks nobody."""
    from qa_eval import report, runs, summary  # noqa: PLC0415 - --help does without it
    from qa_eval.engine import Run, rescore  # noqa: PLC0415 - see above

    before = Run.load(runs.find(run, output))
    after = rescore(before, scorer or before.scorer, output)
    changed = _changes(before, after)
    files = [report.write(report.of(after), name, after.folder) for name in reports if after.folder]
    lines = [
        f"{after.dataset.name} {after.dataset.version} · {after.questions} questions, scored by {after.scorer}",
        *report.scores(after.summary),
        f"{len(changed)} of {len(after.results)} verdicts changed" + (":" if changed else ""),
        *(
            f"  {row['answerer']} {row['id']}: {row['was']} → {row['verdict']} ({row['message']})"
            for row in changed[:SHOWN]
        ),
        *([f"  … and {len(changed) - SHOWN} more"] if len(changed) > SHOWN else []),
        *(f"wrote {path} ({report.readable_size(path.stat().st_size)})" for path in files),
    ]
    data: dict[str, JsonValue] = {
        "folder": str(after.folder),
        "summary": summary.to_json(after.summary),
        "changed": [dict(row) for row in changed],
        "files": [str(path) for path in files],
    }
    terminal.result("\n".join(lines), data)


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
