"""What a question asks to be measured, where that tells units apart that are written alike."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LENGTH = regex(
    r"\bhow (?:far|wide|high|tall|deep|thick)\b|\b(?:distance|length|width|height|depth|altitude|elevation)\b",
    re.IGNORECASE,
)


def asks_for_length(question: str) -> bool:
    """Say whether a question asks for a length, so that "300 m" are metres and no minutes.

    >>> asks_for_length("How tall is the tower?"), asks_for_length("How long did it take?")
    (True, False)
    """
    return _LENGTH.search(question) is not None
