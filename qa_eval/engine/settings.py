"""What a run is told: how to ask, and which questions."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from math import inf
from typing import TYPE_CHECKING

from qa_eval.dataset.drafts import left_out
from qa_eval.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from qa_eval.model import Dataset, JsonValue, Question

SOME = 20  # tags that a message names where they are many
NO_NUMBER = {"signature": False}  # a field that cannot change a number
MAY_DIFFER = {"resume": True}  # a field in which a resumed run may differ from its beginning


@dataclass(frozen=True, slots=True)
class Settings:
    """How to ask and which questions.

    ``concurrency`` questions are in flight at once. Each answer has ``timeout`` seconds and ``retries`` further attempts;
    each answerer gets ``rate`` calls a minute at most.

    ``only`` holds globs of ids, ``tags`` tags of which a question has at least one, ``limit`` the number of questions at
    most. ``seed`` shuffles the order in which they are asked, and so which ones ``limit`` leaves; results are always in
    the dataset's order. Each question is asked ``repeat`` times. ``executor`` is the spec of where all that happens.
    ``cache`` is the file of kept answers, "" for none. ``judge`` is the spec of the answerer that judges phrases, "" for none.
    ``gates`` and ``reports`` are what the command line judges and writes at the end: a run that is resumed still knows them.
    """

    concurrency: int = field(default=64, metadata=NO_NUMBER)
    timeout: float = field(default=60.0, metadata=MAY_DIFFER)
    retries: int = field(default=2, metadata=MAY_DIFFER)
    rate: float | None = field(default=None, metadata=NO_NUMBER)
    only: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    limit: int | None = None
    repeat: int = 1
    seed: int | None = None
    dry_run: bool = field(default=False, metadata=NO_NUMBER)
    executor: str = field(default="local", metadata=NO_NUMBER)
    cache: str = field(default="", metadata=NO_NUMBER)
    judge: str = field(default="", metadata=NO_NUMBER)  # a signature has it with its identity, when there is one
    gates: tuple[str, ...] = field(default=(), metadata=NO_NUMBER)
    reports: tuple[str, ...] = field(default=(), metadata=NO_NUMBER)

    def __post_init__(self) -> None:
        """Refuse what no run can be made with."""
        for name in ("concurrency", "limit", "repeat"):
            number = getattr(self, name)
            if number is not None and (not isinstance(number, int) or number < 1):
                raise UsageError(f"{name} is {number!r}", hint="it is a whole number from 1")
        if not isinstance(self.retries, int) or self.retries < 0:
            raise UsageError(f"retries is {self.retries!r}", hint="it is a whole number from 0")
        for name in ("timeout", "rate"):
            number = getattr(self, name)
            if number is not None and not 0 < number < inf:
                raise UsageError(f"{name} is {number!r}", hint="it is a number above 0")

    def to_json(self) -> dict[str, JsonValue]:
        """Return the settings as a JSON object."""
        values = {part.name: getattr(self, part.name) for part in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    @classmethod
    def from_json(cls, row: Mapping[str, JsonValue]) -> Settings:
        """Return the settings that ``to_json`` wrote."""
        known = {part.name for part in fields(cls)}
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        return cls(**{name: value for name, value in values.items() if name in known})  # type: ignore[arg-type]  # JSON's own types


def select(dataset: Dataset, settings: Settings) -> Sequence[Question]:
    """Return the questions to ask, in the order in which to ask them: the dataset's own where they are all of them.

    Raises UsageError, with the nearest id or tag, when a glob or a tag fits no question, and when all of them are drafts.
    """
    if dataset.drafts and not dataset.questions:
        raise UsageError(left_out(dataset), hint="finish a question, then remove its `draft: true`")
    if not settings.only and not settings.tags and settings.seed is None:
        limit = len(dataset.questions) if settings.limit is None else settings.limit
        return dataset.questions if limit >= len(dataset.questions) else dataset.questions[:limit]
    chosen = [
        question
        for question in dataset.questions
        if (not settings.only or any(_fits(question.id, glob) for glob in settings.only))
        and (not settings.tags or not set(settings.tags).isdisjoint(question.tags))
    ]
    for glob in settings.only:
        if not any(_fits(question.id, glob) for question in dataset.questions):
            begun = sum(question.id.startswith(glob) for question in dataset.questions)
            hint = (
                f"write '{glob}*' for the {begun} whose ids begin so"
                if begun > 1
                else did_you_mean(glob, _ids(dataset))
            )
            raise UsageError(f"no question has the id {glob!r}", hint=hint)
    for tag in settings.tags:
        known = {tag for question in dataset.questions for tag in question.tags}
        if tag not in known:
            raise UsageError(f"no question has the tag {tag!r}", hint=did_you_mean(tag, known) or _some(known))
    if not chosen:
        raise UsageError("no question has both the ids and the tags asked for", hint="widen --only or --tag")
    if settings.seed is not None:
        random.Random(settings.seed).shuffle(chosen)  # noqa: S311 - an order that can be repeated, no secret
    return tuple(chosen[: settings.limit])


def _fits(name: str, glob: str) -> bool:
    """Tell whether an id fits a glob, or is the very text: an id may hold what a glob gives a meaning."""
    return name == glob or fnmatchcase(name, glob)


def holding(datasets: Sequence[Dataset], settings: Settings) -> Sequence[Dataset]:
    """Return the datasets that hold questions to ask; all of them where none does, so that asking one says what is wrong."""
    kept = []
    for dataset in datasets if settings.only or settings.tags else ():
        with suppress(UsageError):
            select(dataset, settings)
            kept.append(dataset)
    return kept or datasets


def _some(tags: Collection[str]) -> str:
    """Return a hint that names some of many tags, or says that there are none."""
    if not tags:
        return "no question has a tag"
    return f"there are {len(tags)}: {', '.join(sorted(tags)[:SOME])}, …"


def _ids(dataset: Dataset) -> list[str]:
    return [question.id for question in dataset.questions]
