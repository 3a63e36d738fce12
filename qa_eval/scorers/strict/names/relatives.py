"""Whose relative or colleague somebody is: "Ann Ray's niece wrote it" tells of the niece."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

# who somebody is to another one
RELATED = (
    "son|daughter|brother|sister|wife|husband|father|mother|widow|spouse|cousin|nephew|niece|uncle|aunt|grandson|granddaughter|grandmother|grandfather|ancestor"
    "|descendant|relative|deputy|predecessor|successor|rival|competitor|opponent|ally|friend|colleague|neighbou?r|student|pupil|disciple|apprentice|follower|teacher"
    "|tutor|mentor|patron|assistant|aide|secretary|biographer|publisher|translator"
)
_KIN = regex(
    rf"(?:['’]s|(?<=s)['’])\s+(?:(?:own|late|former|elder|eldest|older|younger|youngest|twin|then|long-time|longtime)\s+)?"
    rf"(?P<who>{RELATED}|agent|lawyer|spokesman|spokeswoman|coach|boss|team-?mate|partner|editor|manager)\b",
    re.IGNORECASE,
)
_OWN = 2  # characters of "'s", which may be told with the name


def tells_of_relative(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer tells of a relative or colleague of the one at ``span``, of whom the question does not ask.

    >>> tells_of_relative("Ann Ray's niece wrote it.", (0, 7), "Who wrote it?"), tells_of_relative("Ann Ray's niece", (0, 7), "Whose niece?")
    (True, False)
    """
    end = span[1] - _OWN if text[span[1] - _OWN : span[1]] in {"'s", "’s"} else span[1]
    kin = _KIN.match(text, end)
    if kin is None:
        return False
    who, asked = kin["who"].lower(), question.lower()
    return who not in asked or _asks_for(who, asked)


def _asks_for(who: str, question: str) -> bool:
    """Return whether a question asks who is whose relative, so that "Bo's teacher" names another one than Bo."""
    return (
        re.match(
            rf"\W*who (?:is|was|are|were)\b[^?]*(?:['’]s?\s+(?:\w+\s+)?{re.escape(who)}\b|\b{re.escape(who)}\s+of\b)",
            question,
        )
        is not None
    )
