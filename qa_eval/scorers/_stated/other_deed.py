"""The day of what the question tells of a thing, where that of another deed is asked: "It was damaged in May and reopened in June"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_ASKED = regex(
    r"\b(?:when|(?:what|which)\s+(?:date|day|month|year))\b[^?]*?\b(?:that|which|who)\s+(?:had\s+been|has\s+been|was|were|had)\s+(?:[a-z]+ly\s+)?(?P<told>[a-z]+)\b[^?]*\s(?P<asked>[a-z]+)\s*(?:\?|\Z)",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[;,]\s+|\.\s+|\s+(?:and|but|while|then|before)\s+", re.IGNORECASE)
_PAIR = 2


def of_told_deed(text: str, question: str, accepted: str) -> str:
    """Return the deed of which an answer tells the accepted date, where it tells that of the deed that is asked of another; "" for none.

    >>> asked = "When was the bridge that had been damaged reopened?"
    >>> of_told_deed("It was damaged in May and reopened in June.", asked, "May"), of_told_deed("It was damaged in May and reopened in June.", asked, "June")
    ('says it of "damaged"', '')
    """
    asked = _ASKED.search(question) if len(text) <= SHORT else None
    clauses = _CLAUSE.split(text) if asked else []
    if asked is None or len(clauses) < _PAIR:
        return ""
    told, wanted = stems(asked["told"]), stems(asked["asked"])
    own = [clause for clause in clauses if place_of(accepted.lower(), clause.lower()) >= 0]
    of_it = any(wanted & stems(clause) and clause not in own for clause in clauses)
    other = bool(own) and all(told & stems(clause) and not wanted & stems(clause) for clause in own)
    return f'says it of "{asked["told"]}"' if other and of_it else ""


OTHER_DEED: tuple[Check, ...] = ((lambda question: _ASKED.search(question) is not None, of_told_deed),)
