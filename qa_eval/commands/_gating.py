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
    from qa_eval.signature import Signature
    from qa_eval.versus import Side

_KEY = "qa_eval.gates"


class Asks(NamedTuple):
    """Whom a run asks what, how where it is known, and by which scorer, None for the one that suits."""

    dataset: Dataset
    answerers: Sequence[str]
    settings: Settings | None = None
    scorer: str | None = None

    @property
    def signature(self) -> Signature:
        """What decides which answers are right, but for a judge."""
        from qa_eval import signature  # noqa: PLC0415 - --help does without it
        from qa_eval.engine import default_scorer  # noqa: PLC0415 - see above

        return signature.of(self.dataset, {}, self.scorer or default_scorer(self.dataset), None)


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
    ``before``. Raises UsageError for a gate that cannot be read, for what the run does not have, and for a run by other rules.
    """
    texts = given() if texts is None else texts
    if not texts:
        return None
    from functools import cache  # noqa: PLC0415 - see above

    from qa_eval import runs  # noqa: PLC0415 - see above
    from qa_eval.gates import Gates  # noqa: PLC0415 - see above
    from qa_eval.versus import UNLIKE, refuse  # noqa: PLC0415 - see above

    loaded, planned = cache(lambda place: side(load(place))), asked.signature
    rules = {key: text for key, text in planned.entries if key in UNLIKE}

    def baseline(gate: Gate) -> Side:
        like = runs.Like(asked.dataset.name, (gate.answerer,) if gate.answerer else asked.answerers, rules)
        found = loaded(runs.find(gate.run, folder, before, like))
        unlike = [one for one in planned.differences(found.signature) if one.key in rules]
        refuse(found.name, "this run", unlike, "run once without this gate, to have a run to compare with")
        return found

    gates = Gates(texts, baseline)
    gates.check(asked.dataset, asked.answerers, asked.settings)
    return gates


def judged(gates: Gates | None, run: Run) -> tuple[Gated, ...]:
    """Judge the gates of a finished run, if there are any."""
    if gates is None:
        return ()
    from qa_eval import report  # noqa: PLC0415 - see above

    return gates.judge(side(run), report.of(run).summaries, run.analysis.figures())
