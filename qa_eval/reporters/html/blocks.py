"""Values as the text that the page inflates: JSON, compressed without a time stamp, in base 64."""

from __future__ import annotations

import json
from base64 import b64encode
from math import isfinite
from typing import TYPE_CHECKING
from zlib import compress

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

GZIP = 31  # zlib's word for that form; the header that the module gzip writes changed with Python 3.13
LEVEL = 6  # of compression; 9 saves 1 % more in three times the time
FEW = 64  # parts of a list that are written one by one


def block(name: str, value: JsonValue) -> str:
    """Return the element that carries ``value`` under the id ``qa-<name>``; the same value gives the same text."""
    return f'<script type="application/octet-stream" id="qa-{name}">{packed(value)}</script>\n'


def packed(value: JsonValue) -> str:
    """Return ``value`` as gzipped JSON in base 64.

    Lone surrogates stay escapes; a number that JSON does not know becomes a text.
    """
    try:
        text = _text(value)
    except ValueError:
        text = _text(_finite(value))
    return b64encode(compress(text.encode(), LEVEL, GZIP)).decode()


def _text(value: JsonValue) -> str:
    """Write JSON, an object part by part: the encoder holds every number and text of what it is given until it ends."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{_text(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list) and len(value) < FEW and value and isinstance(value[0], dict):
        return "[" + ",".join(map(_text, value)) + "]"
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def _finite(value: JsonValue) -> JsonValue:
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_finite(part) for part in value]
    return value
