"""What came of a call: predictions out of whatever an answerer returned or raised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.errors import AnswererError
from qa_eval.model import TOLD, Failure, Prediction, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import JsonValue

SHOWN = 80  # characters of a value in a message
LONGEST_MESSAGE = 2000
LONGEST_ANSWER = 1_000_000  # characters: what is longer would make records and reports that nobody can open


class LateError(Exception):
    """No answer within the time limit: ours, as against a TimeoutError of the answerer's own."""


class HopelessError(Exception):
    """Not asked, because too many calls before it never came back."""


class Came(NamedTuple):
    """What came of a call, an answer or an error, after so many seconds."""

    value: object
    error: BaseException | None
    seconds: float


class Trouble(NamedTuple):
    """Why a call gave no answer, and whether to call again (``retry_after``: seconds that the server asked for)."""

    failure: Failure
    retryable: bool = False
    retry_after: float | None = None


def trouble(error: BaseException, *, taken_back: bool = False) -> Trouble:
    """Classify what an answerer raised. A late call is made again where it was ``taken_back``: a thread would go on beside the next."""
    if isinstance(error, LateError | HopelessError):
        return Trouble(Failure("timeout", str(error)), retryable=taken_back and isinstance(error, LateError))
    if isinstance(error, AnswererError):
        return Trouble(_failure(error), error.retryable, error.retry_after)
    message = _cut(": ".join(part for part in (type(error).__name__, _text(error)) if part), LONGEST_MESSAGE)
    message += _place(error)
    if isinstance(error, TimeoutError):
        return Trouble(Failure("timeout", message), retryable=True)
    if isinstance(error, ConnectionError):
        return Trouble(Failure("connection", message), retryable=True)
    return Trouble(Failure("exception", message))


@cache
def _not_own() -> tuple[Path, ...]:
    """Return where no answerer of a user lies: the package, the standard library and what is installed."""
    from sysconfig import get_path  # noqa: PLC0415 - most runs have no errors

    installed = ("stdlib", "platstdlib", "purelib", "platlib")
    return (Path(__file__).parents[1], *(Path(path) for name in installed if (path := get_path(name))))


def _place(error: BaseException) -> str:
    """Return where the answerer's own code raised an error, " (mine.py:12)"; "" where none of it did."""
    place, step = "", error.__traceback__
    while step is not None:
        path = Path(step.tb_frame.f_code.co_filename)
        if path.is_file() and not any(path.is_relative_to(own) for own in _not_own()):
            place = f" ({path.name}:{step.tb_lineno})"
        step = step.tb_next
    return place


def failed(failure: Failure, n: int, seconds: float, attempts: int) -> list[Prediction]:
    """Return ``n`` predictions that failed alike; each took its share of ``seconds``."""
    return [Prediction(None, round(seconds / n, 6), None, attempts, failure)] * n


def read_one(answer: object, seconds: float, attempts: int) -> Prediction:
    """Return what an answerer said as a prediction: of a text, a number, a mapping, a Prediction, or a failure of kind "garbage"."""
    seconds = round(seconds, 6)
    if isinstance(answer, int | float) and (said := _said(answer)) is not None:
        answer = said
    elif isinstance(answer, Mapping) and (said := _said(answer.get("answer"))) is not None:
        answer = Prediction(said, details={key: answer[key] for key in TOLD if key in answer})
    if (length := _length(answer)) > LONGEST_ANSWER:
        said = f"it returned {length:,} characters; an answer has {LONGEST_ANSWER:,} at most"
        return Prediction(None, seconds, None, attempts, Failure("garbage", said))
    if type(answer) is str:
        return Prediction(answer, seconds, None, attempts)
    if isinstance(answer, str):  # a text of a library's own type, such as numpy's
        return Prediction(str(answer), seconds, None, attempts)
    if isinstance(answer, Prediction) and _whole(answer):
        return replace(answer, seconds=seconds, attempts=attempts, details=plain(answer.details))
    if isinstance(answer, AnswererError):
        return Prediction(None, seconds, None, attempts, _failure(answer))
    came = "None" if answer is None else f"{type(answer).__name__} {_shown(answer)}"
    return Prediction(
        None,
        seconds,
        None,
        attempts,
        Failure("garbage", f'it returned {came}; return a string, "" to abstain'),
    )


def _said(value: object) -> str | None:
    """Return the text that an answer says, of a number and a yes or no what JSON from a server would be read as."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return json.dumps(value) if isfinite(value) else None
    return str(value) if isinstance(value, str) else None


def _length(answer: object) -> int:
    if isinstance(answer, Prediction):
        answer = answer.text
    return len(answer) if isinstance(answer, str) else 0


def read_many(answers: object, n: int, seconds: float, attempts: int) -> list[Prediction]:
    """Return what ``answer_batch`` said to ``n`` questions; each took its share of ``seconds``."""
    if isinstance(answers, str | bytes | dict) or not hasattr(answers, "__iter__"):
        came = "None" if answers is None else f"{type(answers).__name__} {_shown(answers)}"
        return failed(Failure("garbage", f"it returned {came}; return a list of strings"), n, seconds, attempts)
    try:
        found: list[object] = list(answers)
    except Exception as error:  # noqa: BLE001 - as whatever else an answerer raises
        return failed(trouble(error).failure, n, seconds, attempts)
    if len(found) != n:
        message = f"it returned a list of {len(found)} for a batch of {n}; return one answer a question, in their order"
        return failed(Failure("garbage", message), n, seconds, attempts)
    return [read_one(answer, seconds / n, attempts) for answer in found]


def plain(details: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Return details that JSON can hold: what it cannot becomes text."""
    if not details:
        return {}
    try:
        text = json.dumps(dict(details), default=repr)
    except (ValueError, TypeError, RecursionError):  # a loop in it, or a key that is no text
        text = json.dumps({"unreadable": _shown(details)})
    kept: Mapping[str, JsonValue] = json.loads(text, parse_constant=str)
    return kept


def _whole(prediction: Prediction) -> bool:
    """Tell whether a Prediction that came from outside holds what its fields are declared to hold."""
    tokens, failure = prediction.tokens, prediction.failure
    return (
        (isinstance(prediction.text, str) if failure is None else prediction.text is None)
        and (failure is None or (isinstance(failure, Failure) and type(failure.kind) is type(failure.message) is str))
        and (tokens is None or (isinstance(tokens, Tokens) and type(tokens.prompt) is type(tokens.completion) is int))
        and isinstance(prediction.details, Mapping)
    )


def _shown(value: object) -> str:
    return _cut(_text(value, repr), SHOWN)


def _failure(error: AnswererError) -> Failure:
    return Failure(str(error.kind), _cut(str(error.message), LONGEST_MESSAGE))


def _text(value: object, said: Callable[[object], str] = str) -> str:
    try:
        return said(value)
    except Exception as error:  # noqa: BLE001 - an outsider's own __str__ may do anything
        return f"({said.__name__} of it raises {type(error).__name__})"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
