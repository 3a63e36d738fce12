"""What verbs that take ``--gate`` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from qa_eval.commands._loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa_eval.engine import Run, Settings
    from qa_eval.gates import Gate, Gated, Gates
    from qa_eval.model import Dataset
    from qa_eval.versus import Side

_KEY = "qa_eval.gates"


class Asks(NamedTuple):
    """Whom a run asks what, and how where it is known."""

    dataset: Dataset
    answerers: Sequence[str]
    settings: Settings | None = None


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


def read(asked: Asks, folder: Path, texts: Sequence[str] | None = None, before: Path | None = None) -> Gates | None:
    """Read the gates ``texts``, None: those that were given, for a run that asks this; None when there are none.

    The runs that they name are looked for in ``folder``, "latest" among those of the same data set that are older than the run
    ``before``. Raises UsageError for a gate that cannot be read, and for what the run does not have.
    """
    texts = given() if texts is None else texts
    if not texts:
        return None
    from functools import cache  # noqa: PLC0415 - see above

    from qa_eval import runs  # noqa: PLC0415 - see above
    from qa_eval.gates import Gates  # noqa: PLC0415 - see above

    loaded = cache(lambda place: side(load(place)))

    def baseline(gate: Gate) -> Side:
        like = runs.Like(asked.dataset.name, (gate.answerer,) if gate.answerer else asked.answerers)
        return loaded(runs.find(gate.run, folder, before, like))

    gates = Gates(texts, baseline)
    gates.check(asked.dataset, asked.answerers, asked.settings)
    return gates


def judged(gates: Gates | None, run: Run) -> tuple[Gated, ...]:
    """Judge the gates of a finished run, if there are any."""
    if gates is None:
        return ()
    from qa_eval import report  # noqa: PLC0415 - see above

    return gates.judge(side(run), report.of(run).summaries, run.analysis.figures())
