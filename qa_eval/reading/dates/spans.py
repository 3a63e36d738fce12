"""Spans of time told by how they began and ended: "It began on 3 May and ended on the 9th"."""

from __future__ import annotations

import re
from itertools import pairwise

from qa_eval.reading.calendar import A_MONTH, MONTHS
from qa_eval.reading.regex import regex

_BEGAN = r"(?:began|begins?|beginning|started|starts?|starting|opened|opens?|opening|broke out|breaks out|commenced|kicked off)"
_ENDED = r"(?:ended|ends?|ending|came to an end|comes to an end|concluded|stopped|finished|finishes|finishing|closed|closes?|closing|lasted until|lasts until|went on until|goes on until|continued until|(?:was|were|is|are) over (?:by|on))"
_BOTH = regex(
    rf"\b{_BEGAN}\s+(?:on\s+|in\s+)?(?P<first>[^.;,]{{1,30}}?),?\s+(?:and|and then|,)\s*(?:it\s+|they\s+)?{_ENDED}\s+(?:on\s+|in\s+)?(?=\S)",
    re.IGNORECASE,
)
# "It was begun in 1868 and finished in 1873"
_BUILT = regex(
    r"\b(?:(?:was|were)\s+)?(?:begun|began|started|commenced|under\s+way)\s+(?:on\s+|in\s+)?(?P<first>[^.;,]{1,30}?)(?:,?\s+and(?:\s+then)?\s+|\s*[,;]\s*)"
    r"(?:(?:it|they|work|(?:the\s+)?(?:works?|building|construction))\s+)?(?:(?:was|were|being)\s+)?(?:finally\s+)?(?:completed|finished|concluded|ended)\s+(?:on\s+|in\s+)?(?=\S)",
    re.IGNORECASE,
)
_MONTH_OR_YEAR = rf"\b(?:{A_MONTH}|(?:1[5-9]|20)\d\d)\b"
_TO = r"ran from \g<first> to "
_IN_A_ROW = regex(rf"{_MONTH_OR_YEAR}(?:,? (?:and )?(?:{_MONTH_OR_YEAR})){{2,11}}", re.IGNORECASE)


def with_span(text: str) -> str:
    """Return a text with a beginning and an end told as a span, and with three or more months in a row as one.

    >>> with_span("It began on 3 May and ended on 9 May.")
    'It ran from 3 May to 9 May.'
    >>> with_span("It was begun in 1868 and finished in 1873.")
    'It ran from 1868 to 1873.'
    >>> with_span("in November, December and January"), with_span("May, June and August")
    ('in November to January', 'May, June and August')
    """
    if " " not in text:
        return text
    return _IN_A_ROW.sub(_as_span, _BOTH.sub(_TO, _BUILT.sub(_TO, text)))


_FROM_TO = regex(r"\bran from (?P<first>\d{4}) to (?P<last>\d{4})\b(?! BCE?\b)")


def ends_before_it_began(text: str) -> bool:
    """Return whether a span that was told by its beginning and end has an end before its beginning.

    >>> ends_before_it_began(with_span("begun in 1873 and finished in 1868")), ends_before_it_began(with_span("begun 1868, finished 1873"))
    (True, False)
    """
    told = _FROM_TO.search(text)
    return told is not None and told["first"] > told["last"]


def _as_span(found: re.Match[str]) -> str:
    """Return months or years in a row by the first and the last of them; others as they stand."""
    told = re.findall(_MONTH_OR_YEAR, found[0], re.IGNORECASE)
    if all(map(str.isdecimal, told)):
        steps = {int(other) - int(one) for one, other in pairwise(told)}
    elif any(map(str.isdecimal, told)):
        return found[0]
    else:
        steps = {
            (MONTHS.index(other.lower()) - MONTHS.index(one.lower())) % len(MONTHS) for one, other in pairwise(told)
        }
    return f"{told[0]} to {told[-1]}" if steps == {1} else found[0]
