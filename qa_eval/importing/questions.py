"""An origin's records through their shape: plain questions, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.dataset.sources import is_hub
from qa_eval.errors import DatasetError, Problem, UsageError
from qa_eval.importing import hub
from qa_eval.importing.mapping import read_mapping
from qa_eval.importing.origins import Origin, of_file, wrapped
from qa_eval.reading.languages import known as known_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.shapes import PlainQuestion, Shape


@dataclass(slots=True)
class Imported:
    """Questions on their way in; ``questions`` is read once, and the counts are right when it has been.

    ``skipped`` counts questions whose answers are not published.
    """

    origin: Origin
    shape: str = ""
    language: str = ""
    count: int = 0
    skipped: int = 0
    unanswerable: int = 0
    questions: Iterator[PlainQuestion] = field(default_factory=lambda: iter(()))


def imported(
    source: str | Path, *, shape: str = "", mapping: str = "", limit: int | None = None, language: str = ""
) -> Imported:
    """Return the questions of a file or of a hub's data set (``hf:owner/name[:config]@split``).

    ``shape`` names the published shape, by default the one that the first record has; ``mapping`` a YAML file in its place;
    ``language`` is the code of that which is asked and answered in, where a question does not say. Raises UsageError when no shape fits, DatasetError for what cannot be read or a question that is broken.
    """
    asked = hub.read_spec(str(source)) if is_hub(source) else None
    origin = hub.origin(asked) if asked else of_file(Path(source))
    language = language or (asked.language if asked else "")
    if language and language not in known_languages():
        raise UsageError(f"no language {language!r} is read", hint=f"known are {', '.join(known_languages())}")
    made = Imported(origin, language=language)
    mapping = mapping or (asked.mapping if asked else "")
    shape = shape or (asked.shape if asked else "")
    known: Shape | None = read_mapping(mapping) if mapping else plugins.make("shapes", shape) if shape else None
    made.shape = mapping or shape
    limit = limit if limit is not None else asked.limit if asked else None
    made.questions = islice(_questions(made, known), limit)
    return made


def content_of(spec: str) -> tuple[Content, str]:
    """Return a hub's data set in the layout of a questions file, and its pinned spec. Raises as ``imported`` does."""
    made = imported(spec)
    rows: list[Content] = [*made.questions]
    if not rows:
        raise UsageError(f"{made.origin.pinned} gives no question with an answer", hint="choose another split")
    return {"name": made.origin.name, "version": made.origin.version, "questions": rows}, made.origin.pinned


def published(content: Content) -> str:
    """Return the shape that the content of a file has which is published so, "" where it has none, or may have several."""
    record = next(iter(wrapped(content)), None)
    if not isinstance(record, dict):
        return ""
    fitting = [name for name, plugin in plugins.plugins("shapes").items() if plugin.load()().fits(record)]
    return fitting[0] if len(fitting) == 1 else ""


def _questions(made: Imported, known: Shape | None) -> Iterator[PlainQuestion]:
    seen: set[str] = set()
    number = 0
    for number, record in enumerate(made.origin.records, 1):
        if not isinstance(record, dict):
            raise _broken(made, number, "a record should be a mapping of keys to values")
        if known is None:
            known, made.shape = _recognised(made, record)
        if not known.fits(record):
            raise _broken(made, number, f"the record is not of the shape {made.shape}")
        for question in known.questions(record, number):
            if "answers" not in question:
                made.skipped += 1
                continue
            _check(made, number, question, seen)
            made.count += 1
            made.unanswerable += not question["answers"]
            yield {**question, "language": question.get("language") or made.language} if made.language else question
    if not number and made.origin.file:
        raise DatasetError([Problem(made.origin.file, 0, 0, "the file is empty")])


def _recognised(made: Imported, record: dict[str, Content]) -> tuple[Shape, str]:
    shapes: dict[str, Shape] = {name: plugin.load()() for name, plugin in plugins.plugins("shapes").items()}
    fitting = [name for name, shape in shapes.items() if shape.fits(record)]
    if len(fitting) == 1:
        return shapes[fitting[0]], fitting[0]
    keys = ", ".join(list(record)[:12])
    if fitting:
        raise UsageError(f"{made.origin.name} may be {' or '.join(fitting)}", hint="say which with --shape")
    raise UsageError(
        f"{made.origin.name} has no shape that is known; its keys are {keys}",
        hint="say with --mapping FILE.yaml which of them hold the question and the answers",
    )


def _check(made: Imported, number: int, question: PlainQuestion, seen: set[str]) -> None:
    name = str(question["id"])
    if not str(question.get("question") or "").strip():
        raise _broken(made, number, f'question "{name}" has no text')
    if name in seen:
        raise _broken(made, number, f'the id "{name}" is used twice')
    seen.add(name)


def _broken(made: Imported, number: int, message: str) -> DatasetError:
    return DatasetError([Problem(made.origin.called, 0, 0, f"record {number}: {message}")])
