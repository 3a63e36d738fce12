"""The line that a program answers with: one JSON object, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qa_eval.answerers._texts import one_line, spoken, told
from qa_eval.errors import AnswererError
from qa_eval.model import Prediction, Tokens

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

LONGEST_EXCERPT = 300
EXPECTED = 'expected is one line of JSON, such as {"answer": "170 mm"}; whatever else it tells belongs on its stderr'


class StrayError(AnswererError):
    """A line that is no answer to this question, and that a copy asked before may have printed behind its last answer."""


def read_line(line: bytes, id: str) -> str | Prediction:  # noqa: A002 - the question's id, as everywhere
    """Return the answer that a line holds. Raises AnswererError when it holds none.

    >>> read_line(b'{"answer": "170 mm"}', "q1")
    '170 mm'
    """
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise _stray("it printed a line that is not UTF-8", line.decode("utf-8", "replace")) from None
    if not text.lstrip().startswith("{"):
        raise _stray("it printed a line that is no JSON object" if text.strip() else "it printed an empty line", text)
    try:
        said: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        raise _garbage("it printed a line that begins as JSON does and is none", text) from None
    if not isinstance(said, dict):  # cannot be: it begins with a brace
        raise _garbage("it printed no JSON object", text)
    if said.get("id", id) != id:
        raise _stray(f"it answered {said['id']!r} when it was asked {id!r}", text)
    if said.get("error") or ("error" in said and "answer" not in said):
        raise AnswererError("exception", one_line(spoken(said["error"]) or json.dumps(said["error"]), LONGEST_EXCERPT))
    answer = spoken(said.get("answer"))
    if answer is None:
        raise _garbage('there is no text at "answer"', text)
    tokens, details = said.get("tokens"), told(said)
    if not (details or isinstance(tokens, dict)):
        return answer
    return Prediction(answer, tokens=_tokens(tokens) if isinstance(tokens, dict) else None, details=details)


def _tokens(said: dict[str, JsonValue]) -> Tokens:
    read, wrote = said.get("prompt"), said.get("completion")
    return Tokens(read if isinstance(read, int) else 0, wrote if isinstance(wrote, int) else 0)


def _garbage(message: str, text: str) -> AnswererError:
    return AnswererError("garbage", _told(message, text))


def _stray(message: str, text: str) -> StrayError:
    return StrayError("garbage", _told(message, text))


def _told(message: str, text: str) -> str:
    shown = one_line(text, LONGEST_EXCERPT)
    return f"{message}{': ' if shown else ''}{shown}; {EXPECTED}"
