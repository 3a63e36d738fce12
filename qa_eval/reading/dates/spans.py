"""Spans of time told by how they began and ended: "It began on 3 May and ended on the 9th"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_BEGAN = r"(?:began|begins?|beginning|started|starts?|starting|opened|opens?|opening|broke out|breaks out|commenced|kicked off)"
_ENDED = r"(?:ended|ends?|ending|came to an end|comes to an end|concluded|stopped|finished|finishes|finishing|closed|closes?|closing|lasted until|lasts until|went on until|goes on until|continued until|(?:was|were|is|are) over (?:by|on))"
_BOTH = regex(
    rf"\b{_BEGAN}\s+(?:on\s+|in\s+)?(?P<first>[^.;,]{{1,30}}?),?\s+(?:and|and then|,)\s*(?:it\s+|they\s+)?{_ENDED}\s+(?:on\s+|in\s+)?(?=\S)",
    re.IGNORECASE,
)


def with_span(text: str) -> str:
    """Return a text with a beginning and an end told as a span.

    >>> with_span("It began on 3 May and ended on 9 May.")
    'It ran from 3 May to 9 May.'
    """
    return _BOTH.sub(r"ran from \g<first> to ", text) if " " in text else text
