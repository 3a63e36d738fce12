"""Texts with {question}, {document} and {id} in them; nothing else is replaced and nothing runs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qa_eval.errors import SpecError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qa_eval.model import JsonValue

_PLACE = re.compile(r"\{(question|document|id)\}")


def fill(text: str, values: Mapping[str, str], written: Callable[[str], str] = str) -> str:
    """Replace the placeholders by their values, each passed through ``written``; what is put in is not looked at again.

    >>> fill("{question} in {place}", {"question": "{document}?", "document": "x", "id": "1"})
    '{document}? in {place}'
    """
    return _PLACE.sub(lambda match: written(values[match[1]]), text)


def fill_json(value: JsonValue, values: Mapping[str, str]) -> JsonValue:
    """Replace the placeholders inside the texts of a JSON value; its keys and everything else stay."""
    if isinstance(value, str):
        return fill(value, values)
    if isinstance(value, list):
        return [fill_json(inner, values) for inner in value]
    if isinstance(value, dict):
        return {key: fill_json(inner, values) for key, inner in value.items()}
    return value


def read_template(text: str, option: str) -> JsonValue:
    """Read a JSON template. Raises SpecError with the place when it is no JSON, or asks nothing."""
    try:
        template: JsonValue = json.loads(text)
    except ValueError as error:
        raise SpecError(
            f"option {option!r} is no JSON: {error}",
            hint='placeholders stand inside texts: {"q": "{question}", "context": "{document}"}',
        ) from None
    if "{question}" not in text:
        raise SpecError(f"option {option!r} asks nothing", hint='put "{question}" into it')
    return template
