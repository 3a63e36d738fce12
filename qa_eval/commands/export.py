"""``qa-eval export``: write a dataset or a run's results as JSON lines, CSV, Parquet or SQuAD JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, verb
from qa_eval.commands import _options
from qa_eval.commands._folders import prepared
from qa_eval.commands._loading import load
from qa_eval.errors import UsageError
from qa_eval.files import written

if TYPE_CHECKING:
    from qa_eval.engine import Run
    from qa_eval.exporters import Exporter


@verb("export")
@click.argument("what", metavar="DATASET|RUN")
@click.option(
    "--to", "name", required=True, metavar="NAME", help="jsonl, csv, parquet, squad, …: see `qa-eval list exporters`."
)
@click.option(
    "--output", type=click.Path(path_type=Path), help="The folder to write; named after the dataset by default."
)
@click.option("--force", is_flag=True, help="Write into a folder that holds something.")
@_options.folder
@click.pass_obj
def command(terminal: Terminal, what: str, *, name: str, output: Path | None, force: bool, folder: Path) -> None:
    """Write a DATASET (a bundled name, a path, hf:…) with its card, or the results of a RUN (its folder, "latest").

    A dataset comes with a README.md whose front matter the Hugging Face hub reads; the folder can be put there as it is.
    """
    from qa_eval import dataset, plugins  # noqa: PLC0415 - --help does without it
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.exporting import card, rows  # noqa: PLC0415 - see above
    from qa_eval.exporting.card import stem  # noqa: PLC0415 - see above

    exporter: Exporter = plugins.make("exporters", name)
    run = _run(what, folder)
    if run is not None:
        made = exporter.results(run)  # before there is a folder, since not every form has one for a run
        with prepared(output or Path(f"{stem(run.dataset)}-results"), force=force) as place:
            files = [written(place / file, pieces) for file, pieces in made.items()]
        told = counted(len(run.results), "result")
    else:
        loaded = dataset.load(what)
        left_out = dataset.left_out(loaded, "exported")
        if not loaded.questions:
            raise UsageError(left_out, hint="finish a question, then remove its `draft: true`")
        made = exporter.questions(loaded)
        with prepared(output or Path(f"{stem(loaded)}-{name}"), force=force) as place:
            files = [written(place / file, pieces) for file, pieces in made.items()]
            data = (files[0].name,) if files[0].suffix in (".jsonl", ".csv", ".parquet") else ()
            source = loaded.path if loaded.path.startswith("hf:") else ""
            files.append(
                written(place / "README.md", [card(loaded, data, source, getattr(exporter, "use", "")).encode()])
            )
        told = counted(len(loaded.questions), "question")
        details = sum(not rows.is_plain(question) for question in loaded.questions)
        if left_out:
            terminal.say(f"warning: {left_out}")
        if details and name != "jsonl":
            say = "question says more than its" if details == 1 else "questions say more than their"
            terminal.say(f"warning: {details} {say} accepted texts; --to jsonl keeps it all")
    lines = [told, *(f"wrote {path}" for path in files)]
    terminal.result("\n".join(lines), {"to": name, "files": [str(path) for path in files]})


def _run(what: str, folder: Path) -> Run | None:
    """Return the run that a word names, None when it names a dataset: a file, a bundled name or a set of a hub."""
    from qa_eval import dataset, runs  # noqa: PLC0415 - see above
    from qa_eval.errors import RunFolderError  # noqa: PLC0415 - see above

    if Path(what).is_file() or what in dataset.bundled() or what.startswith("hf:"):
        return None
    try:
        return load(runs.find(what, folder))
    except RunFolderError:
        if what == "latest" or Path(what).is_dir():
            raise
        return None
