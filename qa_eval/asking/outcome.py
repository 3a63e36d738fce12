"""What came of a call: predictions out of whatever an answerer returned or raised."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa_eval.errors import AnswererError
from qa_eval.model import Failure, Prediction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.model import JsonValue

SHOWN = 80  # characters of a value in a message


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a call gave no answer, and whether to call again (``retry_after``: seconds that the server asked for)."""

    failure: Failure
    retryable: bool = False
    retry_after: float | None = None


def trouble(error: BaseException) -> Trouble:
    """Classify what an answerer raised."""
    if isinstance(error, AnswererError):
        return Trouble(Failure(error.kind, error.message), error.retryable, error.retry_after)
    message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, TimeoutError):
        return Trouble(Failure("timeout", message), retryable=True)
    if isinstance(error, ConnectionError):
        return Trouble(Failure("connection", message), retryable=True)
    return Trouble(Failure("exception", message))


def failed(failure: Failure, n: int, seconds: float, attempts: int) -> list[Prediction]:
    """Return ``n`` predictions that failed alike."""
    return [Prediction(None, seconds, None, attempts, failure)] * n


def read_one(answer: object, seconds: float, attempts: int) -> Prediction:
    """Return what an answerer said as a prediction: of a text, a Prediction, or a failure of kind "garbage"."""
    if type(answer) is str:
        return Prediction(answer, seconds, None, attempts)
    if isinstance(answer, str):  # a text of a library's own type, such as numpy's
        return Prediction(str(answer), seconds, None, attempts)
    if isinstance(answer, Prediction):
        if isinstance(answer.text, str) or (answer.text is None and answer.failure is not None):
            return replace(answer, seconds=seconds, attempts=attempts, details=plain(answer.details))
        answer = answer.text
    if isinstance(answer, AnswererError):
        return Prediction(None, seconds, None, attempts, Failure(answer.kind, answer.message))
    came = "None" if answer is None else f"{type(answer).__name__} {_shown(answer)}"
    return Prediction(
        None, seconds, None, attempts, Failure("garbage", f'it returned {came}; return a string, "" to abstain')
    )


def read_many(answers: object, n: int, seconds: float, attempts: int) -> list[Prediction]:
    """Return what ``answer_batch`` said to ``n`` questions; each took its share of ``seconds``."""
    share = seconds / n
    if isinstance(answers, str | bytes | dict) or not hasattr(answers, "__iter__"):
        came = "None" if answers is None else f"{type(answers).__name__} {_shown(answers)}"
        return failed(Failure("garbage", f"it returned {came}; return a list of strings"), n, share, attempts)
    found = list(answers)
    if len(found) != n:
        message = f"it returned {len(found)} answers to {n} questions; return one a question, in their order"
        return failed(Failure("garbage", message), n, share, attempts)
    return [read_one(answer, share, attempts) for answer in found]


def plain(details: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Return details that JSON can hold: what it cannot becomes text."""
    if not details:
        return {}
    kept: Mapping[str, JsonValue] = json.loads(json.dumps(details, default=repr), parse_constant=str)
    return kept


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
