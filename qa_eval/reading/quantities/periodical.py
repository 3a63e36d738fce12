"""Periods by which something is measured, in words of their own: "600 mm annually" is 600 mm a year."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

PERIODS = {
    "per annum": "year", "pa": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
    "annual": "year", "nightly": "night",
}  # fmt: skip
_PERIODICAL = regex(
    r"(?<=[\w€£$%])\s+(?P<period>per annum|p\.a\.|annually|yearly|monthly|weekly|daily|hourly)(?!\w)", re.IGNORECASE
)
# how a text says that something is by the period
SAID = {
    "year": regex(r"\b(?:annual(?:ly)?|yearly|per annum|(?:per|a|each|every) year)\b", re.IGNORECASE),
    "month": regex(r"\b(?:monthly|(?:per|a|each|every) month)\b", re.IGNORECASE),
    "week": regex(r"\b(?:weekly|(?:per|a|each|every) week)\b", re.IGNORECASE),
    "day": regex(r"\b(?:daily|(?:per|a|each|every) day)\b", re.IGNORECASE),
    "hour": regex(r"\b(?:hourly|(?:per|an|each|every) hour)\b", re.IGNORECASE),
}


def with_periods(text: str) -> str:
    """Return a text with the periods of its figures as nouns.

    >>> with_periods("600 mm annually"), with_periods("5 % p.a.")
    ('600 mm per year', '5 % per year')
    """
    if "ly" not in text and "p" not in text:
        return text
    return _PERIODICAL.sub(lambda found: " per " + PERIODS[found["period"].lower().replace(".", "")], text)


def periods_in(text: str) -> frozenset[str]:
    """Return the periods by which a text says that something is.

    >>> periods_in("What is the annual rainfall?")
    frozenset({'year'})
    """
    return frozenset(period for period, said in SAID.items() if said.search(text))
