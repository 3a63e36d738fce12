"""What did not come about, and why: "It could not start owing to fog" denies the start and not the fog."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_BARRED = regex(
    r"\b(?:(?:could|can|would)\s+not(?:\s+be)?|(?:was|were|is|are)\s+(?:not\s+able|unable)\s+to)(?:\s+[a-z]+){1,4}?\s+"
    r"(?=(?:owing\s+to|due\s+to|because\s+of|because|on\s+account\s+of|thanks\s+to|as\s+a\s+result\s+of)\s)",
    re.IGNORECASE,
)


_NO = regex(r"\b(?:without\s+any|with\s+no)\s+(?=[a-z])", re.IGNORECASE)


def without_any(text: str) -> str:
    """Return a text with "without any" and "with no" told as "without".

    >>> without_any("a day off without any loss of pay"), without_any("with nothing")
    ('a day off without loss of pay', 'with nothing')
    """
    return _NO.sub("without ", text) if " any " in text or "with no " in text else text


def unbarred(text: str) -> str:
    """Return a text with what could not be told as what was stopped.

    >>> unbarred("It could not start owing to fog"), unbarred("It was not due to fog")
    ('It stopped owing to fog', 'It was not due to fog')
    """
    return _BARRED.sub("stopped ", text) if " not " in text or "unable" in text else text
