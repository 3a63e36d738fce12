"""``qa-eval import``: write the questions of a published file, a table or a hub as a questions file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from qa_eval.cli import Terminal, command_line, verb
from qa_eval.commands._folders import prepared
from qa_eval.errors import UsageError
from qa_eval.files import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.importing import Imported


class How(TypedDict):
    """What is said of the questions beside where they stand."""

    limit: int | None
    language: str


@verb("import")
@click.argument("source")
@click.option("--shape", default="", metavar="NAME", help="The published shape; by default the one that the data have.")
@click.option(
    "--mapping",
    default="",
    metavar="FILE",
    help="A YAML file that says which column holds the question, the answers, the context.",
)
@click.option(
    "--language",
    default="",
    metavar="CODE",
    help="The language that is asked and answered in, such as de, where the data do not say; English by default.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first so many questions.")
@click.option("--output", type=click.Path(path_type=Path), help="The folder to write; named after the data by default.")
@click.option("--force", is_flag=True, help="Write into a folder that holds something.")
@click.pass_obj
def command(
    terminal: Terminal, source: str, *, output: Path | None, force: bool, shape: str, mapping: str, **how: Unpack[How]
) -> None:
    """Write the questions of SOURCE as JSON lines, with a card that says where they were taken from.

    SOURCE is a file (.json .jsonl .csv .parquet) or hf:owner/name[:config]@split[?revision=…&streaming=true], or
    hf:./folder@split. SQuAD, DROP, TriviaQA, NQ-open, TAT-QA and FinQA are recognised; any other table needs --mapping.
    """
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.importing import imported  # noqa: PLC0415 - --help does without it

    if shape and mapping:
        raise UsageError("a mapping is in the place of a shape", hint="leave --shape or --mapping away")
    made = imported(source, shape=shape, mapping=mapping, **how)
    with prepared(output or Path(made.origin.name), force=force) as folder:
        path = written(folder / f"{made.origin.name}.jsonl", _lines(made))
        if not made.count:
            path.unlink()
            raise UsageError(f"{source} gives no question with an answer", hint="is it the test part, without answers?")
        card = written(folder / "README.md", [_card(made, path).encode()])
    skipped = f", {made.skipped} without a published answer left out" if made.skipped else ""
    terminal.result(
        f"{counted(made.count, 'question')} ({made.unanswerable} unanswerable) as {made.shape}{skipped}\nwrote {path}\nwrote {card}",
        {
            "source": made.origin.pinned,
            "version": made.origin.version,
            "shape": made.shape,
            "questions": made.count,
            "unanswerable": made.unanswerable,
            "skipped": made.skipped,
            "files": [str(path), str(card)],
        },
    )
    terminal.follow(
        [command_line("qa-eval", "run", path, "-a", "ANSWERER"), command_line("qa-eval", "score", path, "ANSWERS")]
    )


def _lines(made: Imported) -> Iterator[bytes]:
    for question in made.questions:
        yield json.dumps(question, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _card(made: Imported, path: Path) -> str:
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.exporting.card import front_matter  # noqa: PLC0415 - see above

    head = front_matter(made.origin.name, made.origin.licence, made.count, (path.name,))
    return (
        f"{head}\n# {made.origin.name}\n\n{counted(made.count, 'question')}, {made.unanswerable} of them unanswerable,"
        f" taken from `{made.origin.pinned}` as {made.shape}.\n\nThe licence is that of the source.\n"
    )
