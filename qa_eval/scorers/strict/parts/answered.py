"""What is answered first: "1899; the stadium was built in 1923" gives the year that is asked for, and then tells of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.sentences import sentence_spans
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.direction import way_told
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.scorers.strict.parts.clauses import Place

_LEAD = regex(
    r"\W*(?:(?:on|in|the|at|it|was|is|about|around|approximately|by|for|they|from)\s+){0,3}[^\w]*", re.IGNORECASE
)
_BOUNDARY = regex(r"[^\w.;(–—-]*(?:\.\s|;|\s?\(|\s[–—-]\s)")
_WORD = regex(r"[^\W\d_]{4,}")
# what takes back or leaves open what was said first
_DOUBTS = regex(
    r"\b(?:or(?!\s+(?:else\s+)?(?:(?:the|your)\s+[a-z]+|it|you)\s+(?:will|would|may|might|can|stops|shows|fails|locks|breaks)\b)|maybe|perhaps|possibly|actually|not|no|sorry|wait|correction|correct\w*|rather|revised|updated|moved|changed|postponed|delayed|rescheduled|extended|some|others?"
    r"|sources?|says?|said|claim\w*|according|report\w*|disputed|but|however|alternatively|instead)\b|\?",
    re.IGNORECASE,
)
_OF_IT = regex(
    r"\W*(?:it|this|that|they|he|she)\s+(?:was|were|is|are|had been|has been)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE
)
_PARTS = regex(r"(?<=\w)\.\s+(?=[A-Z])(?<!Nov\. )(?<!Oct\. )(?<!Dec\. )|;|\s\(|\s[–—-]\s")
_ACTUAL = regex(r"\bactual\s+(?P<what>[a-z]+)", re.IGNORECASE)
_LIMIT_ASKED = regex(
    r"\b(?:limit|target|forecast|estimated?|budget(?:ed)?|planned|expected|guidance|ceiling|cap|threshold|maximum|minimum|required|goal|quota|scheduled)\b",
    re.IGNORECASE,
)
_COUNTS_ON = regex(
    r"\s(?:made|makes|brought|brings|took|takes)\s+(?:it|that)\s+(?:up\s+)?(?:to\s+)?(?:\d|[a-z]+[.!]?\s*\Z)",
    re.IGNORECASE,
)
_FEW = 5  # words
_SCALES = frozenset(("thousand", "million", "billion", "trillion", "percent"))
_PRONOUN = regex(r"\W*(?:it|this|that|they|he|she|then|now|later)\b", re.IGNORECASE)


def tells_actual_one(text: str, question: str) -> bool:
    """Return whether a text takes back what was said before it by what is "actual", where no limit or plan is asked for.

    >>> tells_actual_one("The actual share was 8 %.", "What share did it have?"), tells_actual_one("The actual speed was 84.", "What is the limit?")
    (True, False)
    """
    actual = _ACTUAL.search(text) if "actual" in text else None
    limited = _LIMIT_ASKED.search(question) is not None
    return actual is not None and (not limited or _LIMIT_ASKED.fullmatch(actual["what"]) is not None)


def counts_on(text: str) -> bool:
    """Return whether a text goes on with the count before it: "Oslo made it four"."""
    return _COUNTS_ON.search(text) is not None


def answered_first(text: str, question: str, right: Place, other: Place) -> bool:
    """Return whether an answer gives the right one first and alone, and the other in a statement or aside of its own.

    >>> from qa_eval.scorers.strict.parts.clauses import Place
    >>> text = "1899; the stadium was built in 1923."
    >>> answered_first(text, "When was the club founded?", Place(0, 4), Place(31, 35))
    True
    """
    if right.end > other.start or _LEAD.fullmatch(text, 0, right.start) is None:
        return False
    edge = _BOUNDARY.match(text, right.end)
    if edge is None or edge.end() > other.start:
        return False
    rest = text[edge.end() :]
    told = text[edge.end() : other.start]
    if _DOUBTS.search(rest) or tells_actual_one(rest, question) or counts_on(rest):
        return False
    said = _OF_IT.match(told)
    if said is None and _PRONOUN.match(told):
        return False
    if said is not None and stem_of(key(said["verb"])[-1] if key(said["verb"]) else "") in stems(question):
        return False
    beside = _WORD.findall(f"{told} {text[other.end :]}")  # "64 (sixty-five)" says nothing beside
    return any(word.lower() not in _SCALES and canonical(word.lower()) is None for word in beside)


def is_turned(way: int, text: str, holds: Callable[[str], bool]) -> bool:
    """Return whether an answer says that it went the other way than is asked; what it explains behind the accepted figure does not.

    ``way`` is 1 for up and -1 for down; ``holds`` tells whether a part of the answer gives the accepted figure.

    >>> text = "A loss of $3 m. Costs rose by a third."
    >>> is_turned(-1, text, lambda part: "$3 m" in part), is_turned(-1, "It rose by $3 m.", lambda part: "$3 m" in part)
    (False, True)
    """
    if not way or way_told(text) != -way:
        return False
    spans = list(sentence_spans(text))
    until = next((text[:end] for start, end in spans if holds(text[start:end])), text) if len(spans) > 1 else text
    return way_told(until) == -way


def first_told(text: str) -> str:
    """Return what an answer says first, where that is short and holds a figure, else all of it.

    >>> first_told("1899; the stadium was built in 1923."), first_told("It was founded in 1899.")
    ('1899', 'It was founded in 1899.')
    """
    head = _PARTS.split(text, maxsplit=1)[0]
    return head if len(head.split()) <= _FEW and any(map(str.isdecimal, head)) else text
