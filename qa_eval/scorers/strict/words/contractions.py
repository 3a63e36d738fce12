"""Denials written short: "It doesn't close" for "It does not close"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_CONTRACTED = regex(r"\b(?:[a-z]+n't|cannot)\b", re.IGNORECASE)


def uncontracted(text: str) -> str:
    """Return a text with "n't" written out.

    >>> uncontracted("It doesn't close, and can't."), uncontracted("don't")
    ('It does not close, and can not.', 'do not')
    """
    return _CONTRACTED.sub(_written_out, text) if "n't" in text or "annot" in text else text


def _written_out(found: re.Match[str]) -> str:
    word = found[0].lower()
    return {"can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not"}.get(
        word, f"{found[0][:-3]} not"
    )
