"""Runs as verbs load them: what their journal has lost is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, command_line, typed

if TYPE_CHECKING:
    from pathlib import Path

    from qa_eval.engine import Run


def load(place: Path) -> Run:
    """Return the run in a folder, and warn of lines of its journal that are of no use. Raises RunFolderError."""
    from qa_eval.engine import Run  # noqa: PLC0415 - --help does without it

    run = Run.load(place)
    warn(run)
    return run


def warn(run: Run) -> None:
    """Say how many lines of a run's journal are of no use, if any are, unless --quiet."""
    from qa_eval import journal  # noqa: PLC0415 - --help does without it

    terminal = click.get_current_context().find_object(Terminal)
    if not run.useless or run.folder is None or terminal is None or run.state == journal.RUNNING:
        return  # a running one may be amid its last line
    told = (
        "1 line of {} is of no use: its answer is"
        if run.useless == 1
        else "{n:,} lines of {} are of no use: their answers are"
    )
    said = told.format(run.folder / journal.RESULTS, n=run.useless)
    terminal.say(
        f"warning: {said} left out; `{typed(command_line('qa-eval', 'run', '--resume', run.folder))}` asks for what is missing again"
    )
