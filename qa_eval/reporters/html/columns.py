"""The columns of the page's index, a field of the rows each, written as JSON window by window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Verdict
from qa_eval.reporters.html.blocks import json_of
from qa_eval.reporters.html.near import near_miss
from qa_eval.reporters.html.rows import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.model import Document, JsonValue, Question, Result
    from qa_eval.reporters.html.rows import Window

SHORT = 160  # characters of a text in the list; the whole stands in its detail block
WORKED = 0.001  # seconds from which the time of an answer says anything of who gave it
CODES = {Verdict.CORRECT: "c", Verdict.INCORRECT: "i", Verdict.ABSTAINED: "a", Verdict.FAILED: "f"}

_Fields: TypeAlias = "tuple[str, int, str | None, float | None, str, float | None, float | None, str]"
_NO_CELL: _Fields = (NONE, -1, "", None, "0", None, None, NONE)


def short(text: str) -> str:
    """Cut a text to what the list shows; what follows is marked by an ellipsis."""
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


class Names:
    """Numbers names in the order in which they come."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, name: str) -> int:
        """Return a name's number."""
        return self._places.setdefault(name, len(self._places))

    @property
    def names(self) -> list[JsonValue]:
        """The names by their numbers."""
        return list(self._places)


class _Columns:
    """Some columns side by side."""

    def __init__(self, names: Sequence[str]) -> None:
        self._written: dict[str, list[str]] = {name: [] for name in names}

    def add(self, columns: Iterable[Sequence[JsonValue]]) -> None:
        """Take the next values of every column."""
        for written, values in zip(self._written.values(), columns, strict=True):
            written.append(json_of([*values])[1:-1])

    def pieces(self, name: str) -> Iterator[str]:
        """Yield a column as a member of an object."""
        for number, part in enumerate(self._written[name] or [""]):
            yield f",{part}" if number else f'"{name}":[{part}'
        yield "]"


class Asked:
    """What the list shows of the questions."""

    NAMES = ("id", "text", "expected", "type", "difficulty", "tags", "document")

    def __init__(self, documents: Iterable[Document]) -> None:
        self._columns = _Columns(self.NAMES)
        self._types, self._difficulties, self._tags = Names(), Names(), Names()
        self._documents = {document.id: place for place, document in enumerate(documents)}

    def add(self, questions: Iterable[Question]) -> None:
        """Take the questions of a window."""
        type_of, level, tag = self._types.place, self._difficulties.place, self._tags.place
        fields: list[tuple[JsonValue, ...]] = [
            (
                question.id,
                short(question.text),
                short(question.expected),
                type_of(question.answer.type),
                level(question.difficulty),
                [tag(name) for name in question.tags],
                self._documents.get(question.document_id, -1),
            )
            for question in questions
        ]
        self._columns.add(zip(*fields, strict=True))

    def pieces(self) -> Iterator[str]:
        """Yield the JSON object of the columns."""
        for number, name in enumerate(self.NAMES):
            yield "," if number else "{"
            yield from self._columns.pieces(name)
        for name, kept in (("types", self._types), ("difficulties", self._difficulties), ("tagNames", self._tags)):
            yield f',"{name}":{json_of(kept.names)}'
        yield "}"


class Answered:
    """What the list shows of the answers in one column of the report; ``reasons`` are numbered together with other columns'."""

    NAMES = ("reason", "got", "ms", "confidence", "cost", "wasMs")

    def __init__(self, reasons: Names) -> None:
        self._reasons = reasons
        self._columns = _Columns(self.NAMES)
        self._codes: dict[str, list[str]] = {"verdict": [], "near": [], "other": [], "was": []}
        self._told: set[str] = set()  # columns that say anything

    def add(self, window: Window, column: int) -> None:
        """Take the answers of a window. The beginning of one that is what is expected is left out."""
        fields = [
            _NO_CELL if cell is None else _fields(cell, question, self._reasons)
            for question, cell in zip(window.questions, window.cells[column], strict=True)
        ]
        verdicts, reasons, got, ms, near, confidence, cost, other = zip(*fields, strict=True)
        before = window.others[column]
        was_ms = [
            time_before(now, then) for now, then in zip(window.cells[column], before, strict=False)
        ]  # without another run it is empty
        self._columns.add((reasons, got, ms, confidence, cost, was_ms))
        was = [NONE if cell is None else CODES[cell.score.verdict] for cell in before]
        for name, codes in zip(self._codes, (verdicts, near, other, was), strict=True):
            self._codes[name].append("".join(codes))
        for name, values in (("confidence", confidence), ("cost", cost)):
            if any(value is not None for value in values):
                self._told.add(name)
        if any(code != NONE for code in other):
            self._told.add("other")

    def pieces(self, changes: str) -> Iterator[str]:
        """Yield the JSON object of the columns; ``changes`` are the codes of what changed, "" without another run."""
        for name in ("reason", "got", "ms"):
            yield "," if name != "reason" else "{"
            yield from self._columns.pieces(name)
        for name in ("confidence", "cost"):
            yield ","
            yield from self._columns.pieces(name) if name in self._told else (f'"{name}":null',)
        codes = {name: "".join(parts) for name, parts in self._codes.items()}
        shown = ["verdict", "near", *(["other"] if "other" in self._told else []), *(["was"] if changes else [])]
        for name in shown:
            yield f',"{name}":{json_of(codes[name])}'
        if changes:
            yield f',"changes":{json_of(changes)},'
            yield from self._columns.pieces("wasMs")
        yield "}"


def _fields(cell: Result, question: Question, reasons: Names) -> _Fields:
    """Return what the list shows of an answer: verdict, reason, text, milliseconds, near, confidence, cost, other verdict."""
    score, prediction = cell.score, cell.prediction
    got = _got(cell)
    return (
        CODES[score.verdict],
        reasons.place(score.reason),
        None if got == short(question.expected) else got,
        _ms(cell),
        "1" if near_miss(cell) else "0",
        prediction.confidence,
        _number(prediction.details, "cost"),
        NONE if score.other is None else CODES[score.other.verdict],
    )


def _ms(result: Result) -> float:
    """Milliseconds, in tenths, and below one more exactly: an answer that was kept already takes some microseconds."""
    ms = 1000 * result.prediction.seconds
    return round(ms, 1 if ms >= 1 else 4)


def time_before(now: Result | None, then: Result | None) -> float | None:
    """Return the time of an answer to compare with; there is none where either was looked up rather than worked out."""
    if then is None or min(one.prediction.seconds for one in (now, then) if one) < WORKED:
        return None
    return _ms(then)


def _got(result: Result) -> str:
    failure = result.prediction.failure
    return short(result.prediction.text or "" if failure is None else f"{failure.kind}: {failure.message}")


def _number(details: Mapping[str, JsonValue], name: str) -> float | None:
    value = details.get(name)
    finite = isinstance(value, int | float) and not isinstance(value, bool) and value - value == 0
    return float(value) if finite and isinstance(value, int | float) else None
