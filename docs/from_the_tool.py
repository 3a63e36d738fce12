"""What the site takes from the tool itself when it is built, so that it is never stale.

The help of every verb, the options of every plug-in, the public names, the reason codes with their scored examples.
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import yaml

import qa_eval
from qa_eval import cli, dataset, plugins, start
from qa_eval.engine import judge, made_scorer
from qa_eval.model import Failure, Prediction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Question, Score

HERE = Path(__file__).parent
REASONS = HERE / "scoring" / "reasons.yaml"
GENERATED = HERE / "generated"
WIDTH = 100  # columns of a help text
EXAMPLE_KEYS = {
    "says",
    "verdict",
    "scorer",
    "failure",
    "document",
}  # the rest is the question, as a questions file has it
ROOMS = {
    "answerers": ("-a SPEC", "Who answers."),
    "scorers": ("--scorer SPEC", "What says whether an answer is right."),
    "reporters": ("--report NAME", "What is written about a run."),
    "formats": ("", "What questions are read from; chosen by the file's suffix."),
    "executors": ("--executor SPEC", "Where the questions are asked."),
    "shapes": ("import --shape NAME", "The published shapes that questions are imported from."),
    "exporters": ("export --to NAME", "What datasets and runs are exported as."),
    "outputs": ("", "What other harnesses wrote and is read as predictions; told by its content."),
}


class Broken:
    """A scorer with a defect, for the one reason code that needs one."""

    def score(self, *_: object) -> Score:
        """Raise, as a scorer with a defect does."""
        raise ZeroDivisionError("division by zero")


def reasons() -> dict[str, dict[str, Any]]:
    """Return the handbook's entries by reason code."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return found


def scored(example: dict[str, Any]) -> tuple[Question, Score]:
    """Return an example's question, and what the scorer says of its answer now."""
    row = {"id": "example", **{key: value for key, value in example.items() if key not in EXAMPLE_KEYS}}
    text = example.get("document", "The document of this example.")
    content = {"schema": "1", "name": "example", "version": "1", "document": {"text": text}, "questions": [_text(row)]}
    made = dataset.of_content(content, "an example of the handbook")
    question = made.questions[0]
    if "failure" in example:
        prediction = Prediction(None, failure=Failure(*example["failure"]))
    else:
        prediction = Prediction(example["says"])
    name = example.get("scorer", "strict")
    scorer = Broken() if name == "broken" else made_scorer(name)
    return question, judge(scorer, question, prediction, made.document_of(question))


def _text(value: Any) -> Any:
    """Return a value as the reader of questions files gives it: every scalar but true and false is text."""
    if isinstance(value, dict):
        return {key: _text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_text(inner) for inner in value]
    return value if isinstance(value, bool) else str(value)


def reasons_page() -> str:
    """Return the reason codes, each with a table of examples as they are scored now."""
    lines = []
    for code, entry in reasons().items():
        lines += [f"(reason-{code})=", f"### `{code}`", "", f"**{entry['means']}** {entry['falls']}", ""]
        if entry["examples"]:
            lines += ["| question | accepted | answer | verdict | the report says |", "| --- | --- | --- | --- | --- |"]
            lines += [_row(example) for example in entry["examples"]]
        lines.append("")
    return "\n".join(lines)


def _row(example: dict[str, Any]) -> str:
    question, score = scored(example)
    accepted = " *or* ".join(question.accepted) or "*the document does not say*"
    wants = [f"`{key}: {_inline(example[key])}`" for key in ("tolerance", "unit") if key in example]
    answer = example["answer"] if isinstance(example.get("answer"), dict) else {}
    wants += [f"`{key}: {_inline(value)}`" for key, value in answer.items() if key not in {"text", "items"}]
    if "document" in example:
        wants.append(f"in: “{example['document']}”")
    said = f"“{example['says']}”" if "says" in example else f"none: {example['failure'][0]}"
    verdict = score.verdict.value + (" (lenient)" if example.get("scorer") == "lenient" else "")
    cells = (example["question"], "<br>".join([accepted, *wants]), said, verdict, score.message)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _inline(value: object) -> str:
    return (
        json.dumps(value, ensure_ascii=False).replace('"', "") if isinstance(value, dict | list) else str(value).lower()
    )


def commands() -> Iterator[tuple[str, str]]:
    """Yield every verb, and every verb of a verb, with its help text."""
    yield "qa-eval", start.help_text(start.verbs(), WIDTH)
    settings = {**cli.app.context_settings, "terminal_width": WIDTH}
    top = click.Context(cli.app, info_name="qa-eval", **settings)
    for name in verbs():
        yield from _helps(plugins.find("commands", name).load(), name, top)


def verbs() -> list[str]:
    """Return the names of our own verbs."""
    return plugins.built_in("commands")


def _helps(command: click.Command, name: str, parent: click.Context) -> Iterator[tuple[str, str]]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for inner, verb in sorted(command.commands.items()):
            yield from _helps(verb, inner, context)


def commands_page() -> str:
    """Return the help of the command line and of every verb."""
    return "\n".join(f"## {path}\n\n```text\n{text.rstrip()}\n```\n" for path, text in commands())


def plugins_page() -> str:
    """Return every plug-in of every room with its options."""
    lines = []
    for room, (option, meaning) in ROOMS.items():
        lines += [
            f"## {room.capitalize()}",
            "",
            f"{meaning} {f'Chosen with `{option}`.' if option else ''}".strip(),
            "",
        ]
        for name in plugins.built_in(room):
            plugin = plugins.find(room, name)
            lines += [f"### `{name}`", "", plugin.meaning.replace("<", "&lt;"), "", *_options(plugin.load())]
    return "\n".join(lines)


def _options(factory: Any) -> list[str]:
    declared = [option for option in plugins.parameters(factory).values() if option.meaning]
    if not declared:
        return []
    rows = [
        f"| `{one.name}` | {one.type.__name__} | {_default(one.default)} | {one.meaning.replace('|', chr(92) + '|')} |"
        for one in declared
    ]
    return ["| option | type | default | meaning |", "| --- | --- | --- | --- |", *rows, ""]


def _default(value: object) -> str:
    return "required" if value is plugins.REQUIRED else f"`{value}`" if value not in {"", None} else "none"


def python_page() -> str:
    """Return the directives that take every public name's docstring."""
    lines = []
    for name in qa_eval.__all__:
        directive = "autofunction" if inspect.isfunction(getattr(qa_eval, name)) else "autoclass"
        members = [] if directive == "autofunction" else ["   :members:", "   :undoc-members:"]
        lines += ["```{eval-rst}", f".. {directive}:: qa_eval.{name}", *members, "```", ""]
    return "\n".join(lines)


PAGES = {"commands": commands_page, "plug-ins": plugins_page, "python": python_page, "reasons": reasons_page}


def write(folder: Path = GENERATED) -> None:
    """Write every page that the others include into a folder."""
    folder.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (folder / f"{name}.md").write_text(page(), encoding="utf-8")
