"""What is checked, and what the rules say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from qa_eval.dataset import Located
from qa_eval.dataset.textfiles import printable
from qa_eval.errors import Problem
from qa_eval.formats import Place
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content, Locate, Where
    from qa_eval.model import Dataset, Question, Scorer


@value
class Remark:
    """What a rule found: at a part of the dataset's file, or at a line and column of its document (``spot``)."""

    where: Where
    message: str
    hint: str = ""
    severity: str = "error"
    spot: Place | None = None


class Rule(Protocol):
    """A function that yields a remark for each thing that is wrong."""

    __name__: str

    def __call__(self, subject: Subject, /) -> Iterator[Remark]:
        """Yield what is wrong."""
        ...


@value
class Subject:
    """A dataset, the content of its file and where that stands (None for a dataset that was not loaded), and a scorer."""

    dataset: Dataset
    scorer: Scorer
    content: Content = None
    locate: Locate | None = None
    draft_places: tuple[Place, ...] = ()

    @classmethod
    def of(cls, dataset: Located | Dataset, scorer: Scorer) -> Subject:
        """Return the subject for a dataset with or without its marks."""
        if isinstance(dataset, Located):
            return cls(dataset.dataset, scorer, dataset.content, dataset.locate, dataset.draft_places)
        return cls(dataset, scorer)

    @property
    def questions(self) -> Iterator[tuple[Where, Question]]:
        """Each question with its place in the file."""
        for number, question in enumerate(self.dataset.questions):
            yield ("questions", number), question

    @property
    def is_curated(self) -> bool:
        """Whether the dataset is made by hand: its questions have evidence or examples."""
        return any(question.evidence or question.accept or question.reject for question in self.dataset.questions)

    def part(self, where: Where) -> Content:
        """Return a part of the file's content, None when it has no such part."""
        content = self.content
        for step in where:
            if isinstance(content, dict) and isinstance(step, str):
                content = content.get(step)
            elif isinstance(content, list) and isinstance(step, int) and step < len(content):
                content = content[step]
            else:
                return None
        return content

    def accepted_place(self, where: Where, number: int) -> Where:
        """Return where the accepted text ``number`` of a question stands: its answer is the first, then its aliases."""
        question = self.part(where)
        if not isinstance(question, dict):
            return where
        aliases = question.get("answers", question.get("accepted"))
        if number == 0 and "answer" in question:
            return (*where, "answer")
        key = "answers" if "answers" in question else "accepted"
        text = self.dataset.questions[int(where[1])].accepted[number]
        return (*where, key, aliases.index(text)) if isinstance(aliases, list) and text in aliases else (*where, key)

    def problem(self, remark: Remark, rule: str) -> Problem:
        """Return the problem that a remark makes; the question's id stands first, the rule's name last."""
        path, place = self.dataset.path or self.dataset.name, Place()
        if remark.spot is not None:
            path, place = self._document_path(path), remark.spot
        elif remark.where[:1] == ("drafts",):
            place = self.draft_places[int(remark.where[1])] if self.draft_places else place
        elif self.locate is not None:
            place = self.locate(remark.where)
        message = f"{self._owner(remark.where)}{remark.message} [{rule}]"
        text = printable(message), printable(remark.hint)
        return Problem(path, place.line, place.column, *text, place.source, remark.severity)

    def _owner(self, where: Where) -> str:
        if len(where) > 1 and isinstance(where[1], int):
            owners = self.dataset.drafts if where[0] == "drafts" else self.dataset.questions
            return f"{owners[where[1]].id}: "
        return ""

    def _document_path(self, path: str) -> str:
        from pathlib import Path  # noqa: PLC0415 - few checks need it

        relative = self.part(("document", "path"))
        return str(Path(path).parent / relative) if isinstance(relative, str) else path


def warning(where: Where, message: str, hint: str = "") -> Remark:
    """Return a remark that does not make a dataset wrong."""
    return Remark(where, message, hint, "warning")


def at(remark: Remark, spot: Place) -> Remark:
    """Return a remark at a place of the document."""
    return replace(remark, spot=spot)


def quoted(text: str, longest: int = 100) -> str:
    """Return a text in quotes, cut when it is long."""
    shown = " ".join(text.split())
    return f'"{shown}"' if len(shown) <= longest else f'"{shown[:longest]}…"'
