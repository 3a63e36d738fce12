"""What something was until it was changed: "It had been £48m before it was cut to £41m" gives £48m for what it was before."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 160  # characters; a longer answer tells more
_ASKED = regex(r"\b(?:previous|former|old|earlier|original|initial)(?:ly)?\b|\bbefore\b", re.IGNORECASE)
_NEW = regex(r"\b(?:new|now|current(?:ly)?|latest|present)\b", re.IGNORECASE)
_CHANGED = r"(?:cut|lowered|reduced|trimmed|slashed|raised|increased|lifted|upgraded|downgraded|changed|revised|moved|put up|brought down|doubled|halved|shortened|extended|renamed|replaced)"
_UNTIL = regex(
    rf"(?P<was>[^;]+?),?\s+(?:before|until|till)\s+(?P<then>(?:(?:(?:it|they|that|this|the\s+[a-z]+)\s+(?:was|were|had been|rose|fell|went|dropped)|being)\b|(?:the|an?|its|their)\s+(?:[a-z]+\s+)?(?:cut|rise|increase|reduction|change|revision|move)\b|{_CHANGED}\b)[^;]*)",
    re.IGNORECASE,
)
_DOUBTS = regex(r"\b(?:not|never|or|but|actually)\b|n['’]t\b|\?", re.IGNORECASE)
FIGURE = regex(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE)


def value_formerly(text: str, question: str) -> str:
    """Return what an answer says that something was until it was changed, or what it then became, as it is asked; "" for no such.

    >>> text = "It was 12 until it was cut to 9."
    >>> value_formerly(text, "What was the previous limit?"), value_formerly(text, "What is the new limit?"), value_formerly("12", "What is it now?")
    ('It was 12', 'it was cut to 9.', '')
    """
    if len(text) > _LONGEST or _DOUBTS.search(text):
        return ""
    former, new = _ASKED.search(question) is not None, _NEW.search(question) is not None
    told = _UNTIL.fullmatch(text.strip()) if former != new else None
    if told is None or not FIGURE.search(told["was"]):
        return ""
    return told["was"] if former else told["then"]
