"""What the page shows of one question when it is opened, in blocks of rows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import QuantityAnswer, Verdict
from qa_eval.reading.text import normalised, strip_frame
from qa_eval.reporters.html.near import near_miss
from qa_eval.reporters.html.number_line import number_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, JsonValue, Opinion, Question, Result
    from qa_eval.reporters.html.rows import Rows

SIZE = 512  # rows of a block
CONTEXT = 120  # characters of the document on either side of a quote
LOCATED = (3, 300)  # characters of an answer that is looked for in its document
_BARE = re.compile("[0-9][0-9a-z,.]*(?: [0-9a-z,.]+)*(?<=[0-9a-z])")  # normalised already
PLACES = 5  # of an answer in its document


def blocks(rows: Rows, which: str) -> Iterator[list[JsonValue]]:
    """Yield the details block by block; null for a row that ``which`` (all, failures, none) leaves out."""
    if which == "none":
        return
    total = len(rows.questions)
    for start in range(0, total, SIZE):
        yield [
            _detail(rows, place) if which == "all" or _open(rows, place) else None
            for place in range(start, min(start + SIZE, total))
        ]


def _open(rows: Rows, place: int) -> bool:
    cells = [cells[place] for cells in rows.cells]
    return any(cell is None or cell.score.verdict is not Verdict.CORRECT for cell in cells)


def _detail(rows: Rows, place: int) -> dict[str, JsonValue]:
    question = rows.questions[place]
    document = rows.dataset_of(place).documents.get(question.document_id)
    tolerance = str(question.answer.tolerance) if isinstance(question.answer, QuantityAnswer) else ""
    detail: dict[str, JsonValue] = {
        "text": question.text,
        "expected": question.answer.text,
        "accepted": list(question.accepted[1:]),
        "tolerance": "" if tolerance == "default" else tolerance,
        "derivation": question.derivation,
        "note": question.note,
        "paraphrases": list(question.paraphrases),
        "digest": rows.report.digest_of(question),
        "evidence": [] if document is None else [_evidence(document, *span) for span in _spans(question)],
        "answers": [
            None if cells[place] is None else _answer(question, document, cells[place]) for cells in rows.cells
        ],
    }
    before = [_before(others[place]) if others and others[place] is not None else None for others in rows.others]
    if any(before):
        detail["before"] = list(before)
        detail["beforeText"] = _before_text(rows, question)
    return detail


def _spans(question: Question) -> Iterator[tuple[str, int]]:
    for evidence in question.evidence:
        yield evidence.quote, evidence.start


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


def _answer(question: Question, document: Document | None, result: Result | None) -> JsonValue:
    if result is None:
        return None
    score, prediction = result.score, result.prediction
    text = prediction.text or ""
    failure = prediction.failure
    return {
        "text": text,
        "message": score.message,
        "read": score.read,
        "gold": score.gold,
        "value": score.value,
        "exact": score.exact_match,
        "f1": score.f1,
        "seconds": prediction.seconds,
        "attempts": prediction.attempts,
        "tokens": None if prediction.tokens is None else [prediction.tokens.prompt, prediction.tokens.completion],
        "failure": None if failure is None else [failure.kind, failure.message],
        "details": dict(prediction.details) or None,
        "steps": _steps(text),
        "line": None
        if score.reason == "exact"
        else number_line(question, text, score.read),  # the same text: one point
        "near": near_miss(result),
        "other": _opinion(score.other),
        "places": _places(document, text, score.read),
        "cited": [] if document is None else [_evidence(document, quote, -1) for quote in _cited(result)],
    }


def _opinion(other: Opinion | None) -> JsonValue:
    if other is None:
        return None
    return [other.policy, str(other.verdict), other.value, str(other.reason), other.message]


def _steps(text: str) -> list[JsonValue]:
    """Return what each step of normalising changes: its name, the text before and after."""
    if len(text) > CONTEXT or _BARE.fullmatch(text):
        return []
    steps: list[JsonValue] = []
    framed = strip_frame(text)
    for name, before, after in (("frame dropped", text, framed), ("written plainly", framed, normalised(framed))):
        if before != after:
            steps.append([name, before, after])
    return steps


def _places(document: Document | None, *texts: str) -> list[JsonValue]:
    """Return where the document says the first of ``texts`` that it says at all: [start, length] in characters."""
    if document is None or not document.text:
        return []
    for text in texts:
        wanted = text.strip().rstrip(".").casefold()
        if LOCATED[0] <= len(wanted) <= LOCATED[1]:
            found: list[JsonValue] = [[at, len(wanted)] for at in _occurrences(_folded(document), wanted)]
            if found:
                return found
    return []


def _occurrences(whole: str, wanted: str) -> list[int]:
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
