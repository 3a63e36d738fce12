"""One run that ``run`` makes: a new one, or one that goes on."""

from __future__ import annotations

import difflib
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from qa_eval import conditions, plugins
from qa_eval.commands import _gating, _rendering
from qa_eval.errors import QaEvalError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.engine import Settings
    from qa_eval.gates import Gates
    from qa_eval.model import Dataset

FEW = 20_000  # questions whose rows are drawn as the answers come; of more, the answers are read from disk for the page
_NEAR = 0.8  # of difflib's ratio: "timout" is near to "timeout"


class Asked(NamedTuple):
    """One run to be made: of which dataset, by whom, how, and where it is kept."""

    dataset: Dataset
    answerers: tuple[str, ...]
    scorer: str | None
    settings: Settings
    folder: Path
    gates: Gates | None
    resume: bool = False

    @property
    def asks_once(self) -> bool:
        """Whether one answerer is asked each of not too many questions once, so that a row is complete with its answer."""
        return len(self.answerers) == 1 and self.settings.repeat == 1 and len(self.dataset.questions) <= FEW

    @property
    def parent(self) -> Path:
        """The folder that holds the folders of runs."""
        return self.folder.resolve().parent if self.resume else self.folder


def resumed(wanted: str, output: Path, reports: Sequence[str], options: Mapping[str, object]) -> Asked:
    """Return the run that goes on: as it was begun, but for those of ``options`` and ``reports`` that were typed.

    The reports that were typed come beside its own, and those that stand in its folder are written again, so that none is left
    that tells of a part only.
    """
    from qa_eval import dataset, report, runs  # noqa: PLC0415 - --help does without it
    from qa_eval.engine import Run, Settings  # noqa: PLC0415 - see above

    folder = runs.find(wanted, output)
    before = Run.load(folder)
    source = before.dataset.path
    now = dataset.load(source) if source and Path(source).exists() else before.dataset
    known = {field.name for field in fields(Settings)}
    typed = {name: value for name, value in options.items() if name in known and _typed(name)}
    settings = replace(before.settings, **typed)  # type: ignore[arg-type]  # click has converted each option to its field's type
    own, gates = before.settings.reports, before.settings.gates
    more = reports if _typed("reports") or not own else ()
    names = report.with_standing((*own, *more), folder)
    settings = replace(
        settings,
        gates=_gating.given() if _typed("gate") or not gates else gates,
        reports=tuple(dict.fromkeys(_rendering.specs(names))),
    )
    place = output if _typed("gate") else folder.parent
    read = _gating.read(_gating.Asks(now, before.answerers, settings, before.scorer), place, settings.gates, folder)
    return Asked(now, before.answerers, before.scorer, settings, folder, read, True)


def _typed(name: str) -> bool:
    """Tell whether an option stands in the command that was typed: what a file or the environment says, the run was begun with."""
    return click.get_current_context().get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def near_options(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield of each parameter that stays in the address of an answerer, and nearly is an option of it, that it does so."""
    from urllib.parse import parse_qsl  # noqa: PLC0415 - --help does without it

    for spec in dict.fromkeys(conditions.split(name)[0] for one in asked for name in one.answerers if "://" in name):
        try:
            plugin, address, _ = plugins.read_spec("answerers", spec)
            options = plugins.parameters(plugin.load())
        except QaEvalError:  # which is told where the answerer is made
            continue
        for key, _ in parse_qsl(address.partition("?")[2], keep_blank_values=True):
            if near := difflib.get_close_matches(key, options, n=1, cutoff=_NEAR):
                yield f'"{key}" is sent as a part of the address: {plugin.name} has no such option; did you mean "{near[0]}"?'
