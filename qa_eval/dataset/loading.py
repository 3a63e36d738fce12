"""From a spec to a dataset, by way of the format that reads it; all problems at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import plugins
from qa_eval.dataset.findings import Findings
from qa_eval.dataset.plain import plain_dataset
from qa_eval.dataset.sources import is_hub, resolve, suffix_of, unread
from qa_eval.errors import DatasetError, PluginError, Problem, SpecError
from qa_eval.formats import Parsed, Place, breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from qa_eval.dataset.question_forms import QuestionForm
    from qa_eval.dataset.schema import DatasetForm
    from qa_eval.formats import Content, Format, Locate, Where
    from qa_eval.model import Dataset
    from qa_eval.plugins import Plugin


PART = 2_000  # questions that are checked at once
DECIDING = ("context", "document", "language", "type")  # keys by which the values of others are judged


class Located(NamedTuple):
    """A dataset, the content of its file without drafts, where in the file each part of that stands, and each draft."""

    dataset: Dataset
    content: Content
    locate: Locate
    draft_places: tuple[Place, ...] = ()


def load(source: str | Path) -> Dataset:
    """Return the dataset that ``source`` names: a bundled name, the path of a file whose suffix names its format, or a
    data set of a hub, ``hf:owner/name[:config]@split``.

    Raises DatasetError, with every problem of the file and of its evidence, and UsageError for a name that is unknown.

    >>> load("north-korea-russia").name
    'north-korea-russia'
    """
    parsed, path = _parsed(source)
    return _whole(parsed, path, keep=False).dataset


def of_content(content: Content, name: str) -> Dataset:
    """Return the dataset of content laid out as a questions file (curated or plain), named ``name`` in messages.

    Raises DatasetError with every problem.
    """
    return _whole(Parsed(content), name).dataset


def load_with_marks(source: str | Path) -> Located:
    """Load a dataset, and keep where in its file each part stands."""
    return _whole(*_parsed(source))


def _parsed(source: str | Path) -> tuple[Parsed, str]:
    """Return the content of a source and what it is called: its path, or the pinned spec of a hub's data set."""
    if is_hub(source):
        from qa_eval import importing  # noqa: PLC0415 - a file does without it

        content, pinned = importing.content_of(str(source))
        return Parsed(content), pinned
    path = resolve(source)
    return _read(path), str(path)


def _whole(parsed: Parsed, path: str, *, keep: bool = True) -> Located:
    """Check and build a dataset; unless told to ``keep`` it, the content goes as the questions come, to save memory."""
    findings = Findings(path, parsed.locate, list(parsed.problems))
    dataset = _dataset(parsed, findings, keep=keep)
    if dataset is None or findings.problems:
        raise DatasetError(list(dict.fromkeys(findings.problems)))
    return (
        _without_drafts(dataset, parsed) if dataset.drafts and keep else Located(dataset, parsed.content, parsed.locate)
    )


def _without_drafts(dataset: Dataset, parsed: Parsed) -> Located:
    """Return the content numbered as the dataset is, which knows drafts apart."""
    content = parsed.content if isinstance(parsed.content, dict) else {}
    rows = content.get("questions")
    rows = [] if isinstance(rows, str) or not isinstance(rows, Sequence) else rows
    drafts = [number for number, row in enumerate(rows) if isinstance(row, dict) and row.get("draft") is True]
    numbers = [number for number, row in enumerate(rows) if not (isinstance(row, dict) and row.get("draft") is True)]

    def locate(where: Where, *, key: bool = False) -> Place:
        if len(where) > 1 and isinstance(where[1], int):
            where = (where[0], numbers[where[1]], *where[2:])
        return parsed.locate(where, key=key)

    kept: Content = {**content, "questions": [rows[number] for number in numbers]}
    return Located(dataset, kept, locate, tuple(parsed.locate(("questions", number)) for number in drafts))


