"""``qa-eval report``: write reports of a stored run again."""

from __future__ import annotations

from pathlib import Path

import click

from qa_eval.cli import Terminal, verb


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
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into; the run's own by default.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where runs are looked for by name.",
)
@click.pass_obj
def command(terminal: Terminal, run: str, names: tuple[str, ...], output: Path | None, folder: Path) -> None:
    """Render RUN again: a run folder, its name or the beginning of it, or "latest"."""
    from qa_eval import plugins, report, runs  # noqa: PLC0415 - --help does without it
    from qa_eval.engine import Run  # noqa: PLC0415 - see above

    for name in names:
        plugins.find("reporters", name)
    stored = Run.load(runs.find(run, folder))
    place = output or stored.folder or Path()
    place.mkdir(parents=True, exist_ok=True)
    files = [report.write(report.of(stored), name, place) for name in names]
    lines = [f"wrote {path} ({report.readable_size(path.stat().st_size)})" for path in files]
    terminal.result("\n".join(lines), {"files": [{"path": str(path), "bytes": path.stat().st_size} for path in files]})
