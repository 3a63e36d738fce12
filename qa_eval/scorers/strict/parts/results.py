"""What an answer comes to: "£25 off the full £145, so £120" works out £120, and "Three; Oslo made it four" counts three before."""

from __future__ import annotations

import re

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex

LONGEST = 200  # characters; in a longer answer, more is told than what it comes to
_NUMBER = rf"(?:[$€£¥]?\d|(?:{'|'.join(CARDINALS[1:21])})\b)"
_VALUE = rf"{_NUMBER}(?:[^\s;!?]|\s(?!(?:and|or|but|more|less|fewer|higher|lower|than|off|of|from|to|up|down|later|earlier|ahead|behind|above|below|perhaps)\b)){{0,30}}?"
_RESULT = regex(
    rf"{_NUMBER}[^;!?\n]*?[,;.]?\s+(?:(?:and\s+)?so|thus|hence|therefore|(?:(?<=[,;.]\s)(?:that\s+is|that's|that\s+makes|i\.e\.))|(?:which|that)\s+(?:makes|comes\s+to|gives|adds\s+up\s+to)|making|giving),?\s+"
    rf"(?:(?:it|that|this|the\s+[a-z]+)\s+(?:is|was|costs?|comes?\s+to|came\s+to|makes?|made|took)\s+|it\s+|that\s+)?(?:about\s+|only\s+|just\s+)?"
    rf"(?P<result>{_VALUE})[.!]?\s*\Z",
    re.IGNORECASE,
)
_SUM = regex(
    rf"{_NUMBER}[^;!?\n]{{0,60}}?\s(?:minus|less|plus|-|\+)\s+(?:the\s+|another\s+)?{_NUMBER}[^;!?\n]{{0,60}}?(?::|\s(?:i\.\s?e\.|that\s+is|that['’]s|is|so|makes|leaving|leaves|gives|giving|=)),?\s+(?P<result>{_VALUE})[.!]?\s*\Z",
    re.IGNORECASE,
)
_LATER_COUNT = regex(
    rf"\s*(?:[;–—,]|[.](?=\s))\s*(?:and\s+)?[^;.!?\d]{{2,60}}?\s(?:made|makes|took|takes|brought|brings)\s+(?:it|that|them|(?:the|his|her|its|their)\s+[a-z]+(?:\s+[a-z]+)?)\s+(?:up\s+)?(?:to\s+)?{_NUMBER}[^;.!?]{{0,30}}[.!]?\s*\Z",
    re.IGNORECASE,
)
_BEFORE = regex(r"\b(?:already|before|previous(?:ly)?|prior to|so far|until then|earlier)\b", re.IGNORECASE)
_OFF = regex(r"\d\S*\s+(?:off|less than|minus|discount)\b|\b(?:discount|reduction|rebate)\b", re.IGNORECASE)
_TOLD = regex(r"[a-z\d]", re.IGNORECASE)


def result_of(text: str, question: str) -> str:
    """Return what an answer works out in its last words, or counts before what it tells next; "" for one that does neither.

    >>> result_of("It is £25 off the full £145, so £120.", "What does it cost?")
    '£120'
    >>> result_of("Three; Oslo made it four.", "How many had she won before Oslo?")
    'Three'
    """
    found = (_SUM.search(text) or _RESULT.search(text)) if len(text) <= LONGEST else None
    return found["result"] if found else _counted_before(text, question)


def result_instead(text: str, question: str) -> str:
    """Return what an answer gives by such a result and by no other figure in it: what is left of a price, the count before.

    >>> result_instead("£25 off the full £145, so £120", ""), result_instead("Ahead by 3 s, so 14:38", "")
    ('£120', '')
    """
    found = _SUM.search(text) if len(text) <= LONGEST else None
    found = found or (_RESULT.search(text) if len(text) <= LONGEST and _OFF.search(text) else None)
    return found["result"] if found else _counted_before(text, question)


def _counted_before(text: str, question: str) -> str:
    later = _LATER_COUNT.search(text) if len(text) <= LONGEST and _BEFORE.search(question) else None
    return text[: later.start()] if later and _TOLD.search(text, 0, later.start()) else ""
