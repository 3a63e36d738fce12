"""Which office somebody holds: the chief financial officer is not the chief executive, nor a deputy the head."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_ASKS_OFFICE = regex(
    r"\bwho\s+(?:is|was|are|were|became|becomes|has been|will be|serves? as|served as)\b|\b(?:which|what) (?:person|man|woman)\b",
    re.IGNORECASE,
)
# words that make an office another one
_OF_ANOTHER = regex(
    r",?\s+(?:(?:is|was|are|were|has been|serves? as|served as|became)\s+)?(?:the|its|their|his|her|an?)\s+(?:[\w'-]+\s+){0,2}?"
    r"(?P<which>deputy|vice|assistant|co-|former|financial|finance|operating|technology|technical|marketing|legal|commercial|information|creative|scientific)"
    r"[\s-]*(?:[a-z]+\s+)?(?P<office>president|chair(?:man|woman|person)?|chief|head|director|minister|mayor|manager|coach|captain|officer|secretary|editor|governor|principal|leader|executive)\b",
    re.IGNORECASE,
)
_KNOWN = {"financial": "finance", "technical": "technology"}


def holds_another_office(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that they hold another office than that asked for.

    >>> text = "Ann Lee is the chief financial officer."
    >>> holds_another_office(text, (0, 7), "Who is the chief executive?")
    True
    >>> holds_another_office(text, (0, 7), "Who is the chief financial officer?")
    False
    """
    if _ASKS_OFFICE.search(question) is None:
        return False
    said = _OF_ANOTHER.match(text, span[1])
    if said is None:
        return False
    which, asked = said["which"].lower(), question.lower()
    return (
        which not in asked
        and _KNOWN.get(which, which) not in asked
        and not (which.startswith("fin") and "cfo" in asked)
    )
