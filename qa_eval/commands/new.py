"""``qa-eval new dataset|answerer NAME``: write a dataset or an answerer that works at once, to be made your own."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import click

from qa_eval import files
from qa_eval.cli import Terminal, Verb, command_line
from qa_eval.errors import UsageError

DATASET = """\
# {name}: questions about one document. Edit the document and the questions, then run `qa-eval check {name}.yaml`.
schema: 1
name: {name}
version: 0.1.0
title: {title}
description: What the questions are about, and for whom.
licence: CC0-1.0
document:
  title: The document's title
  text: |
    The bridge over the Linth opened on 4 May 1911. It is 155 metres long and carries two tracks.
    The engineer Anna Keller led the work, which cost 2.4 million francs.
questions:
  - id: bridge-length
    question: How long is the bridge over the Linth?
    type: quantity
    answer: "155 metres"
    evidence: ["It is 155 metres long"]
    tags: [size]
    difficulty: easy
    accept: ["155 m", "0.155 km", "It is 155 metres long."]
    reject: ["155 feet", "15.5 m", "2.4 million"]
  - id: opening-date
    question: On which day did the bridge over the Linth open?
    type: date
    answer: "4 May 1911"
    evidence: ["opened on 4 May 1911"]
    tags: [dates]
    difficulty: easy
    accept: ["May 4, 1911", "1911-05-04", "It opened on 4 May 1911."]
    reject: ["1911", "5 May 1911", "4 May 1991"]
  - id: engineer
    question: Who led the work on the bridge over the Linth?
    type: entity
    answer: "Anna Keller"
    accepted: ["Keller"]
    evidence: ["The engineer Anna Keller led the work"]
    tags: [people]
    difficulty: easy
    accept: ["the engineer Anna Keller", "Keller", "It was Anna Keller."]
    reject: ["the Linth", "Anna Weber", "Anna Keller or Anna Weber"]
  - id: designer-nationality
    question: Which country does the engineer of the bridge over the Linth come from?
    type: unanswerable
    tags: [unanswerable]
    difficulty: medium
    accept: ["The document does not say.", "Not stated.", "I don't know."]
    reject: ["Switzerland", "She is Swiss.", "Germany"]
"""

ANSWERER = '''\
"""An answerer: run it with `qa-eval run -a ./{name}.py:answer`."""


def answer(question, document):
    """Return the answer to a question about a document: the sentence that shares most words with the question."""
    words = set(question.lower().split())
    return max(document.split("."), key=lambda sentence: len(words & set(sentence.lower().split())))
'''

ANSWERER_TEST = '''\
"""The answerer's own test: run it with `pytest {test}`."""

import importlib.util
from pathlib import Path

