"""Bounds that a question asks for: "Not before the second quarter" says when something can be at the earliest."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_ASKED = regex(r"\b(?:earliest|soonest|how soon|latest|deadline)\b", re.IGNORECASE)
_EARLIEST = regex(r"\b(?:earliest|soonest|how soon)\b", re.IGNORECASE)
_NOT_BEFORE = regex(
    r"\W*(?:not\s+(?:before|until|till)|(?:no|not)\s+(?:earlier|sooner)\s+than)\s+(?=\S)", re.IGNORECASE
)
_NOT_AFTER = regex(r"\W*(?:not\s+after|(?:no|not)\s+later\s+than)\s+(?=\S)", re.IGNORECASE)


def of_limit(text: str, question: str) -> str:
    """Return an answer without the words that only make what it gives the limit that is asked for.

    >>> of_limit("Not before May.", "When can it open at the earliest?"), of_limit("Not before May.", "When does it open?")
    ('May.', 'Not before May.')
    """
    if text[:1] not in "nN" or _ASKED.search(question) is None:
        return text
    limit = _NOT_BEFORE if _EARLIEST.search(question) else _NOT_AFTER
    led = limit.match(text)
    return text[led.end() :] if led else text
