"""A great many questions in little memory: compressed in blocks, and made again when they are looked at."""

from __future__ import annotations

import json
import marshal
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from qa_eval import snapshot
from qa_eval.dataset.digest import question_digest
from qa_eval.model import (
    Answer,
    DateAnswer,
    EntityAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Unanswerable,
    YesNoAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.model import JsonValue

MANY = 20_000  # questions; fewer are kept as they are
BLOCK = 512  # questions
OPEN = 8  # blocks that are kept as they are
DIGEST = 8  # bytes of a question's digest that are looked at
LEVEL = 1  # of compression: a fifth of the room, in next to no time

_PLAIN: tuple[type[Answer], ...] = (QuantityAnswer, DateAnswer, EntityAnswer, PhraseAnswer, YesNoAnswer, Unanswerable)
_more_of = attrgetter("evidence", "paraphrases", "accept", "reject", "derivation", "note", "language")
_NUMBERS = {kind: number for number, kind in enumerate(_PLAIN)}


class Packed(Sequence[Question]):
    """Questions in their order. ``places`` gives the place of each by its id; equal to any sequence of the same ones.

    ``plain``: none says more than its texts, tags and difficulty. ``digests`` holds the first DIGEST bytes of the digest of each,
    nothing where they are not known.
    """

    def __init__(
        self, blocks: list[bytes], places: dict[str, int], *, plain: bool = False, digests: bytes = b""
    ) -> None:
        self.places = places
        self.plain = plain
        self.digests = digests
        self._blocks = blocks
        self._open = lru_cache(OPEN)(self._unpack)

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Question: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Question, ...]: ...
    def __getitem__(self, index: int | slice) -> Question | tuple[Question, ...]:
        """Return the question, or the questions, at ``index``."""
        if isinstance(index, slice):
            wanted = range(*index.indices(len(self)))
            if wanted.step != 1:
                return tuple(self[place] for place in wanted)
            blocks = range(wanted.start // BLOCK, -(-wanted.stop // BLOCK)) if wanted else range(0)
            found = [*chain.from_iterable(map(self._open, blocks))]
            before = wanted.start % BLOCK
            return tuple(found[before : before + len(wanted)])
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        return self._open(place // BLOCK)[place % BLOCK]

    def __iter__(self) -> Iterator[Question]:
        for number in range(len(self._blocks)):
            yield from self._unpack(number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # equal to tuples, so it has no hash of its own

    def __reduce__(self) -> tuple[object, ...]:
        return _packed, (self._blocks, self.places, self.plain, self.digests)

    def __repr__(self) -> str:
        return f"Packed({len(self)} questions)"

    def lines(self) -> Iterator[str]:
        """Yield each question as its line in a run's copy of the dataset."""
        for number in range(len(self._blocks)):
            yield from map(_line, self._rows(number))

    def _unpack(self, number: int) -> list[Question]:
        return [_question(row) for row in self._rows(number)]

    def _rows(self, number: int) -> list[list[object] | dict[str, JsonValue]]:
        rows: list[list[object] | dict[str, JsonValue]]
        rows = marshal.loads(zlib.decompress(self._blocks[number]))  # noqa: S302 - this process, or the one that it works for, wrote them
        return rows


class Packer:
    """Takes questions one by one, each with an id of its own."""

    def __init__(self) -> None:
        self._last: list[Question] = []
        self._blocks: list[bytes] = []
        self._places: dict[str, int] = {}
        self._plain = True

    def add(self, question: Question) -> None:
        """Take the next question."""
        self._last.append(question)
        if len(self._last) == (BLOCK if self._blocks else MANY + 1):
            self._pack()

    def questions(self, digests: bytes = b"") -> Sequence[Question]:
        """Return all of them; to be called once, at the end, with the ``digests`` if they are known."""
        if not self._blocks:
            return tuple(self._last)
        self._pack(everything=True)
        return _packed(self._blocks, self._places, self._plain, digests)

    def _pack(self, *, everything: bool = False) -> None:
        whole = len(self._last) if everything else len(self._last) // BLOCK * BLOCK
        for start in range(0, whole, BLOCK):
            part = self._last[start : min(start + BLOCK, whole)]
            for question in part:
                self._places[question.id] = len(self._places)
            rows = [_row(question) for question in part]
            self._plain = self._plain and all(type(row) is list for row in rows)
            self._blocks.append(zlib.compress(_written(rows), LEVEL))
        del self._last[:whole]


def _packed(blocks: list[bytes], places: dict[str, int], plain: bool, digests: bytes) -> Packed:
    return Packed(blocks, places, plain=plain, digests=digests)


def packed(questions: Iterable[Question]) -> Sequence[Question]:
    """Return the questions, packed if they are many."""
    packer = Packer()
    for question in questions:
        packer.add(question)
    return packer.questions()


class ById(Mapping[str, Question]):
    """Packed questions by their ids."""

    def __init__(self, questions: Packed) -> None:
        self._questions = questions

    def __getitem__(self, name: str) -> Question:
        return self._questions[self._questions.places[name]]

    def __contains__(self, name: object) -> bool:
        return name in self._questions.places

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions.places)

    def __len__(self) -> int:
        return len(self._questions)


def by_id(questions: Sequence[Question]) -> Mapping[str, Question]:
    """Return questions by their ids."""
    return ById(questions) if isinstance(questions, Packed) else {question.id: question for question in questions}


def digests(questions: Sequence[Question], start: int, stop: int) -> str:
    """Return the first digits of the digests of the questions from place ``start`` up to ``stop``, in hex, one after another."""
    if isinstance(questions, Packed) and questions.digests:
        return questions.digests[DIGEST * start : DIGEST * stop].hex()
    return "".join([question_digest(question)[: 2 * DIGEST] for question in questions[start:stop]])


def places(questions: Sequence[Question]) -> Mapping[str, int]:
    """Return the place of each question by its id."""
    return (
        questions.places
        if isinstance(questions, Packed)
        else {question.id: place for place, question in enumerate(questions)}
    )


def _written(rows: list[list[object] | dict[str, JsonValue]]) -> bytes:
    try:
        return marshal.dumps(rows)
    except ValueError:  # a text of a type of its own, such as a name out of an enumeration
        return marshal.dumps(json.loads(json.dumps(rows)))


def _row(question: Question) -> list[object] | dict[str, JsonValue]:
    """Return a question as plain values: a short list where it says little, as nearly all of many do, else as JSON."""
    answer = question.answer
    number = _NUMBERS.get(type(answer))
    if number is not None:
        value = answer.yes if isinstance(answer, YesNoAnswer) else answer.text
        row: list[object] = [
            question.id, question.text, number, value, question.document_id, question.accepted, question.tags,
            question.difficulty,
        ]  # fmt: skip
        if not any(_more_of(question)) and answer == _plain_answer(number, value):
            return row
    return snapshot.row(question)


def _question(row: list[object] | dict[str, JsonValue]) -> Question:
    return _plain_question(row) if isinstance(row, list) else snapshot.question(row)


def _plain_question(row: list[object]) -> Question:
    name, text, number, value, document, accepted, tags, difficulty = row
    answer = _plain_answer(number, value)  # type: ignore[arg-type]  # as _row wrote it, here and below
    return Question(name, text, answer, tuple(accepted), document, (), tuple(tags), difficulty)  # type: ignore[arg-type]


def _line(row: list[object] | dict[str, JsonValue]) -> str:
    if isinstance(row, list):
        name, text, number, value, document, accepted, tags, difficulty = row
        kind = snapshot.ALONE.get(_PLAIN[number])  # type: ignore[call-overload]  # as _row wrote it, here and below
        if kind is not None and not tags and not difficulty:
            return snapshot.texts_alone(kind, name, text, value, tuple(accepted), document) + "\n"  # type: ignore[arg-type]
    return snapshot.line(_question(row))


def _plain_answer(number: int, value: str | bool) -> Answer:
    kind = _PLAIN[number]
    return kind() if kind is Unanswerable else kind(value)  # type: ignore[call-arg,arg-type]  # as _PLAIN says
