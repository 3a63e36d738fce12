"""What the page shows of one question when it is opened, in blocks of rows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import QuantityAnswer, Reason, Verdict
from qa_eval.reading.text import normalised, strip_frame
from qa_eval.reporters.html.blocks import json_of
from qa_eval.reporters.html.columns import SHORT
from qa_eval.reporters.html.near import near_miss
from qa_eval.reporters.html.number_line import number_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa_eval.model import Document, JsonValue, Opinion, Question, Result, Score
    from qa_eval.reporters.html.rows import Rows, Window

CONTEXT = 120  # characters of the document on either side of a quote
LOCATED = (3, 300)  # characters of an answer that is looked for in its document
_BARE = re.compile("[0-9][0-9a-z,.]*(?: [0-9a-z,.]+)*(?<=[0-9a-z])")  # normalised already
PLACES = 5  # of an answer in its document
# what a row, and an answer, says where it says nothing
PLAIN: dict[str, JsonValue] = {
    **dict.fromkeys(("tolerance", "derivation", "note"), ""),
    **{name: [] for name in ("accepted", "paraphrases", "evidence")},
}
SILENT: dict[str, JsonValue] = {
    "attempts": 1,
    **dict.fromkeys(("tokens", "failure", "details", "line", "other")),
    **{name: [] for name in ("steps", "places", "cited")},
    "message": "",
    "near": "",
}
IN_SMALL_LETTERS: list[JsonValue] = [["written plainly"]]


class Kinds:
    """What many answers of a block say alike, numbered as it comes; an answer names its number, and says the rest itself."""

    def __init__(self) -> None:
        self._places: dict[tuple[object, ...], int] = {}
        self.written: list[str] = []

    def place(self, score: Score, *, small: bool) -> int:
        """Return the number of what goes with a score; ``small``: written in small letters, the answer is normalised."""
        exact = score.reason == Reason.EXACT
        told = (score.message, score.other) if exact else None
        key = score.value, score.exact_match, score.f1, told, small
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._places)
            kind = {**SILENT, "value": score.value, "exact": score.exact_match, "f1": score.f1}
            if exact:
                kind |= {"message": score.message, "other": _opinion(score.other)}
            self.written.append(json_of(kind | ({"steps": IN_SMALL_LETTERS} if small else {})))
        return place


class Block:
    """The details of a window's rows, which may come in several parts; null for a row that ``which`` (all, failures) leaves out."""

    def __init__(self, which: str) -> None:
        self._which = which
        self._kinds = Kinds()
        self._digests: list[str] = []
        self._written: list[str] = []

    def add(self, rows: Rows, part: Window) -> None:
        """Take the next rows."""
        self._digests.append(rows.digests(part))
        self._written += [
            _row(rows, part, place, self._kinds) if self._which == "all" or _open(part, place) else "null"
            for place in range(len(part.questions))
        ]

    def pieces(self) -> Iterator[str]:
        """Yield the block as JSON."""
        kinds, digests = ",".join(self._kinds.written), "".join(self._digests)
        yield f'{{"plain":{json_of(PLAIN)},"digests":"{digests}","kinds":[{kinds}],"rows":['
        yield ",".join(self._written)
        yield "]}"


def _open(window: Window, place: int) -> bool:
    cells = (cells[place] for cells in window.cells)
    return any(cell is None or cell.score.verdict is not Verdict.CORRECT for cell in cells)


def _row(rows: Rows, window: Window, place: int, kinds: Kinds) -> str:
    """Return what a row says beyond what the index has and most rows say."""
    question = window.questions[place]
    document = rows.dataset_of(window.start + place).documents.get(question.document_id)
    told = _told(question, document)
    if rows.report.baseline is not None:
        told |= _told_before(rows, question, [others[place] if others else None for others in window.others])
    cells = [cells[place] for cells in window.cells]
    answers = ["null" if cell is None else _answer(question, document, cell, kinds) for cell in cells]
    parts = [json_of(told)[1:-1]] if told else []
    if answers.count("{}") < len(answers):
        parts.append(f'"answers":[{",".join(answers)}]')
    return f"{{{','.join(parts)}}}"


def _told(question: Question, document: Document | None) -> dict[str, JsonValue]:
    tolerance = str(question.answer.tolerance) if isinstance(question.answer, QuantityAnswer) else "default"
    expected = question.expected
    row: dict[str, JsonValue] = {} if tolerance == "default" else {"tolerance": tolerance}
    if len(question.text) > SHORT:
        row["text"] = question.text
    if len(expected) > SHORT:
        row["expected"] = expected
    if len(question.accepted) > 1:
        row["accepted"] = list(question.accepted[1:])
    if question.derivation:
        row["derivation"] = question.derivation
    if question.note:
        row["note"] = question.note
    if question.paraphrases:
        row["paraphrases"] = list(question.paraphrases)
    if question.evidence and document is not None:
        row["evidence"] = [_evidence(document, evidence.quote, evidence.start) for evidence in question.evidence]
    return row


def _evidence(document: Document, quote: str, start: int) -> dict[str, JsonValue]:
    """Return a quote with the words around it; ``start`` is -1 where the document does not hold it."""
    if start < 0 or document.text[start : start + len(quote)] != quote:
        start = document.text.find(quote) if quote else -1
    end = start + len(quote)
    if start < 0:
        return {"quote": quote, "start": -1, "before": "", "after": ""}
    before = document.text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = document.text[end : end + CONTEXT].partition("\n")[0]
    return {"quote": quote, "start": start, "before": before, "after": after}


