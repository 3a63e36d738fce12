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
# "half an hour", "an hour and 20 minutes" and "It takes an hour" are lengths, and no rates
_NO_LENGTH = "".join(
    f"(?<!{before} )"
    for before in "half of about just only over for in than nearly almost under within spend spends spent take takes took last lasts lasted wait waits is was".split()  # noqa: SIM905 - a word list reads best as one text
)


def _said(period: str, adverbs: str) -> re.Pattern[str]:
    return regex(
        rf"\b(?:{adverbs}|(?:per|each|every) {period}|(?<=[\w%€£$)] ){_NO_LENGTH}an? {period}(?! and (?:an?\b|\d|half|[a-z]+ minutes)))\b",
        re.IGNORECASE,
    )


# how a text says that something is by the period
SAID = {
    "year": _said("year", "annual(?:ly)?|yearly|per annum"),
    "month": _said("month", "monthly"),
    "week": _said("week", "weekly"),
    "day": _said("day", "daily"),
    "hour": _said("hour", "hourly"),
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
