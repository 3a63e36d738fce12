"""What verbs that write reports share: reporter specs, how many rows open in full, and what is said of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qa_eval import plugins
from qa_eval.errors import PluginError, QaEvalError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qa_eval.model import Dataset, Result
    from qa_eval.report import Reporter

_KEY = "qa_eval.details"
DETAILS = ("all", "failures", "none")


def _keep(ctx: click.Context, option: click.Parameter, which: str | None) -> None:  # noqa: ARG001 - click's callback
    ctx.meta[_KEY] = which


option = click.option(
    "--details",
    type=click.Choice(DETAILS),
    expose_value=False,
    callback=_keep,
    help="Rows of the HTML report that open in full: all (the default), failures (not correct) or none.",
)


def specs(names: Sequence[str]) -> list[str]:
    """Return the reporters' specs with what --details says; every one is known to load.

    Raises SpecError for a reporter or an option that is unknown, PluginError for one that breaks its contract, UsageError when --details has no report to act on.
    """
    from qa_eval import reported  # noqa: PLC0415 - --help does without it

    which: str | None = click.get_current_context().meta.get(_KEY)
    found = [_with_details(name, which) for name in names]
    reported.made(found)
    if which is not None and not any("details=" in spec for spec in found):
        raise UsageError("--details is for a report that opens rows", hint="add the html report")
    return found


def _with_details(spec: str, which: str | None) -> str:
    plugin, _, options = plugins.read_spec("reporters", spec)
    if which is None or "details" in options or "details" not in plugins.parameters(plugin.load()):
        return spec
    return f"{spec}{'&' if '?' in spec else '?'}details={which}"


class Reporters:
    """The reporters of one run, each made once: what one does ahead of the report it has when it writes.

    ``parent`` is the folder of all runs.
    """

    def __init__(self, specs: Sequence[str], parent: Path) -> None:
        self._specs = specs
        self._parent = parent
        self._made: dict[str, Reporter] = {}
        self._late: set[str] = set()

    def prepare(self) -> None:
        """Import and read what it takes to write the reports, and the page of all runs."""
        from qa_eval import report  # noqa: PLC0415 - --help does without it

        report.prepare(map(self.reporter, self._specs), self._parent)

    def take_ahead(self, dataset: Dataset, results: Sequence[Result]) -> None:
        """Give those that can do something ahead results of a run of one answerer, which asks each question once.

        One that fails at it is asked no more: it does all when it writes.
        """
        for spec, reporter in self._made.items():
            if spec not in self._late and hasattr(reporter, "take_ahead"):
                try:
                    reporter.take_ahead(dataset, results)
                except Exception:  # noqa: BLE001 - an outsider's own
                    self._late.add(spec)

    @property
    def made(self) -> Mapping[str, Reporter]:
        """Those that are made by now, by their specs."""
        return self._made

    def reporter(self, spec: str) -> Reporter:
        """Return the reporter of a spec."""
        made = self._made.get(spec)
        if made is None:
            made = self._made[spec] = plugins.make("reporters", spec)
        return made


def histories(specs: Sequence[str], parent: Path) -> list[Path]:
    """Write the page of all runs below ``parent`` with each reporter that draws one, and return the files."""
    from qa_eval import report  # noqa: PLC0415 - --help does without it

    files = (report.write_history(spec, parent) for spec in specs)
    return [path for path in files if path is not None]


def histories_beside(run: Path, specs: Sequence[str]) -> list[str]:
    """Write the page of all runs beside the folder ``run``, and say where; one that cannot be written stops nothing."""
    try:
        files = histories(specs, run.resolve().parent)
    except (UsageError, PluginError) as error:
        return [f"the page of all runs was not written: {error.message}"]
    return [f"all runs: {run.parent / path.name}" for path in files]


def told(errors: Sequence[Exception]) -> None:
    """Raise what reporters raised, once everything else is said: one error of all that are not a defect of ours."""
    for error in errors:
        if len(errors) == 1 or not isinstance(error, QaEvalError):
            raise error
    if errors:
        raise PluginError("\nerror: ".join(map(str, errors)))


def written(files: Sequence[Path]) -> list[str]:
    """Say of each file where it is and how large, and what to do where it is too large to send."""
    from qa_eval.commands import _lines  # noqa: PLC0415 - --help does without it

    lines = []
    for path in files:
        size = path.stat().st_size
        advice = _lines.size_advice(size)
        lines.append(f"wrote {path} ({_lines.readable_size(size)})" + (f"\n  {advice}" if advice else ""))
    return lines
