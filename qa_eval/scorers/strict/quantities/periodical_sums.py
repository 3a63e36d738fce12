"""Sums told by what is due for a time: "twice the monthly rent" is two months' rent."""

from __future__ import annotations

import re

from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex

_PERIODS = {
    "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "yearly": "year", "annual": "year",
}  # fmt: skip
_TIMES = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "treble": "3"}
PERIODS = frozenset(_PERIODS.values())
_SO_MANY_TIMES = regex(
    rf"\b(?:(?P<word>{'|'.join(_TIMES)})|(?P<count>\d+(?:\.\d+)?|{'|'.join(NUMBER_OF)})\s*(?:times|[x×]))\s+"
    rf"(?:(?:the|an?|one|your|their|its|his|her)\s+)?(?P<per>{'|'.join(_PERIODS)})\s+(?P<what>[a-z]{{3,}})\b",
    re.IGNORECASE,
)


def as_so_long(text: str) -> str:
    """Return a text with a multiple of what is due for a time told as what is due for that many times as long.

    >>> as_so_long("Twice the monthly rent"), as_so_long("twice a month")
    ("2 months' rent", 'twice a month')
    """
    return _SO_MANY_TIMES.sub(_told, text) if "ly " in text or "annual" in text else text


def _told(found: re.Match[str]) -> str:
    count = _TIMES[found["word"].lower()] if found["word"] else found["count"]
    return f"{count} {_PERIODS[found['per'].lower()]}s' {found['what']}"
