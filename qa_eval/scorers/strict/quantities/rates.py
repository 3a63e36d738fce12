"""So much of one thing for one of another, as people put it: "22.4 crowns to the euro", "€1 = 22.40 crowns"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical

_LONGEST = 100  # characters; a longer answer says more than that
_NUMBER = r"(?:[$€£¥]\s?)?\d(?:[\d.,]*\d)?(?:\s?(?:[$€£¥]|[^\W\d]{1,15}))?(?![^\W\d])"
_TO_ONE = regex(
    rf"(?P<much>{_NUMBER})(?:\s+of(?:\s+[a-z-]+){{1,3}}?)?\s+(?:to|in|for|against|buys?|bought)\s+(?:the|an?|one|each|every|1)\s+(?P<one>[^\W\d]+)",
    re.IGNORECASE,
)
_ONE_IS = regex(
    rf"(?<![\d.,])(?:(?P<sign>[$€£¥])\s?1|(?:1|one|an?|the|each|every)\s+(?P<one>[^\W\d]+))(?:\.0+)?\s*(?:=|is|was|equals|equalled|buys|bought|costs?|(?:sells|sold|goes|went) for|fetche[sd]|traded at|trades at|stood at|stands at|(?:was|is) (?:worth|at))\s*"
    rf"(?:not\s+{_NUMBER},?\s+but\s+)?(?P<much>{_NUMBER})(?!\s+(?:to|for|per|an?)\b)",
    re.IGNORECASE,
)

_SO_MUCH = r"(?P<much>(?:[$€£¥]\s?)?\d(?:[\d.,]*\d)?(?:\s(?:thousand|million|billion))?)"
_PERIOD = r"(?:(?:an?|per|each|every)\s+(?P<period>second|minute|hour|day|night|week|month|season|year)|(?P<ly>hourly|daily|nightly|weekly|monthly|yearly|annually))\b"
# "28,000 people cross each day", "Each day, 28,000 people cross"
_PERIOD_BEHIND = regex(
    rf"{_SO_MUCH}(?P<between>(?:\s+(?!per\b|each\b|every\b|an?\b|times\b|once\b|twice\b|thrice\b)[a-z-]+){{1,8}}?),?\s+{_PERIOD}",
    re.IGNORECASE,
)
_PERIOD_AHEAD = regex(
    rf"(?:\A|[.;]\s+){_PERIOD},?(?P<between>(?:\s+[a-z-]+){{0,6}}?)\s+{_SO_MUCH}(?!\s*(?:a|an|per|each|every|/)\b)(?P<unit>\s[a-z]+\b)?",
    re.IGNORECASE,
)

_LY = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}


def with_period(text: str, unit: str) -> str:
    """Return an answer with the period of a rate behind its figure, where the accepted unit is so much in such a period.

    >>> with_period("28,000 people cross each day", "1 / day"), with_period("Each day £3 is charged", "GBP / day")
    ('28,000 per day people cross', ' £3 per day is charged')
    """
    if len(text) > _LONGEST:
        return text
    text = _FOR_EACH.sub("per ", text)
    base = unit.rpartition(" / ")[2]
    for pattern in (_PERIOD_BEHIND, _PERIOD_AHEAD):
        told = pattern.search(text)
        period = _LY.get((told["ly"] or "").lower()) or (told["period"] or "").lower() if told else ""
        if told and canonical(period) == base:
            ahead = pattern is _PERIOD_AHEAD
            measure, rest = _measure(told["unit"] or "" if ahead else told["between"])
            if not ahead and not rest:
                continue  # "25 litres a day" is written so
            rate = f"{told['much']}{measure} per {period}{rest}"
            written = f"{told['between']} {rate}" if ahead else rate
            return f"{text[: told.start()]}{written}{text[told.end() :]}"
    return text


def _measure(behind: str) -> tuple[str, str]:
    """Return the unit that stands first behind a figure, and the rest: "litres" of "litres of milk"."""
    words = behind.split()
    if not words or canonical(words[0]) is None:
        return "", behind
    return f" {words[0]}", "".join(f" {word}" for word in words[1:])


_FOR_EACH = regex(r"\bfor (?:each|every) (?=[a-z])", re.IGNORECASE)


def with_rate(text: str, unit: str) -> str:
    """Return an answer with so much for one of what the accepted unit is told per as so much per that.

    >>> with_rate("22.4 crowns to the euro", "1 / EUR"), with_rate("€1 = 22.40 crowns", "1 / EUR"), with_rate("3 to a table", "USD / EUR")
    ('22.4 crowns per euro', '22.40 crowns per euro', '3 to a table')
    """
    if len(text) > _LONGEST:
        return text
    base = unit.rpartition(" / ")[2]
    for pattern in (_TO_ONE, _ONE_IS):
        told = pattern.search(text)
        if told is None:
            continue
        one = _SIGNS.get(told.groupdict().get("sign") or "") or told["one"]
        if canonical(one.lower()) == base:
            return f"{text[: told.start()]}{told['much']} per {one}{text[told.end() :]}"
    return with_period(text, unit)


_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
