"""What verbs that take ``--gate`` share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qa_eval.commands._loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa_eval.engine import Run, Settings
    from qa_eval.gates import Gated, Gates
    from qa_eval.model import Dataset
    from qa_eval.versus import Side

_KEY = "qa_eval.gates"


def _keep(ctx: click.Context, option: click.Parameter, texts: tuple[str, ...]) -> None:  # noqa: ARG001 - click's callback
    ctx.meta[_KEY] = texts


option = click.option(
    "--gate",
    multiple=True,
    metavar="EXPR",
    expose_value=False,
    callback=_keep,
    help="A condition on a figure, such as 'accuracy>=0.9'; exit code 1 when it is missed; repeatable.",
)


def side(run: Run) -> Side:
    """Return a run as one side of a comparison: its answerers, as they were asked under no condition."""
    from qa_eval.conditions import split  # noqa: PLC0415 - --help does without it
    from qa_eval.versus import Side  # noqa: PLC0415 - see above

    answerers = tuple(name for name in run.answerers if not split(name)[1])
    return Side(run.folder.name if run.folder else "this run", run.dataset, run.results, answerers, run.signature)


def given() -> tuple[str, ...]:
    """Return the gates as they were given."""
    texts: tuple[str, ...] = click.get_current_context().meta.get(_KEY, ())
    return texts


def read(folder: Path, texts: Sequence[str] | None = None, before: Path | None = None) -> Gates | None:
    """Read the gates ``texts``, None: those that were given; None when there are none.

    The runs that they name are looked for in ``folder``, "latest" among those older than the run ``before``. Raises UsageError for
    a gate that cannot be read.
    """
    texts = given() if texts is None else texts
    if not texts:
        return None
    from qa_eval import runs  # noqa: PLC0415 - see above
    from qa_eval.gates import Gates  # noqa: PLC0415 - see above

    return Gates(texts, lambda name: side(load(runs.find(name, folder, before))))


def check(gates: Gates | None, dataset: Dataset, answerers: Sequence[str], settings: Settings | None = None) -> None:
    """Raise UsageError where the gates, if there are any, name what a run of ``dataset`` does not have."""
    if gates is not None:
        gates.check(dataset, answerers, settings)


def judged(gates: Gates | None, run: Run) -> tuple[Gated, ...]:
    """Judge the gates of a finished run, if there are any."""
    if gates is None:
        return ()
    from qa_eval import report  # noqa: PLC0415 - see above

    return gates.judge(side(run), report.of(run).summaries, run.analysis.figures())
