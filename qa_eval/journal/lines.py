"""A result as one line of ASCII JSON, and back. Written by hand: a run spends its time here."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import WORD_FOR_WORD, Failure, Opinion, Prediction, Reason, Result, Score, Tokens, Verdict

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

UNREADABLE = (ValueError, KeyError, TypeError, RecursionError)  # what ``decode`` raises

LARGEST = 1e12
_VERDICTS = {str(verdict): verdict for verdict in Verdict}
_REASONS: dict[str, str] = {str(reason): reason for reason in Reason}
_KEYS = frozenset(
    """id answerer repeat answer seconds tokens attempts failure details verdict value reason message read gold exact_match f1
    other""".split()  # noqa: SIM905 - a word list reads best as one text
)
_OPINION_KEYS = frozenset(("policy", "verdict", "value", "reason", "message"))
_FIRST, _LAST = b'{"id":"', b"}\n"
_WRITTEN = {False: "false", True: "true"}
_read = json.JSONDecoder().decode
_TEXT = r'"([ !#-\[\]-~]*)"'  # that JSON writes as it is
# an answer that is right word for word, as most lines are: read without a detour through JSON
_RIGHT = re.compile(
    r'\{"id":%s,"answerer":%s(?:,"repeat":([1-9][0-9]{0,8}))?,"answer":%s,"seconds":((?:0|[1-9][0-9]{0,8})(?:\.[0-9]+)?(?:e-[0-9]+)?)'
    r',"verdict":"correct"(?:,"reason":"exact")?(?:,"other":(?:%s|\{"policy":%s\}))?\}\n?' % ((_TEXT,) * 5)
).fullmatch


class Glance(NamedTuple):
    """What most passes over many results need of one. ``text`` is None where the answerer failed."""

    question_id: str
    answerer: str
    repeat: int
    text: str | None
    verdict: Verdict


def encode(result: Result, other: str = "") -> bytes:
    r"""Return a result as a line with its newline. What says nothing, or follows from the rest, is left out.

    ``repeat``, ``tokens``, ``attempts``, ``failure`` and ``details`` mostly say nothing. Where they are missing, ``value`` is 1 for
    a correct answer, else 0; the ``reason`` of a correct one is "exact"; ``read`` is the answer, ``gold`` what was read;
    ``exact_match`` and ``f1`` are full where the reason is "exact", else 0; the message of such an answer is WORD_FOR_WORD;
    ``other``, what the other policy says, is as the first where it does not say, and that policy's name alone where it says
    nothing else. Where a run has the policy ``other`` beside its own ("" for none), that name goes without saying, but of a
    failed answer, and null says that there is no opinion. ASCII only, so that lone surrogates survive.

    >>> encode(Result("q1", "me", Prediction("5 km"), Score(Verdict.CORRECT, 1.0, "exact", WORD_FOR_WORD, "5 km"))).decode()[:52]
    '{"id":"q1","answerer":"me","answer":"5 km","seconds"'
    """
    prediction, score = result.prediction, result.score
    line = f'{{"id":{quoted(result.question_id)},"answerer":{quoted(result.answerer)}'
    if result.repeat:
        line += f',"repeat":{result.repeat}'
    text = prediction.text
    line += f',"answer":{"null" if text is None else quoted(text)},"seconds":{prediction.seconds!r}'
    if text is None or prediction.tokens is not None or prediction.attempts != 1 or prediction.details:
        line += _circumstances(prediction)
    line += _scored(score, text or "")
    if score.other is not None:
        line += _seen_otherwise(score.other, score, _expected(other, score.verdict))
    elif _expected(other, score.verdict):
        line += ',"other":null'
    return f"{line}}}\n".encode("ascii")


def _expected(other: str, verdict: Verdict) -> str:
    """Return the policy whose opinion goes without saying: none of an answer that failed, since none was scored."""
    return "" if verdict is Verdict.FAILED else other


def _circumstances(prediction: Prediction) -> str:
    line = ""
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
    return line


def _scored(score: Score, text: str) -> str:
    exact = score.reason == Reason.EXACT
    line = f',"verdict":"{score.verdict}"'
    if score.value != (score.verdict is Verdict.CORRECT):
        line += f',"value":{score.value!r}'
    if not exact or score.verdict is not Verdict.CORRECT:
        line += f',"reason":{quoted(score.reason)}'
    if not exact or score.message != WORD_FOR_WORD:
        line += f',"message":{quoted(score.message)}'
    if score.read != text:
        line += f',"read":{quoted(score.read)}'
    if score.gold != score.read:
        line += f',"gold":{quoted(score.gold)}'
    if score.exact_match is not exact:
        line += f',"exact_match":{_WRITTEN[score.exact_match]}'
    if score.f1 != exact:
        line += f',"f1":{score.f1!r}'
    return line


def _seen_otherwise(other: Opinion, score: Score, expected: str) -> str:
    line = ""
    if other.verdict is not score.verdict:
        line += f',"verdict":"{other.verdict}"'
    if other.value != (other.verdict is Verdict.CORRECT):
        line += f',"value":{other.value!r}'
    if other.reason != score.reason:
        line += f',"reason":{quoted(other.reason)}'
    if other.message != score.message:
        line += f',"message":{quoted(other.message)}'
    if not line and other.policy == expected:
        return ""
    policy = quoted(other.policy)
    return f',"other":{{"policy":{policy}{line}}}' if line else f',"other":{policy}'


def decode(line: bytes, other: str = "") -> Result:
    """Return the result that a line holds, also of one that leaves nothing out; ``other`` as for ``encode``.

    Raises one of UNREADABLE when it holds none.
    """
    if right := _RIGHT(line.decode("latin-1")):
        name, answerer, repeat, text, seconds, policy, by_key = right.groups()
        opinion = _agreeing(policy or by_key or other)
        score = Score(Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD, text, text, True, 1.0, opinion)
        return Result(name, answerer, Prediction(text, float(seconds)), score, int(repeat or 0))
    return _result(_object(line), other)


def seems_whole(line: bytes) -> bool:
    r"""Tell whether a line begins and ends as ``encode`` writes them and holds no byte that it never writes.

    That is told in a fifteenth of the time that ``decode`` takes, and is no proof that it can be read.

    >>> [seems_whole(line) for line in (b'{"id":"q1","answer":"5 km"}\n', b'{"id":"q1","ans\n')]
    [True, False]
    """
    return line.startswith(_FIRST) and line.endswith(_LAST) and line.isascii() and b"\0" not in line


def glance(line: bytes) -> Glance:
    """Return the little that most passes need of a line, in a third of the time. Raises one of UNREADABLE as ``decode`` does."""
    if right := _RIGHT(line.decode("latin-1")):
        name, answerer, repeat, text, *_ = right.groups()
        return Glance(name, answerer, int(repeat or 0), text, Verdict.CORRECT)
    return glance_of(decode(line))


def glance_of(result: Result) -> Glance:
    """Return the little that most passes need of a result."""
    return Glance(result.question_id, result.answerer, result.repeat, result.prediction.text, result.score.verdict)


@lru_cache(maxsize=16)
def _agreeing(policy: str) -> Opinion | None:
    """Return the opinion of a policy that finds an answer right word for word as well; None of no policy."""
    return Opinion(policy, Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD) if policy else None


def _object(line: bytes) -> dict[str, JsonValue]:
    row = _read(line.decode("utf-8", "surrogatepass"))
    if not isinstance(row, dict) or not row.keys() <= _KEYS:
        raise TypeError("a line is an object with keys that are known")
    return row


def _result(row: dict[str, JsonValue], other: str) -> Result:
    prediction = _prediction(row)
    verdict = _VERDICTS[_text(row["verdict"])]
    reason = _text(row.get("reason", str(Reason.EXACT)) if verdict is Verdict.CORRECT else row["reason"])
    exact = reason == Reason.EXACT
    message = _text(row.get("message", WORD_FOR_WORD) if exact else row["message"])
    read = _text(row.get("read", prediction.text or ""))
    told = row.get("other", _expected(other, verdict) or None)
    score = Score(
        verdict,
        _number(row.get("value", float(verdict is Verdict.CORRECT))),
        _REASONS.get(reason, reason),
        message,
        read,
        _text(row.get("gold", read)),
        bool(row.get("exact_match", exact)),
        _number(row.get("f1", float(exact))),
        None if told is None else _opinion(told, verdict, reason, message),
    )
    return Result(_text(row["id"]), _text(row["answerer"]), prediction, score, _count(row.get("repeat", 0)))


def _opinion(row: JsonValue, verdict: Verdict, reason: str, message: str) -> Opinion:
    """Return the other opinion; where it says nothing, it is as the first one's ``verdict``, ``reason`` and ``message``."""
    if isinstance(row, str):
        row = {"policy": row}
    if not isinstance(row, dict) or not row.keys() <= _OPINION_KEYS:
        raise TypeError("an opinion is an object with keys that are known")
    verdict = _VERDICTS[_text(row.get("verdict", str(verdict)))]
    reason = _text(row.get("reason", reason))
    return Opinion(
        _text(row["policy"]),
        verdict,
        _number(row.get("value", float(verdict is Verdict.CORRECT))),
        _REASONS.get(reason, reason),
        _text(row.get("message", message)),
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
