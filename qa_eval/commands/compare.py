"""``qa-eval compare``: tell what a run fixed and what regressed, and whether that is more than noise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from qa_eval.cli import GATE_MISSED, OK, Terminal, verb
from qa_eval.commands import _options
from qa_eval.commands._gating import side
from qa_eval.commands._loading import load
from qa_eval.errors import RunFolderError, UsageError
from qa_eval.files import made, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from qa_eval.engine import Run
    from qa_eval.model import JsonValue

FORMATS = ("text", "json", "md", "html")


class How(TypedDict):
    """How a comparison is made and said."""

    detect: float | None
    anyway: bool
    form: str
    output: Path | None


@verb("compare")
@click.argument("wanted", nargs=-1, required=True, metavar="RUN...")
@click.option(
    "--answerer",
    "chosen",
    multiple=True,
    metavar="NAME",
    help="Compare only this one; given twice, the first run's first one with the others' second one.",
)
@click.option(
    "--detect",
    type=click.FloatRange(min=0, min_open=True, max=1),
    metavar="SHARE",
    help="Say how many questions would show this difference, such as 0.02.",
)
@click.option("--anyway", is_flag=True, help="Compare runs whose dataset or scorer differ.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to say it.")
@click.option(
    "--gate", "gates", multiple=True, metavar="EXPR", help="Such as 'regressions<=0'; exit code 1 when missed."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="A file for the text, or with --format html a folder for report.html.",
)
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal,
    wanted: tuple[str, ...],
    chosen: tuple[str, ...],
    gates: tuple[str, ...],
    folder: Path,
    **how: Unpack[How],
) -> int:
    """Compare each further RUN with the first: fixed, regressed, and whether the difference is more than noise.

    RUN is a run folder, its name or the beginning of it, or "latest". With a single RUN, its answerers are compared with its
    first one; with folders of runs (baseline reports), the latest run of each dataset with that of the first folder. Differences come with a paired 95 % interval and an exact test, adjusted by Holm for several comparisons.
    """
    from qa_eval.commands._lines import cut_off  # noqa: PLC0415 - see above
    from qa_eval.gates import judge_contrast, parse  # noqa: PLC0415 - see above
    from qa_eval.versus import contrasts, markdown, text, to_json, together  # noqa: PLC0415 - see above

    if len(chosen) > 2:  # noqa: PLR2004 - one a side
        raise UsageError("--answerer names one answerer, or one for each side", hint="give it once or twice")
    if how["form"] == "html" and len(wanted) == 1:
        raise UsageError("--format html takes two runs or more", hint="name the baseline, then the runs")
    asked = [parse(text) for text in gates]
    groups = [[load(path) for path in paths] for paths in _groups(wanted, folder)]
    several = [contrasts([side(run) for run in group], chosen, anyway=how["anyway"]) for group in groups]
    found = together([one for some in several for one in some])
    outcomes = [judge_contrast(gate, one) for gate in asked for one in found]
    detect, form, output = how["detect"], how["form"], how["output"]
    parts = {run.folder.name: part for group in groups for run in group if run.folder and (part := cut_off(run))}
    data = to_json(found, detect) | {"gates": [one.to_json() for one in outcomes], "interrupted": [*parts]}
    said = [*(f"{name} is {part}" for name, part in parts.items()), *(line for one in outcomes for line in one.lines())]
    if form == "html":
        files = _pages(groups, output)
        terminal.result("\n".join([*(f"wrote {path}" for path in files), *said]), data)
    elif form == "json" and not terminal.as_json:
        import json  # noqa: PLC0415 - only this form needs it

        _deliver(terminal, json.dumps(data, indent=2, allow_nan=False), data, output)
    else:
        lines = markdown(found, detect) if form == "md" else text(found, detect)
        _deliver(terminal, "\n".join([*lines, *said]).rstrip("\n"), data, output)
    return GATE_MISSED if any(not one.passed for one in outcomes) else OK


def _deliver(terminal: Terminal, text: str, data: dict[str, JsonValue], output: Path | None) -> None:
    if output is None:
        terminal.result(text, data)
        return
    made(output.parent)
    written(output, [f"{text}\n"])
    terminal.result(f"wrote {output}", data)


def _groups(wanted: Sequence[str], folder: Path) -> list[list[Path]]:
    """Return the runs to compare, in groups about one dataset each where folders of runs are named."""
    from qa_eval import journal, runs  # noqa: PLC0415 - see above

    places = [Path(name) for name in wanted]
    if len(places) == 1 or not _hold_runs(places):
        return [[_found(name, folder, wanted) for name in wanted]]
    latest: list[dict[str, Path]] = []
    for place in places:
        headers = [(journal.read_header(path), path) for path in runs.folders(place)]
        latest.append(
            {str(d["name"]): path for header, path in headers if isinstance(d := header.get("dataset"), dict)}
        )
    groups = [[paths[name] for paths in latest if name in paths] for name in latest[0]]
    groups = [group for group in groups if len(group) > 1]
    if not groups:
        shown = " and ".join(f"{place} ({', '.join(paths)})" for place, paths in zip(places, latest, strict=True))
        raise UsageError(f"no dataset is in common: {shown}", hint="name two runs instead")
    return groups


def _found(name: str, folder: Path, wanted: Sequence[str]) -> Path:
    """Return the run of a name. Raises RunFolderError, and UsageError for a folder of runs that stands alone."""
    from qa_eval import runs  # noqa: PLC0415 - see above

    try:
        return runs.find(name, folder)
    except RunFolderError as error:
        if not _hold_runs([Path(name)]):
            raise
        other = next((each for each in wanted if not _hold_runs([Path(each)])), "")
        what = f", and {other} {'holds none' if Path(other).exists() else 'is not there'}" if other else ""
        hint = f"name two folders of runs, or runs in it: {name}/latest"
        raise UsageError(f"{name} is a folder of runs{what}", hint=hint) from error


def _hold_runs(places: Sequence[Path]) -> bool:
    from qa_eval import journal, runs  # noqa: PLC0415 - see above

    return not any((place / journal.HEADER).is_file() for place in places) and all(map(runs.folders, places))


def _pages(groups: Sequence[Sequence[Run]], output: Path | None) -> list[Path]:
    """Write the report of each further run with the first of its group as its baseline, each in a folder of its own when many."""
    from dataclasses import replace  # noqa: PLC0415 - only this form needs it

    from qa_eval import report  # noqa: PLC0415 - see above

    pairs = [(report.of(group[0]), report.of(run)) for group in groups for run in group[1:]]
    before, after = pairs[0]
    top = output or (Path(after.folder).parent / f"compare-{before.digest[:8]}-{after.digest[:8]}")
    files = []
    for base, one in pairs:
        place = top if len(pairs) == 1 else top / Path(one.folder).name
        files.append(report.write(replace(one, baseline=base), "html", made(place)))
    return files