def _read(path: Path) -> Parsed:
    try:
        plugin = plugins.find("formats", suffix_of(path))
    except SpecError:
        raise unread(path) from None
    try:
        with plugin.blamed(f"cannot read {path}", "it reads what it can and tells the rest as problems", lets=OSError):
            format_: Format = plugin.load()()
            parsed = format_.read(path)
    except OSError as error:
        raise DatasetError(
            [Problem(str(path), 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}")]
        ) from error
    return parsed if plugin.origin == plugins.BUILT_IN else _sound(parsed, plugin, path)


def _sound(parsed: Parsed, plugin: Plugin, path: Path) -> Parsed:
    """Return what another package's reader made of a file. Raises PluginError, now or where it is used, for what breaks its contract."""
    wrong = breach(parsed)
    if wrong:
        hint = "`read(path)` of a format returns qa_eval.formats.Parsed({'questions': […]})"
        raise PluginError(f"{plugin} breaks its contract at {path}: it returned {wrong}", hint=hint)

    def locate(where: Where, *, key: bool = False) -> Place:
        with plugin.blamed(f"cannot say where a part of {path} stands"):
            return Place(*parsed.locate(where, key=key))

    return parsed._replace(locate=locate)


def _dataset(parsed: Parsed, findings: Findings, *, keep: bool) -> Dataset | None:
    """Build the dataset of what was read; of a file with problems, all of it that stands, to find further ones."""
    content = parsed.content
    if not isinstance(content, dict):
        if not parsed.problems:
            empty = content is None
            message = "the file is empty" if empty else "a questions file is a mapping with a list of questions"
            findings.add((), message, "`qa-eval new dataset NAME` writes one that works")
        return None
    if not findings.problems and (plain := plain_dataset(content, findings.path)):
        return plain
    from pydantic import ValidationError  # noqa: PLC0415 - 0.1 s, which only what is not plain needs

    from qa_eval.dataset.build import build  # noqa: PLC0415 - imports pydantic
    from qa_eval.dataset.messages import report_all  # noqa: PLC0415 - imports pydantic

    rows = content.get("questions")
    questions: Sequence[Content] = [] if isinstance(rows, str) or not isinstance(rows, Sequence) else rows
    if len(questions) > PART and not findings.problems and (made := _at_once(content, questions, findings)):
        return made
    numbers: Sequence[int] = range(len(questions))
    _check_ids(questions, findings)
    try:
        first = _check(content, questions, numbers)
    except ValidationError as error:
        wrong = report_all(error, content, findings)
        of_file = {key for where, meant in wrong.items() if len(where) == 1 for key in (*where, *meant)}
        if "questions" in of_file or not of_file.isdisjoint(DECIDING):
            return None
        content = {key: value for key, value in content.items() if key not in of_file}
        questions = list(questions)
        numbers = [number for number in numbers if _stands(content, questions, number, wrong)]
        if not numbers:
            return None
        first = _check(content, questions, numbers)
    return build(first, _forms(first, content, questions, numbers, keep=keep), findings)


def _stands(
    content: dict[str, Content], questions: list[Content], number: int, wrong: Mapping[Where, set[str]]
) -> bool:
    """Tell whether the values of a question can be judged, and leave out of it what is wrong with it: that is told already."""
    from pydantic import ValidationError  # noqa: PLC0415 - see above

    from qa_eval.dataset.schema import DatasetForm  # noqa: PLC0415 - imports pydantic

    keys, row = wrong.get(("questions", number)), questions[number]
    if keys is None:
        return True
    if not isinstance(row, dict) or not keys.isdisjoint(DECIDING):
        return False
    questions[number] = {"id": "?", **{key: value for key, value in row.items() if key not in keys}}
    try:
        DatasetForm.model_validate({**content, "questions": [questions[number]]})
    except ValidationError:
        return False
    return True


def _at_once(content: dict[str, Content], questions: Sequence[Content], findings: Findings) -> Dataset | None:
    """Build a large dataset part by part in one go; None when there is anything wrong with it."""
    from pydantic import ValidationError  # noqa: PLC0415 - see above

    from qa_eval.dataset.build import build  # noqa: PLC0415 - see above
    from qa_eval.dataset.schema import DatasetForm  # noqa: PLC0415 - see above

    known: set[str] = set()

    def forms() -> Iterator[DatasetForm]:
        for start in range(0, len(questions), PART):
            form = DatasetForm.model_validate({**content, "questions": list(questions[start : start + PART])})
            known.update(question.id for question in form.questions)
            yield form

    def numbered(first: DatasetForm) -> Iterator[tuple[QuestionForm, int]]:
        yield from zip(first.questions, count())
        for number, form in enumerate(parts, 1):
            yield from zip(form.questions, count(number * PART))

    tried = Findings(findings.path, findings.locate)
    parts = forms()
    try:
        first = next(parts)
        made = build(first, numbered(first), tried)
    except ValidationError:
        return None
    return None if tried.problems or len(known) < len(questions) else made


def _check(content: dict[str, Content], questions: Sequence[Content], numbers: Sequence[int]) -> DatasetForm:
    """Check the content with the questions of these numbers, and return the form with the first part of them.

    Raises ValidationError, with all that is wrong. The forms of a large file would need more memory than its questions.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - see above

    from qa_eval.dataset.schema import DatasetForm  # noqa: PLC0415 - imports pydantic

    if not numbers:
        return DatasetForm.model_validate(content)
    try:
        parts = [
            [questions[number] for number in numbers[start : start + PART]] for start in range(0, len(numbers), PART)
        ]
        forms = (DatasetForm.model_validate({**content, "questions": part}) for part in parts)
        first = next(forms)
        for _ in forms:
            pass
    except ValidationError:
        return DatasetForm.model_validate({**content, "questions": [questions[number] for number in numbers]})
    return first


def _forms(
    first: DatasetForm, content: dict[str, Content], questions: Sequence[Content], numbers: Sequence[int], *, keep: bool
) -> Iterator[tuple[QuestionForm, int]]:
    """Yield the form of each question, and its number; the rows go as the forms come, unless they are to be kept."""
    for start in range(0, len(numbers), PART):
        part = numbers[start : start + PART]
        form = first
        if start:
            form = type(first).model_validate({**content, "questions": [questions[number] for number in part]})
        if isinstance(questions, list) and not keep:
            for number in part:
                questions[number] = None
        yield from zip(form.questions, part, strict=True)


def _check_ids(questions: Sequence[Content], findings: Findings) -> None:
    first: dict[str, int] = {}
    for number, question in enumerate(questions):
        name = question.get("id") if isinstance(question, dict) else None
        if not isinstance(name, str):
            continue
        if name in first:
            line = findings.locate(("questions", first[name], "id")).line
            there = f"on line {line}" if line else f"question {first[name] + 1}"
            hint = f"the other one is {there}; every question has an id of its own"
            findings.add(("questions", number, "id"), f'the id "{name}" is used twice', hint)
        first.setdefault(name, number)