def _answer(question: Question, document: Document | None, result: Result, kinds: Kinds) -> str:
    """Return what an answer says beyond what the index has and its kind says."""
    score, prediction = result.score, result.prediction
    text = prediction.text or ""
    steps = _steps(text)
    small = steps == IN_SMALL_LETTERS
    kind = kinds.place(score, small=small)
    row: dict[str, JsonValue] = {"kind": kind} if kind else {}
    if prediction.failure is not None or len(text) > SHORT:
        row["text"] = text
    if score.read != text:
        row["read"] = score.read
    if score.gold != score.read:
        row["gold"] = score.gold
    if steps and not small:
        row["steps"] = steps
    if score.reason != Reason.EXACT:  # the same text is one point on a line
        row |= _judged(question, result)
    if prediction.attempts != 1 or prediction.tokens is not None or prediction.failure is not None:
        row |= _circumstances(result)
    if prediction.details:
        row["details"] = dict(prediction.details)
        if document is not None:
            row["cited"] = [_evidence(document, quote, -1) for quote in _cited(result)]
    if document is not None and document.text and (places := _places(document, (text, score.read))):
        row["places"] = places
    return json_of(row) if row else "{}"


def _judged(question: Question, result: Result) -> dict[str, JsonValue]:
    """Return what is told of an answer that is not word for word the expected one."""
    score = result.score
    row: dict[str, JsonValue] = {"message": score.message}
    several = score.reason == Reason.SEVERAL_ANSWERS  # which of them it is that the line would show, nobody knows
    if not several and (line := number_line(question, result.prediction.text or "", score.read)):
        row["line"] = line
    if near := near_miss(result):
        row["near"] = near
    if score.other is not None:
        row["other"] = _opinion(score.other)
    return row


def _circumstances(result: Result) -> dict[str, JsonValue]:
    prediction = result.prediction
    row: dict[str, JsonValue] = {} if prediction.attempts == 1 else {"attempts": prediction.attempts}
    if prediction.tokens is not None:
        row["tokens"] = [prediction.tokens.prompt, prediction.tokens.completion]
    if prediction.failure is not None:
        row["failure"] = [prediction.failure.kind, prediction.failure.message]
    return row


def _opinion(other: Opinion | None) -> JsonValue:
    if other is None:
        return None
    return [other.policy, str(other.verdict), other.value, str(other.reason), other.message]


def _steps(text: str) -> list[JsonValue]:
    """Return what the steps of normalising make of an answer: name and outcome, without it where only letters become small."""
    if len(text) > CONTEXT or _BARE.fullmatch(text):
        return []
    steps: list[JsonValue] = []
    framed = strip_frame(text)
    for name, before, after in (("frame dropped", text, framed), ("written plainly", framed, normalised(framed))):
        if before != after:
            small = before.isascii() and after == before.lower()
            steps.append([name] if small else [name, after])
    return steps


def _places(document: Document, texts: Iterable[str]) -> list[JsonValue]:
    """Return where the document says the first of ``texts`` that it says at all: [start, length] in characters."""
    for text in texts:
        wanted = text.strip().rstrip(".").casefold()
        if LOCATED[0] <= len(wanted) <= LOCATED[1]:
            found: list[JsonValue] = [[at, len(wanted)] for at in _occurrences(_folded(document), wanted)]
            if found:
                return found
    return []


def _occurrences(whole: str, wanted: str) -> Sequence[int]:
    found: list[int] = []
    at = whole.find(wanted)
    while at >= 0 and len(found) < PLACES:
        inside = whole[at - 1 : at].isalnum() or whole[at + len(wanted) : at + len(wanted) + 1].isalnum()
        if not inside:
            found.append(at)
        at = whole.find(wanted, at + len(wanted))
    return found


@lru_cache(maxsize=1)
def _folded(document: Document) -> str:
    """Return the text in small letters where that keeps its length."""
    lowered = document.text.lower()
    return lowered if len(lowered) == len(document.text) else document.text


def _cited(result: Result) -> list[str]:
    cited = result.prediction.details.get("evidence")
    if isinstance(cited, str):
        return [cited]
    return [quote for quote in cited if isinstance(quote, str)] if isinstance(cited, list) else []


def _told_before(rows: Rows, question: Question, results: Sequence[Result | None]) -> dict[str, JsonValue]:
    """Return what was answered in the other run, a result or None a column."""
    before = [_before(result) for result in results]
    return {"before": [*before], "beforeText": _before_text(rows, question)} if any(before) else {}


def _before(result: Result | None) -> JsonValue:
    if result is None:
        return None
    prediction, score = result.prediction, result.score
    text = prediction.text if prediction.failure is None else f"{prediction.failure.kind}: {prediction.failure.message}"
    return {
        "text": text or "",
        "verdict": str(score.verdict),
        "reason": str(score.reason),
        "message": score.message,
        "seconds": prediction.seconds,
    }


def _before_text(rows: Rows, question: Question) -> str:
    earlier = rows.earlier.get(question.id)
    return earlier.text if earlier is not None and earlier.text != question.text else ""
