"""``qa-eval rescore``: score stored answers by today's rules; nobody is asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from qa_eval.cli import GATE_MISSED, OK, Terminal, command_line, verb
from qa_eval.commands import _gating, _options, _rendering
from qa_eval.commands._loading import warn
from qa_eval.errors import QaEvalError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.engine import Run
    from qa_eval.model import JsonValue

SHOWN = 20  # changed verdicts that the text lists
LARGE = 10_000_000  # bytes of a questions file that is not read only to see whether it has changed


@verb("rescore")
@click.argument("run")
@click.option("--scorer", metavar="SPEC", help="What says whether an answer is right; the run's own by default.")
@click.option("--dataset", metavar="DATASET", help="The questions as they are now; those that were stored by default.")
@_gating.option
@_options.reports
@_options.output
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal,
    run: str,
    *,
    scorer: str | None,
    dataset: str | None,
    reports: tuple[str, ...],
    output: Path,
    folder: Path,
) -> int:
    """Score the stored answers of RUN by today's rules, into a run folder of its own; asks nobody.

    RUN is a run folder, its name or the beginning of it, or "latest". With --dataset they are scored by what the questions accept
    now; answers to questions that are asked in other words by now, or about another text, are left out.
    """
    from qa_eval import report, reported, runs, summary  # noqa: PLC0415 - --help does without it
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above
    from qa_eval.dataset import load as load_dataset  # noqa: PLC0415 - see above
    from qa_eval.engine import Run, rescore  # noqa: PLC0415 - see above

    reported.made(reports)
    before = Run.load(runs.find(run, folder))
    now = load_dataset(dataset) if dataset else None
    asked = _gating.Asks(now or before.dataset, before.answerers, before.settings, scorer or before.scorer)
    gates = _gating.read(asked, folder)
    after = rescore(before, scorer or before.scorer, output, now)
    warn(before)
    told = _Told(_changes(before, after), *_apart(before, after), _reviews(before, after))
    outcomes = _gating.judged(gates, after)
    complete = replace(report.of(after), gates=outcomes)
    files, errors = report.write_all(complete, reports, after.folder) if after.folder else ([], [])
    lines = [
        _lines.headline(after),
        *_lines.scores(complete.summaries),
        *told.lines(len(after.results)),
        *([] if dataset else _since(before)),
        *(line for outcome in outcomes for line in outcome.lines()),
        *_rendering.written(files),
        *(_rendering.histories_beside(after.folder, reports) if after.folder else ()),
    ]
    data: dict[str, JsonValue] = {
        "folder": str(after.folder),
        "summary": summary.to_json(after.summary),
        **told.to_json(),
        "gates": [outcome.to_json() for outcome in outcomes],
        "files": [str(path) for path in files],
    }
    terminal.result("\n".join(lines), data)
    _rendering.told(errors)
    return OK if all(outcome.passed for outcome in outcomes) else GATE_MISSED


class _Told(NamedTuple):
    """What became of the stored answers: changed verdicts, questions left out, questions that are new, and reviews in a line."""

    changed: list[dict[str, JsonValue]]
    gone: list[str]
    new: list[str]
    reviewed: str

    def lines(self, n: int) -> list[str]:
        """Say it of so many verdicts."""
        return [
            *_told_apart(self.gone, self.new),
            *_told(self.changed, n),
            *([self.reviewed] if self.reviewed else []),
        ]

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as data."""
        changed: list[JsonValue] = [dict(row) for row in self.changed]
        return {"changed": changed, "left_out": [*self.gone], "without_answer": [*self.new]}


def _told(changed: Sequence[dict[str, JsonValue]], n: int) -> list[str]:
    """Say how many of so many verdicts changed, and the first of them."""
    return [
        f"{len(changed)} of {n} verdicts changed" + (":" if changed else ""),
        *(
            f"  {row['answerer']} {row['id']}: {row['was']} → {row['verdict']} ({row['message']})"
            for row in changed[:SHOWN]
        ),
        *([f"  … and {len(changed) - SHOWN} more"] if len(changed) > SHOWN else []),
    ]


def _reviews(before: Run, after: Run) -> str:
    """Take over the reviews, and say how many of today's verdicts they overturn; "" without reviews."""
    from qa_eval import report, reviews  # noqa: PLC0415 - --help does without it
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above

    known = report.of(before).reviews
    if not known or after.folder is None:
        return ""
    kept = reviews.carry(known, report.of(after), after.folder)
    return f"{_lines.counted(len(kept), 'review')} taken over: {_lines.outcome_of(kept)}"


def _apart(before: Run, after: Run) -> tuple[list[str], list[str]]:
    """Return which questions were answered and are not asked so any more, and which of those that are asked now are new."""
    from qa_eval.dataset.packed import places  # noqa: PLC0415 - see above

    was, now = ({result.question_id for result in run.results} for run in (before, after))
    known = places(before.dataset.questions)
    return sorted(was - now), [name for name in places(after.dataset.questions) if name not in known]


def _told_apart(gone: Sequence[str], new: Sequence[str]) -> list[str]:
    said = []
    if gone:
        said.append(f"left out, as they are not asked so any more: {_named(gone)}")
    if new:
        said.append(f"without a stored answer: {_named(new)}")
    return said


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f"{', '.join(names[:SHOWN])}{more}"


def _since(before: Run) -> list[str]:
    """Say that the questions have changed since the run, where their file says so."""
    from qa_eval.dataset import load as load_dataset  # noqa: PLC0415 - see above

    path = before.dataset.path
    if not path or not Path(path).is_file() or Path(path).stat().st_size > LARGE:
        return []
    try:
        now = load_dataset(path)
    except QaEvalError:
        return []
    again = command_line("qa-eval", "rescore", before.folder or "RUN", "--dataset", path)
    return [] if now.sha256 == before.dataset.sha256 else [f"{path} has changed since; by what it accepts now: {again}"]


def _changes(before: Run, after: Run) -> list[dict[str, JsonValue]]:
    was = {(old.question_id, old.answerer, old.repeat): old.score.verdict for old in before.results}
    return [
        {
            "id": new.question_id,
            "answerer": new.answerer,
            "repeat": new.repeat,
            "was": str(old),
            "verdict": str(new.score.verdict),
            "message": new.score.message,
        }
        for new in after.results
        if (old := was[new.question_id, new.answerer, new.repeat]) != new.score.verdict
    ]
