"""Whose relative or colleague somebody is: "Ann Ray's niece wrote it" tells of the niece."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_KIN = regex(
    r"(?:['’]s|(?<=s)['’])\s+(?:(?:own|late|former|elder|eldest|older|younger|youngest|twin|then|long-time|longtime)\s+)?"
    r"(?P<who>son|daughter|niece|nephew|aunt|uncle|brother|sister|wife|husband|widow|mother|father|cousin|grandson|granddaughter|grandmother|grandfather"
    r"|friend|colleague|assistant|deputy|student|pupil|teacher|secretary|agent|lawyer|spokesman|spokeswoman|coach|successor|predecessor|boss"
    r"|team-?mate|neighbou?r|partner|rival|opponent|aide|publisher|editor|manager)\b",
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
    return kin is not None and kin["who"].lower() not in question.lower()
