"""One review: a verdict that a reader overturned, with the reason, or confirmed, and by whom."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from qa_eval.model import Verdict
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qa_eval.model import JsonValue

Answer: TypeAlias = "tuple[str, str, int]"
_Said = TypeVar("_Said")

DIGITS = 16  # of a question's digest that count; files of earlier versions hold more
SCHEMA = 1  # 1: first published form of a line of reviews.jsonl
_TEXTS = ("run", "id", "question_digest", "answerer", "was", "verdict", "note", "reviewer", "time")


@value
class Review:
    """A line of reviews.jsonl. ``run`` and ``question_digest`` say of which run and question; ``repeat`` counts from 0.

    ``applied`` says when it was taken over and from which file: {"time", "file", "sha256", "qa_eval"}; empty before that.
    """

    run: str
    id: str
    question_digest: str
    answerer: str
    repeat: int
    was: Verdict
    verdict: Verdict
    note: str
    reviewer: str
    time: str
    applied: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def answer(self) -> Answer:
        """Which answer it is about: question id, answerer, repeat."""
        return self.id, self.answerer, self.repeat

    @property
    def overturns(self) -> bool:
        """Whether the verdict is another one than was scored; otherwise it is confirmed."""
        return self.verdict is not self.was

    def is_about(self, digest: str) -> bool:
        """Tell whether a question of this digest is the one that was reviewed."""
        return self.question_digest[:DIGITS] == digest[:DIGITS]

    def to_json(self) -> dict[str, JsonValue]:
        """Return the line as an object."""
        row: dict[str, JsonValue] = {"schema": SCHEMA, "run": self.run, "id": self.id}
        row |= {"question_digest": self.question_digest, "answerer": self.answerer, "repeat": self.repeat}
        row |= {"was": str(self.was), "verdict": str(self.verdict), "note": self.note, "reviewer": self.reviewer}
        return row | {"time": self.time} | ({"applied": dict(self.applied)} if self.applied else {})


_UNKNOWN = datetime.min.replace(tzinfo=UTC)


def newest(reviews: Iterable[tuple[Answer, str, _Said]]) -> dict[Answer, _Said]:
    """Return what the newest review of each answer says: each comes with its answer and its time, ISO 8601.

    Of reviews of one time, or of times that cannot be read, the last one counts.

    >>> newest([(("q", "me", 0), "2026-11-26", "right"), (("q", "me", 0), "2020-11-26", "wrong")])
    {('q', 'me', 0): 'right'}
    """
    found: dict[Answer, tuple[datetime, _Said]] = {}
    for answer, time, said in reviews:
        moment = _moment(time)
        if answer not in found or moment >= found[answer][0]:
            found.pop(answer, None)
            found[answer] = moment, said
    return {answer: said for answer, (_, said) in found.items()}


def _moment(time: str) -> datetime:
    with suppress(ValueError):
        read = datetime.fromisoformat(time)
        return read if read.tzinfo else read.replace(tzinfo=UTC)
    return _UNKNOWN


def of_json(row: Mapping[str, JsonValue]) -> Review:
    """Return the review that an object of ``faults`` none holds."""
    applied = row.get("applied")
    texts = {name: str(row[name]) for name in _TEXTS}
    return Review(
        **{name: text for name, text in texts.items() if name not in {"was", "verdict"}},
        repeat=int(str(row["repeat"])),
        was=Verdict(texts["was"]),
        verdict=Verdict(texts["verdict"]),
        applied=applied if isinstance(applied, dict) else {},
    )


def faults(row: object) -> Iterator[tuple[str, str]]:
    """Yield what keeps a value from being a review, each with what to do about it."""
    if not isinstance(row, dict):
        yield "is no JSON object", "export the reviews from the report again"
        return
    if row.get("schema") != SCHEMA:
        yield f"has schema {row.get('schema')!r}, this version reads {SCHEMA}", ""
        return
    missing = [name for name in (*_TEXTS, "repeat") if name not in row]
    if missing:
        yield f"lacks {', '.join(missing)}", "export the reviews from the report again"
        return
    wrong = [name for name in _TEXTS if not isinstance(row[name], str)]
    if wrong:
        yield f"{', '.join(wrong)} should be text", ""
        return
    yield from _wrong_values(row)


def _wrong_values(row: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    repeat = row["repeat"]
    if not isinstance(repeat, int) or isinstance(repeat, bool) or repeat < 0:
        yield '"repeat" should be a whole number from 0', ""
    for name in ("was", "verdict"):
        if row[name] not in [str(verdict) for verdict in Verdict]:
            yield f'"{name}" is {row[name]!r}', f"verdicts are {', '.join(Verdict)}"
    if not str(row["reviewer"]).strip():
        yield '"reviewer" is empty: a review says who', ""
    if _moment(str(row["time"])) == _UNKNOWN:
        yield f'"time" is {row["time"]!r}', "write it as in 2026-11-25T10:00:00Z: the newest review of an answer counts"
