"""What a server sent back, and where in it the answer stands."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.answerers._texts import one_line
from qa_eval.errors import AnswererError, SpecError

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import JsonValue

LONGEST_EXCERPT = 300
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
_MESSAGES = ("error", "message", "detail")


class Reply(NamedTuple):
    """What came back. ``content_type`` is lower-case without parameters, "" when none was sent."""

    status: int
    reason: str
    content_type: str
    charset: str
    body: bytes
    retry_after: float | None = None


def garbage(message: str) -> AnswererError:
    """Return the failure of a reply that is no answer."""
    return AnswererError("garbage", message)


def text_of(reply: Reply) -> str:
    """Decode the body. Raises AnswererError when it is not what it says it is."""
    try:
        return reply.body.decode(reply.charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        raise garbage(f"the answer is not {reply.charset or 'utf-8'}: {excerpt(reply)}") from None


def json_of(reply: Reply, number: Callable[[str], JsonValue] | None = None) -> JsonValue:
    """Read the body as JSON; ``number`` reads each number from its digits. Raises AnswererError when it is none."""
    try:
        text = reply.body.decode(reply.charset) if reply.charset else reply.body
        value: JsonValue = json.loads(text, parse_int=number, parse_float=number)
    except (ValueError, LookupError, RecursionError) as error:
        named = f" (sent as {reply.content_type})" if reply.content_type else ""
        raise garbage(f"the answer is no JSON{named}: {_first_line(error)}: {excerpt(reply)}") from None
    return value


def excerpt(reply: Reply) -> str:
    """Return the start of a body on one line, or the error message that it carries as JSON.

    >>> excerpt(Reply(400, "", "", "", b'{"error": {"message": "no such model"}}'))
    'no such model'
    """
    text = reply.body[: 20 * LONGEST_EXCERPT].decode("utf-8", "replace")
    with suppress(ValueError, RecursionError):
        text = _message(json.loads(text)) or text
    return one_line(text, LONGEST_EXCERPT)


def check_error(value: JsonValue, wanted: str | int) -> None:
    """Raise the failure that an object tells at "error", as a program's line does, unless that is where the answer is ``wanted``."""
    if isinstance(value, dict) and wanted != "error" and (said := value.get("error")):
        raise AnswererError("exception", one_line(_message(said) or json.dumps(said), LONGEST_EXCERPT))


def _message(value: JsonValue) -> str:
    while isinstance(value, dict):
        value = next((value[key] for key in _MESSAGES if value.get(key)), None)
    return value if isinstance(value, str) else ""


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0]


def read_path(text: str) -> tuple[str | int, ...]:
    """Split the path to the answer in a JSON reply; a step of digits is a place in a list, counted from 0.

    >>> read_path("choices[0].message.content") == read_path("choices.0.message.content")
    True
    """
    steps: list[str | int] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None:
            raise SpecError(
                f"option 'answer' is no path: {text!r}", hint="as in choices.0.message.content or data[0].text"
            )
        name = match[1] or match[2]
        steps.append(int(name) if name.isdecimal() else name)
        position = match.end()
    return tuple(steps)


def follow(value: JsonValue, path: tuple[str | int, ...]) -> JsonValue:
    """Return what stands at the end of a path. Raises AnswererError, which says what is there, when nothing does."""
    way = ""
    for step in path:
        place = f"in {way!r} of the answer" if way else "in the answer"
        if isinstance(value, dict) and str(step) in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            raise garbage(f"there is no {str(step)!r} {place}: {_what_is_there(value)}")
        way = f"{way}.{step}" if way else str(step)
    return value


def _what_is_there(value: JsonValue) -> str:
    if isinstance(value, dict):
        names = ", ".join(repr(name) for name in list(value)[:20])
        return f"it has {names}" if names else "it is empty"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return f"it is {json.dumps(value)[:LONGEST_EXCERPT]}"
