"""A result as one line of ASCII JSON, and back. Written by hand: a run spends its time here."""

from __future__ import annotations

import json
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING

from qa_eval.model import Failure, Opinion, Prediction, Reason, Result, Score, Tokens, Verdict

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

UNREADABLE = (ValueError, KeyError, TypeError, RecursionError)  # what ``decode`` raises

LARGEST = 1e12
_VERDICTS = {str(verdict): verdict for verdict in Verdict}
_REASONS: dict[str, str] = {str(reason): reason for reason in Reason}
_WRITTEN = {False: "false", True: "true"}


def encode(result: Result) -> bytes:
    r"""Return a result as a line with its newline. ``repeat``, ``tokens``, ``attempts``, ``failure`` and ``details`` are left
    out where they say nothing. ASCII only, so that lone surrogates survive.

    >>> encode(Result("q1", "me", Prediction("5 km"), Score(Verdict.CORRECT, 1.0, "exact", "the same text"))).decode()[:52]
    '{"id":"q1","answerer":"me","answer":"5 km","seconds"'
    """
    prediction, score = result.prediction, result.score
    line = f'{{"id":{quoted(result.question_id)},"answerer":{quoted(result.answerer)}'
    if result.repeat:
        line += f',"repeat":{result.repeat}'
    line += (
        f',"answer":{"null" if prediction.text is None else quoted(prediction.text)},"seconds":{prediction.seconds!r}'
    )
    if prediction.tokens is not None:
        line += f',"tokens":{{"prompt":{prediction.tokens.prompt},"completion":{prediction.tokens.completion}}}'
    if prediction.attempts != 1:
        line += f',"attempts":{prediction.attempts}'
    if prediction.failure is not None:
        line += (
            f',"failure":{{"kind":{quoted(prediction.failure.kind)},"message":{quoted(prediction.failure.message)}}}'
        )
    if prediction.details:
        line += f',"details":{json.dumps(prediction.details, allow_nan=False)}'
    line += (
        f',"verdict":{quoted(score.verdict)},"value":{score.value!r},"reason":{quoted(score.reason)}'
        f',"message":{quoted(score.message)},"read":{quoted(score.read)},"gold":{quoted(score.gold)}'
        f',"exact_match":{_WRITTEN[score.exact_match]},"f1":{score.f1!r}'
    )
    if (other := score.other) is not None:
        line += (
            f',"other":{{"policy":{quoted(other.policy)},"verdict":{quoted(other.verdict)},"value":{other.value!r}'
            f',"reason":{quoted(other.reason)},"message":{quoted(other.message)}}}'
        )
    line += "}\n"
    return line.encode("ascii")


def decode(line: bytes) -> Result:
    """Return the result that a line holds. Raises one of UNREADABLE when it holds none."""
    row = json.loads(line)
    prediction = _prediction(row)
    reason = _text(row["reason"])
    score = Score(
        _VERDICTS[row["verdict"]],
        _number(row["value"]),
        _REASONS.get(reason, reason),
        _text(row["message"]),
        _text(row["read"]),
        _text(row["gold"]),
        bool(row["exact_match"]),
        _number(row["f1"]),
        None if (other := row.get("other")) is None else _opinion(other),
    )
    return Result(_text(row["id"]), _text(row["answerer"]), prediction, score, _count(row.get("repeat", 0)))


def _opinion(row: dict[str, JsonValue]) -> Opinion:
    reason = _text(row["reason"])
    return Opinion(
        _text(row["policy"]),
        _VERDICTS[_text(row["verdict"])],
        _number(row["value"]),
        _REASONS.get(reason, reason),
        _text(row["message"]),
    )


def _prediction(row: dict[str, JsonValue]) -> Prediction:
    text, failure, tokens, details = row["answer"], None, None, row.get("details") or {}
    if isinstance(found := row.get("failure"), dict):
        failure = Failure(_text(found["kind"]), _text(found["message"]))
    if (text is None) is not (failure is not None) or not isinstance(details, dict):
        raise TypeError("an answer is a text, or a failure")
    if isinstance(found := row.get("tokens"), dict):
        tokens = Tokens(_count(found["prompt"]), _count(found["completion"]))
    return Prediction(
        None if text is None else _text(text),
        _number(row["seconds"]),
        tokens,
        _count(row.get("attempts", 1)),
        failure,
        details,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a {type(value).__name__} is no text")
    return value


def _number(value: object) -> float:
    if not isinstance(value, float | int) or not 0 <= value <= LARGEST:  # a NaN is not
        raise TypeError("seconds, values and F1 are numbers from 0")
    return float(value)


def _count(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a {type(value).__name__} is no whole number")
    return value
