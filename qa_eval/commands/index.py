"""``qa-eval index``: one page of all runs of a folder, newest first, with a trend for each dataset and answerer."""

from __future__ import annotations

from pathlib import Path

import click

from qa_eval.cli import Terminal, verb
from qa_eval.commands import _rendering
from qa_eval.errors import UsageError


@verb("index")
@click.argument("folder", default="reports", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format", "name", default="html", show_default=True, metavar="NAME", help="The reporter that draws the page."
)
@click.pass_obj
def command(terminal: Terminal, folder: Path, name: str) -> None:
    """Write index.html into FOLDER (default reports): all its runs, newest first, with trends, intervals and links.

    `run`, `rescore` and `report` write it anew by themselves; this does so for runs that came from elsewhere.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", hint="`qa-eval run` makes it")
    files = _rendering.histories([name], folder)
    if not files:
        raise UsageError(f"the reporter {name!r} draws no page of runs", hint="html does")
    terminal.result(
        "\n".join(_rendering.written(files)),
        {"files": [{"path": str(path), "bytes": path.stat().st_size} for path in files]},
    )
