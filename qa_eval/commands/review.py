"""``qa-eval review``: take over the verdicts that a reader overturned or confirmed in the report, and make examples of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, command_line, verb
from qa_eval.commands import _options, _rendering
from qa_eval.commands._loading import load
from qa_eval.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from qa_eval.engine import Run
    from qa_eval.model import JsonValue
    from qa_eval.reviews import Review

FORMATS = {  # files of a run that show reviews
    "report.html": "html", "report.md": "md", "report.json": "json", "results.csv": "csv", "results.parquet": "parquet",
}  # fmt: skip


@verb("review")
@click.argument("what", type=click.Choice(["apply", "adopt"]))
@click.argument("run")
@click.argument("reviews", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--only", "ids", multiple=True, metavar="ID", help="adopt: only answers to this question; repeatable.")
@click.option(
    "--dataset",
    type=click.Path(path_type=Path, dir_okay=False),
    help="adopt: the questions file to write into; by default the one that the run was made from.",
)
@_rendering.option
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal,
    what: str,
    run: str,
    reviews: Path | None,
    *,
    ids: tuple[str, ...],
    dataset: Path | None,
    folder: Path,
) -> None:
    """Take over reviews of RUN, or make examples of them.

    apply RUN REVIEWS: hold the reviews.jsonl that the report exported against the run, keep them in its folder and write
    report.html, .md, .json and the tables again where they are; they show "as scored" and "as reviewed" side by side. adopt RUN: write
    each answer whose verdict was overturned into the questions file, as an example to accept or to reject, so that `qa-eval
    check` holds the scorer to it.
    """
    from qa_eval import runs  # noqa: PLC0415 - --help does without it

    stored = load(runs.find(run, folder))
    if what == "apply":
        if reviews is None:
            raise UsageError("apply which reviews?", hint="qa-eval review apply RUN reviews.jsonl")
        if ids or dataset:
            raise UsageError("--only and --dataset are for adopt")
        _apply(terminal, stored, reviews)
    else:
        if reviews is not None:
            raise UsageError(
                "adopt takes what was applied", hint=command_line("qa-eval", "review", "apply", run, reviews)
            )
        _adopt(terminal, stored, ids, dataset or Path(stored.dataset.path))


def _apply(terminal: Terminal, run: Run, path: Path) -> None:
    from datetime import UTC, datetime  # noqa: PLC0415 - --help does without it

    from qa_eval import report, reviews  # noqa: PLC0415 - see above
    from qa_eval.commands import _lines  # noqa: PLC0415 - see above

    place = run.folder or Path()
    before = report.of(run)
    done = reviews.apply(before, place, path, datetime.now(UTC))
    shown = report.of(run)
    names = [name for file, name in FORMATS.items() if (place / file).exists()] or ["html"]
    files, errors = report.write_all(shown, _rendering.specs(names), place)
    lines = [
        f"applied {_lines.counted(len(done.reviews), 'review')}: {_lines.outcome_of(done.reviews)}"
        + (f", {done.replaced} of them instead of an earlier one" if done.replaced else "")
        + (f", {done.older} older than the one that counts" if done.older else "")
        + (f"; {done.known} applied before" if done.known else ""),
        *_lines.reviewed(shown),
        *(line for section in shown.analysis.sections if section.as_reviewed for line in section.lines()),
        *_rendering.written(files),
    ]
    data: dict[str, JsonValue] = {
        "applied": [review.to_json() for review in done.reviews],
        "known": done.known,
        "replaced": done.replaced,
        "older": done.older,
        "reviews": len(shown.reviews),
        "confirmed": sum(not review.overturns for review in shown.reviews),
        "overturned": sum(review.overturns for review in shown.reviews),
        "files": [{"path": str(file), "bytes": file.stat().st_size} for file in files],
    }
    terminal.result("\n".join(lines), data)
    _rendering.told(errors)
    adopt = [command_line("qa-eval", "review", "adopt", place)] if reviews.takes_examples(run.dataset.path) else []
    terminal.follow([*adopt, command_line("qa-eval", "agreement", place / reviews.REVIEWS)])


def _adopt(terminal: Terminal, run: Run, ids: tuple[str, ...], path: Path) -> None:
    from qa_eval import report, reviews  # noqa: PLC0415 - --help does without it

    applied = report.of(run).reviews
    if not applied:
        raise UsageError(f"{run.folder} has no applied reviews", hint="qa-eval review apply RUN reviews.jsonl")
    chosen = _chosen(applied, ids)
    if not chosen:
        raise UsageError(f"no review of {run.folder} overturns a verdict", hint="--only ID takes a confirmed one, too")
    adopted = reviews.adopt(path, chosen, run.results)
    lines = [f"  {one.id} {one.key} {one.text!r}{'' if one.new else ' (was there)'}" for one in adopted]
    count = sum(one.new for one in adopted)
    said = f"wrote {count} example{'' if count == 1 else 's'} into {path}" if count else f"nothing new for {path}"
    data: list[JsonValue] = [{"id": one.id, "key": one.key, "text": one.text, "new": one.new} for one in adopted]
    terminal.result("\n".join([said, *lines]), {"path": str(path), "examples": data})
    if count:
        check, again = (
            command_line("qa-eval", *words) for words in (("check", path), ("rescore", run.folder, "--dataset", path))
        )
        terminal.follow(
            [
                f"{check}   (names each example that the scorer does not see so yet)",
                f"{again}   (scores the stored answers by what it accepts then)",
            ]
        )


def _chosen(applied: tuple[Review, ...], ids: tuple[str, ...]) -> list[Review]:
    known = {review.id for review in applied}
    for name in ids:
        if name not in known:
            raise UsageError(f"no review is about {name!r}", hint=did_you_mean(name, known))
    return [review for review in applied if (review.id in ids if ids else review.overturns)]
