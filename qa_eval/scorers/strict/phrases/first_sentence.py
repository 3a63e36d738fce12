"""Accepted words given in a first sentence of their own, behind which an answer goes on: "Because cracks were found. It reopened in May"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.sentences import sentence_spans
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.wording import SHORT

_WHY = regex(r"\bwhy\b", re.IGNORECASE)
_LEAST = 4  # words of a first sentence that says something
# what takes back, denies, leaves open or adds to what was said first
_TURNS = regex(
    r"\b(?:not?|never|none|neither|nor|nobody|nothing|but|however|although|though|yet|actually|or|instead|rather|wrong\w*|correct\w*|fact|reality|truth|also|another|other|others|because|reasons?"
    r"|why|too|maybe|perhaps|possibly|probably|despite|still|really|false\w*|untrue|mistak\w*|claim\w*|alleg\w*|den(?:y|ied|ies)|besides|moreover|second(?:ly)?|plus|additional\w*|further\w*|as well|unclear|or)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


def said_first(text: str, question: str, accepted: str) -> str:
    """Return the first sentence of an answer that tells why something is so, where the others do not bear on it; "" else.

    >>> said_first("Because a valve had leaked. It reached port at noon.", "Why did it turn back?", "a valve leaked")
    'Because a valve had leaked.'
    """
    if len(text) > SHORT or _WHY.search(question) is None:
        return ""
    spans = list(sentence_spans(text))
    first = text[: spans[0][1]] if len(spans) > 1 else ""
    rest = text[len(first) :]
    return "" if len(first.split()) < _LEAST or _TURNS.search(rest) or opposite_in(accepted, rest) else first
