"""Deadlines within accepted words: "up to 30 days after you bought it" is within 30 days of it."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_SPAN = r"(?P<span>(?:\d+|an?|[a-z]+(?:-[a-z]+)?)\s+(?:(?:working|business|calendar|full)\s+)?(?:hours?|days?|weeks?|months?|years?))"
DEADLINE = regex(rf"\bwithin\s+{_SPAN}\s+(?:of|after)\s", re.IGNORECASE)
_SINCE = r"\s+(?:after|from|following|of|since)\s+"
# "up to 30 days after", "30 days at most after", "You have 30 days from"
_UP_TO = regex(
    rf"(?<!not )(?:\b(?:(?:for\s+)?up to|no later than|not later than|at most|at the latest|no more than|within|inside(?:\s+of)?|(?:in|for|during)\s+the\s+first|for|until)\s+{_SPAN}(?:\s+at\s+(?:most|the\s+latest))?{_SINCE}"
    rf"|{_SPAN.replace('span', 'limited')}\s+at\s+(?:most|the\s+latest)\s+(?:after|from|following)\s+"
    rf"|(?:\A\W*|(?<=have )|(?<=has )|(?<=got )){_SPAN.replace('span', 'given')}\s+(?:from|after(?=[^.;]*\bat the latest))\s+)",
    re.IGNORECASE,
)
_SINCE_WHEN = regex(
    r"(?<= of )(?:(?:the\s+)?(?:day|date|time|moment)\s+(?:of|when|that|on which)\s+)?(?:(?:you|they|he|she|it|we|one)\s+(?:have\s+|has\s+|had\s+)?(?P<done>[a-z]+(?:ed|t|d|en))(?:\s+(?:it|them))?\b)?",
    re.IGNORECASE,
)


def as_deadline(text: str) -> str:
    """Return an answer with how long after something at most as within which time of it.

    >>> as_deadline("up to 30 days after you bought it"), as_deadline("more than 30 days after purchase")
    ('within 30 days of bought', 'more than 30 days after purchase')
    """
    led = _UP_TO.search(text)
    if led is None:
        return text
    span = led["span"] or led["limited"] or led["given"]
    rest = text[led.end() :].replace(" at the latest", "")
    told = f"{text[: led.start()]}within {span} of {rest}"
    return _SINCE_WHEN.sub(lambda found: found["done"] or "", told, count=1)
