"""A reason given in a sentence behind another one, or taken back in the next: "Because of the wind. The valve leaked later."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.sentences import sentence_spans
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_WHY = regex(r"\W*why\b", re.IGNORECASE)
_BECAUSE = regex(r"\W*(?:because(?:\s+of)?|due\s+to|owing\s+to|on\s+account\s+of)\s+", re.IGNORECASE)
_IN_FACT = regex(
    r"\W*(?:(?:but|and)\s+)?(?:in\s+(?:fact|reality|truth)|actually|really|no)[,:]?\s+(?:it|that|this|the\s+(?:real\s+)?(?:reason|cause))\s+(?:was|is|were)\s+(?!also\b|so\b|true\b)",
    re.IGNORECASE,
)
_TWO = 2


def reason_taken_back(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer gives another reason than the accepted one, which stands beside it; "" for none.

    >>> asked = "Why did it turn back?"
    >>> reason_taken_back("Because of the wind. A valve leaked later.", asked, "because a valve leaked")
    'says "Because of the wind"'
    >>> reason_taken_back("Because a valve leaked. It came back at noon.", asked, "because a valve leaked")
    ''
    """
    spans = list(sentence_spans(text)) if len(text) <= SHORT and ". " in text else []
    bare = _BECAUSE.sub("", accepted).lower()
    start = place_of(bare, text.lower()) if len(spans) >= _TWO else -1
    if start < 0:
        return ""
    first = text[spans[0][0] : spans[0][1]]
    if start >= spans[0][1] and _BECAUSE.match(first):
        return f'says "{first.rstrip(".")}"'
    turned = next((told for begin, _ in spans if begin > start and (told := _IN_FACT.match(text, begin))), None)
    return f'says "{turned[0].strip()}"' if turned else ""


TAKEN_BACK: tuple[Check, ...] = ((lambda question: _WHY.match(question) is not None, reason_taken_back),)
