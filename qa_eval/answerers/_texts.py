"""Texts out of JSON: an answer, an excerpt on one line, a digest of all settings."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from qa_eval.model import TOLD

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

LONGEST_EXCERPT = 300  # characters of what came back that a message shows
_THOUGHT = ("<think>", "</think>")


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


def told(said: JsonValue) -> dict[str, JsonValue]:
    """Return what an object tells beside its answer: evidence and confidence; a confidence of digits becomes a number.

    >>> told({"answer": "170 mm", "confidence": "0.9", "evidence": ["170 mm howitzers"], "id": "q1"})
    {'evidence': ['170 mm howitzers'], 'confidence': 0.9}
    """
    if not isinstance(said, dict):
        return {}
    found: dict[str, JsonValue] = {key: said[key] for key in TOLD if said.get(key) is not None}
    if isinstance(sure := found.get("confidence"), str):
        with suppress(ValueError):
            found["confidence"] = float(sure)
    return found


def after_thought(text: str) -> str:
    """Return what a model says behind its thoughts, which are not meant for the reader; "" where it only thinks.

    >>> after_thought("<think>Maybe 14.5?</think> 62 metres"), after_thought("62 metres"), after_thought("<think>Maybe")
    ('62 metres', '62 metres', '')
    """
    said = text.rpartition(_THOUGHT[1])[2].strip()
    return "" if said.startswith(_THOUGHT[0]) else said


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
