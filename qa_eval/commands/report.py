"""``qa-eval report``: write reports of a stored run again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, verb
from qa_eval.commands import _options, _rendering
from qa_eval.commands._gating import side
from qa_eval.commands._loading import load
from qa_eval.files import made

if TYPE_CHECKING:
    from qa_eval.engine import Run
    from qa_eval.model import JsonValue
    from qa_eval.report import Report


@verb("report")
@click.argument("run")
@click.option(
    "--format",
    "names",
    multiple=True,
    default=("html",),
    show_default=True,
    metavar="NAME",
    help="A reporter; repeatable. See `qa-eval list reporters`.",
)
@click.option("--against", metavar="RUN", help="Another run to compare with: fixed, regressed, changed questions.")
@click.option("--anyway", is_flag=True, help="With --against: compare runs whose dataset or scorer differ.")
@_rendering.option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into; the run's own by default.",
)
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal,
    run: str,
    *,
    names: tuple[str, ...],
    against: str | None,
    anyway: bool,
    output: Path | None,
    folder: Path,
) -> None:
    """Render RUN again: a run folder, its name or the beginning of it, or "latest".

    Names stand for reporters, with options where they have some: html?details=failures.
    """
    from dataclasses import replace  # noqa: PLC0415 - --help does without it

    from qa_eval import report, runs  # noqa: PLC0415 - see above
    from qa_eval.versus import UNLIKE  # noqa: PLC0415 - see above

    specs = _rendering.specs(names)
    stored = load(runs.find(run, folder))
    shown = report.of(stored)
    if against is not None:
        rules = {key: text for key, text in stored.signature.entries if key in UNLIKE}
        like = runs.Like(stored.dataset.name, stored.answerers, rules)
        other = load(runs.find(against, folder, stored.folder, like))
        if not anyway:
            _held_alike(other, stored)
        shown = replace(shown, baseline=report.of(other))
    place = output or stored.folder or Path()
    made(place)
    files, errors = report.write_all(shown, specs, place)
    data: dict[str, JsonValue] = {"files": [{"path": str(path), "bytes": path.stat().st_size} for path in files]}
    beside = [] if output or not stored.folder else _rendering.histories_beside(stored.folder, specs)
    terminal.result("\n".join([*_changes(shown), *_rendering.written(files), *beside]), data | _compared(shown))
    _rendering.told(errors)


def _held_alike(first: Run, run: Run) -> None:
    """Raise UsageError where a difference of two runs would say nothing of the answerers, as `compare` does."""
    from qa_eval.versus import differing, refuse  # noqa: PLC0415 - --help does without it

    sides = side(first), side(run)
    refuse(sides[0].name, sides[1].name, differing(*sides))


def _changes(shown: Report) -> list[str]:
    """Say for each answerer how many answers are fixed, regressed and of a changed question, and where nobody is compared."""
    if shown.baseline is not None and not shown.comparisons:
        here, there = (", ".join(one.answerer for one in each.summaries) for each in (shown, shown.baseline))
        return [
            f"  nothing is compared: the runs have no answerer in common ({here}; {there}); `qa-eval compare` takes two by name"
        ]
    return [f"  {row['answerer']} against {row['other']}: {_said(row)}" for row in _rows(shown)]


def _said(row: dict[str, JsonValue]) -> str:
    return ", ".join(f"{count} {name}" for name, count in row.items() if name not in ("answerer", "other") and count)


def _compared(shown: Report) -> dict[str, JsonValue]:
    return {} if shown.baseline is None else {"against": shown.baseline.folder, "changes": [*_rows(shown)]}


def _rows(shown: Report) -> list[dict[str, JsonValue]]:
    from collections import Counter  # noqa: PLC0415 - --help does without it

    from qa_eval.compare import Change  # noqa: PLC0415 - see above

    rows: list[dict[str, JsonValue]] = []
    for comparison in shown.comparisons:
        counts = Counter(pair.change for pair in comparison.pairs)
        row: dict[str, JsonValue] = {"answerer": comparison.answerer, "other": comparison.other}
        rows.append(row | {str(change): counts[change] for change in Change})
    return rows
