"""``qa-eval check``: check questions against their document, and score their own examples."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qa_eval.cli import OK, USAGE, Terminal, command_line, verb
from qa_eval.errors import DatasetError, Problem, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Dataset, JsonValue

_QUOTED = re.compile(r'\A"[^"]*"')
NAMED = 3  # questions that a warning names which many share


@verb("check")
@click.argument("datasets", nargs=-1, metavar="[DATASET]...")
@click.option(
    "--scorer", default="strict", show_default=True, metavar="SPEC", help="What the examples are scored with."
)
@click.option("--strict", "strictly", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(terminal: Terminal, datasets: tuple[str, ...], *, scorer: str, strictly: bool) -> int:
    """Check each DATASET (a bundled name or a path; all bundled ones by default).

    The document holds the evidence and agrees with the answers, the examples are scored as they say, no question repeats
    another or gives its answer away, and every sentence of the document is asked about. Exit code 2 on errors.
    """
    from qa_eval import check, dataset  # noqa: PLC0415 - --help does without it
    from qa_eval.engine.scoring import made_scorer  # noqa: PLC0415 - see above

    made = made_scorer(scorer)
    problems: list[Problem] = []
    checked: list[JsonValue] = []
    lines: list[str] = []
    following: list[str] = []
    for source in datasets or dataset.bundled():
        try:
            located = dataset.load_with_marks(source)
        except DatasetError as error:
            problems += error.problems
            continue
        found = check.check(located, made)
        problems += found
        loaded = located.dataset
        examples = sum(len(question.accept) + len(question.reject) for question in loaded.questions)
        drafts = len(loaded.drafts)
        n = len(loaded.questions)
        checked.append({"name": loaded.name, "questions": n, "examples": examples, "drafts": drafts})
        told = f"{_counted(n, 'question')}, {_counted(examples, 'example')}" + (
            f", {_counted(drafts, 'draft')}" if drafts else ""
        )
        lines.append(f"{' '.join(filter(None, (loaded.name, loaded.version)))}: {told}")
        following += _following(loaded)
    errors = sum(problem.severity == "error" for problem in problems)
    lines = [
        *map(str, _joined(sorted(problems))),
        *lines,
        f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}",
    ]
    terminal.result(
        "\n".join(lines), {"datasets": checked, "errors": errors, "problems": [_row(one) for one in sorted(problems)]}
    )
    if following:
        terminal.follow(following)
    return USAGE if errors or (strictly and problems) else OK


def _joined(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the problems, in the place of the first of them those warnings that say the same of more than a few questions.

    What they say it of, the text that they quote first, may differ.
    """
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in joined(problems):
        name, colon, said = problem.message.partition(": ")
        same = colon and problem.severity == "warning"
        alike.setdefault((problem.path, *_QUOTED.split(said, 1)) if same else (str(problem), name), []).append(problem)
    for found in alike.values():
        of = {name: said for name, _, said in (one.message.partition(": ") for one in reversed(found))}
        if len(of) <= NAMED:
            yield from found
            continue
        names = [*of][::-1]
        said = of[names[0]]
        if len({*of.values()}) > 1:
            said = _QUOTED.sub(lambda quoted: f"{quoted[0]}, for one,", said, count=1)
        message = (
            f"{len(names)} questions: {said}: {', '.join(names[:NAMED])} and {_counted(len(names) - NAMED, 'other')}"
        )
        yield replace(found[0], message=message, source="")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _following(loaded: Dataset) -> list[str]:
    """Say how to go on with a file that still holds drafts."""
    if not loaded.drafts:
        return []
    path = loaded.path or loaded.name
    lines = [
        f"finish or delete the drafts in {path}, the next one is {loaded.drafts[0].id}",
        command_line("qa-eval", "check", path),
    ]
    if loaded.questions:
        lines.append(f"{command_line('qa-eval', 'run', path)}   (asks the {len(loaded.questions)} that are finished)")
    return lines


def _row(problem: Problem) -> JsonValue:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
