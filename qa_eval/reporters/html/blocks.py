"""Values as the text that the page inflates: JSON, compressed without a time stamp, in base 64."""

from __future__ import annotations

import json
from base64 import b64encode
from math import isfinite
from typing import TYPE_CHECKING
from zlib import DEFLATED, compressobj

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import JsonValue

GZIP = 31  # zlib's word for that form; the header that the module gzip writes changed with Python 3.13
LEVEL = 6  # of compression; 9 saves 1 % more in three times the time
_written = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def block(name: str, pieces: Iterable[str]) -> str:
    """Return the element that carries the JSON in ``pieces`` under the id ``qa-<name>``; the same pieces give the same text."""
    return f'<script type="application/octet-stream" id="qa-{name}">{packed(pieces)}</script>\n'


def packed(pieces: Iterable[str]) -> str:
    """Return a text that comes in pieces gzipped in base 64."""
    packer = compressobj(LEVEL, DEFLATED, GZIP)
    return b64encode(b"".join([*(packer.compress(piece.encode()) for piece in pieces), packer.flush()])).decode()


def json_of(value: JsonValue) -> str:
    """Return ``value`` as JSON. Lone surrogates stay escapes; a number that JSON does not know becomes a text."""
    try:
        return _written(value)
    except ValueError:
        return _written(_finite(value))


def _finite(value: JsonValue) -> JsonValue:
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_finite(part) for part in value]
    return value
