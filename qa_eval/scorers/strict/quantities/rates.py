"""So much of one thing for one of another, as people put it: "22.4 crowns to the euro", "€1 = 22.40 crowns"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical

_LONGEST = 100  # characters; a longer answer says more than that
_NUMBER = r"(?:[$€£¥]\s?)?\d(?:[\d.,]*\d)?(?:\s?(?:[$€£¥]|[^\W\d]{1,15}))?(?![^\W\d])"
_TO_ONE = regex(
    rf"(?P<much>{_NUMBER})\s+(?:to|for|against|buys?|bought)\s+(?:the|an?|one|each|every|1)\s+(?P<one>[^\W\d]+)",
    re.IGNORECASE,
)
_ONE_IS = regex(
    rf"(?<![\d.,])(?:(?P<sign>[$€£¥])\s?1|(?:1|one|an?|the|each|every)\s+(?P<one>[^\W\d]+))(?:\.0+)?\s*(?:=|is|was|equals|equalled|buys|bought|costs?|(?:sells|sold|goes|went) for|fetche[sd]|traded at|trades at|stood at|stands at|(?:was|is) (?:worth|at))\s*"
    rf"(?:not\s+{_NUMBER},?\s+but\s+)?(?P<much>{_NUMBER})(?!\s+(?:to|for|per|an?)\b)",
    re.IGNORECASE,
)


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
    return text


_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