spec = importlib.util.spec_from_file_location("{name}", Path(__file__).parent / "{name}.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)


def test_it_answers_from_the_document():
    document = "The bridge opened in 1911. It is 155 metres long."
    assert "155 metres" in module.answer("How long is it?", document)
'''


@click.group(short_help="Write a dataset or an answerer that works at once, to be made your own.")
def command() -> None:
    """Write a dataset or an answerer that works at once, to be made your own."""


@command.command("dataset", cls=Verb, short_help="Write a document and four typed questions.")
@click.argument("name")
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="DOCUMENT",
    help="Write drafts of questions about this plain text instead.",
)
@click.option(
    "--wording", metavar="SPEC", help="With --from: an answerer that proposes how to ask; see `qa-eval list`."
)
@click.pass_obj
def new_dataset(terminal: Terminal, name: str, source: Path | None, wording: str | None, *, force: bool) -> None:
    """Write NAME.yaml: a document and four typed questions with their own examples.

    With --from, it holds a draft of a question for each quantity, date and name of the document, sentence by sentence. No draft
    is asked until a person has finished it and removed its mark; `qa-eval check` says what is left.
    """
    path = Path(name).with_suffix(".yaml")
    title = re.sub(r"[-_]+", " ", path.stem).capitalize()
    stem = _stem(path, r"[\w-]+")
    if source is not None:
        _drafted(terminal, path, source, wording, force=force)
        return
    if wording is not None:
        raise UsageError("--wording words the drafts of a document", hint="name it: --from DOCUMENT")
    _write({path: DATASET.format(name=stem, title=title)}, force=force)
    _report(terminal, [path], [command_line("qa-eval", "check", path), command_line("qa-eval", "run", path)])


def _drafted(terminal: Terminal, path: Path, source: Path, wording: str | None, *, force: bool) -> None:
    from qa_eval import drafting  # noqa: PLC0415 - --help does without it
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.model import Document  # noqa: PLC0415 - see above

    _check_free(path, force=force)
    text = _text(source)
    found = drafting.passages(text)
    drafts = [draft for passage in found for draft in passage.drafts]
    questions = drafting.worded(drafts, text, wording) if wording else {}
    title = re.sub(r"[-_]+", " ", path.stem).capitalize()
    sha256 = Document(path.stem, text).sha256
    head = {"file": path.name, "name": path.stem, "title": title, "path": _beside(path, source), "sha256": sha256}
    _write({path: "".join(drafting.written(head, found, questions))}, force=force)
    worded = f", {len(questions)} of them worded by {wording}" if wording else ""
    terminal.say(
        f"{counted(len(drafts), 'draft')} on {counted(len(found), 'sentence')}{worded};"
        " none is asked until its `draft: true` is removed"
    )
    _report(terminal, [path], [command_line("edit", path), command_line("qa-eval", "check", path)])


def _text(source: Path) -> str:
    try:
        text = source.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        hint = "it has to be plain text, as UTF-8; `pdftotext` makes it of a PDF, for one"
        raise UsageError(f"{source} is not UTF-8: byte {error.start + 1}", hint=hint) from None
    if not any(character.isalnum() for character in text):
        raise UsageError(f"{source} is empty: there is nothing to ask about")
    return text


def _beside(path: Path, source: Path) -> str:
    """Return the document's path as the questions file names it, from its own folder."""
    folder = path.parent.resolve()
    if not source.resolve().is_relative_to(folder.parent):
        hint = f"copy the document below {folder.parent}, or write the questions nearer to it"
        raise UsageError(f"{source} lies outside of the folder of {path} and its parent", hint=hint)
    return Path(os.path.relpath(source.resolve(), folder)).as_posix()


@command.command("answerer", cls=Verb, short_help="Write an answer function, and its test.")
@click.argument("name")
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.pass_obj
def new_answerer(terminal: Terminal, name: str, *, force: bool) -> None:
    """Write NAME.py with an answer function, and its test."""
    path = Path(name).with_suffix(".py")
    stem = _stem(path, r"[^\W\d]\w*")
    if stem in sys.stdlib_module_names:
        hint = "choose another name"
        raise UsageError(f"{path.name} would hide the module {stem!r} that comes with Python", hint=hint)
    test = path.with_name(f"test_{stem}.py")
    _write(
        {path: ANSWERER.format(name=stem), test: ANSWERER_TEST.format(name=stem, test=command_line(test))},
        force=force,
    )
    place = path if path.is_absolute() else f"./{path}"
    _report(
        terminal, [path, test], [command_line("qa-eval", "run", "-a", f"{place}:answer"), command_line("pytest", test)]
    )


def _stem(path: Path, allowed: str) -> str:
    if not re.fullmatch(allowed, path.stem):
        raise UsageError(
            f"{path.stem!r} cannot be a name", hint="use letters, digits and _, a letter first (a dataset may hold -)"
        )
    return path.stem


def _check_free(path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        raise UsageError(f"{path} exists", hint="choose another name, or --force to overwrite it")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist", hint=command_line("mkdir", "-p", path.parent))


def _write(texts: dict[Path, str], *, force: bool) -> None:
    for path in texts:
        _check_free(path, force=force)
    for path, text in texts.items():
        files.written(path, [text])


def _report(terminal: Terminal, paths: list[Path], following: list[str]) -> None:
    written = "\n".join(f"wrote {path}" for path in paths)
    terminal.result(written, {"written": [str(path) for path in paths], "next": list(following)})
    terminal.follow(following)
