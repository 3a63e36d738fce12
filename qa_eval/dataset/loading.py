"""From a spec to a dataset, by way of the format that reads it; all problems at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.dataset.report import Report
from qa_eval.dataset.sources import resolve, suffix_of
from qa_eval.errors import DatasetError, Problem, SpecError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from qa_eval.formats import Content, Format, Locate, Parsed
    from qa_eval.model import Dataset


@dataclass(frozen=True, slots=True)
class Located:
    """A dataset, the content of its file, and where in the file each part of that stands."""

    dataset: Dataset
    content: Content
    locate: Locate


def load(source: str | Path) -> Dataset:
    """Return the dataset that ``source`` names: a bundled name, or the path of a file whose suffix names its format.

    Raises DatasetError, with every problem of the file and of its evidence, and UsageError for a name that is unknown.

    >>> load("north-korea-russia").name
    'north-korea-russia'
    """
    return load_with_marks(source).dataset


def load_with_marks(source: str | Path) -> Located:
    """Load a dataset, and keep where in its file each part stands."""
    path = resolve(source)
    parsed = _read(path)
    report = Report(str(path), parsed.locate, list(parsed.problems))
    dataset = _dataset(parsed, report)
    if dataset is None or report.problems:
        raise DatasetError(report.problems)
    return Located(dataset, parsed.content, parsed.locate)


def _read(path: Path) -> Parsed:
    try:
        plugin = plugins.find("formats", suffix_of(path))
    except SpecError:
        known = ", ".join(f".{name}" for name in plugins.plugins("formats"))
        raise UsageError(f"{path}: no format reads this kind of file", hint=f"known are {known}") from None
    format_: Format = plugin.load()()
    try:
        return format_.read(path)
    except OSError as error:
        raise DatasetError([Problem(str(path), 0, 0, f"cannot be read: {error.strerror or error}")]) from error


def _dataset(parsed: Parsed, report: Report) -> Dataset | None:
    if parsed.problems and not isinstance(parsed.content, dict):
        return None
    if not isinstance(parsed.content, dict):
        empty = parsed.content is None
        message = "the file is empty" if empty else "a questions file is a mapping with the key questions"
        report.add((), message, "`qa-eval new dataset` writes one that works")
        return None
    from pydantic import ValidationError  # noqa: PLC0415 - 0.1 s, which only loading needs

    from qa_eval.dataset.build import build  # noqa: PLC0415 - imports pydantic
    from qa_eval.dataset.messages import report_all  # noqa: PLC0415 - imports pydantic
    from qa_eval.dataset.schema import DatasetForm  # noqa: PLC0415 - imports pydantic

    try:
        form = DatasetForm.model_validate(parsed.content)
    except ValidationError as error:
        report_all(error, parsed.content, report)
        return None
    return build(form, report)
