"""Texts out of JSON: an answer, an excerpt on one line, a digest of all settings."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_eval.model import JsonValue


def spoken(value: JsonValue) -> str | None:
    """Return the text that a single JSON value says; None for null, a list or an object.

    >>> spoken("170 mm"), spoken(170), spoken(True), spoken(["170 mm"])
    ('170 mm', '170', 'yes', None)
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return json.dumps(value)
    return value if isinstance(value, str) else None


def one_line(text: str, longest: int) -> str:
    r"""Return a text without line breaks and controls, cut to ``longest`` characters and an ellipsis.

    >>> one_line("Traceback:\n  oops\x00", 13)
    'Traceback: oo…'
    """
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= longest else f"{text[:longest]}…"


def digest(value: JsonValue) -> str:
    """Return the SHA-256 of a JSON value, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
