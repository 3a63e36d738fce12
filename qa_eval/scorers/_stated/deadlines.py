"""The date by which, where an answer tells in another clause when something else begins: "by 1 July; permits are valid from 31 May"."""

from __future__ import annotations

import re
from itertools import pairwise

from qa_eval.reading.dates import read_dates
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

_ASKED = regex(
    r"\b(?:(?:un)?till? (?:when|what|which)|by (?:when|(?:what|which) da(?:te|y))|deadline|closing date|due|at the latest|latest (?:date|day)|last (?:date|day))\b",
    re.IGNORECASE,
)
_EDGE = regex(
    r"[;:]\s+|\.\s+(?=[A-Z])|,?\s+(?:but|while|whereas|as|since|because)\s+(?=[a-z])|,\s+(?:and\s+)?(?=(?:the\s+)?[a-z]+\s+[a-z])"
)
_LIMIT = regex(
    r"\b(?:by|(?:un)?till?|(?:no|not) later than|not after|before|on or before|due|deadline|at the latest|ends?|closes?|expires?|last day)\b",
    re.IGNORECASE,
)
_START = regex(
    r"\b(?:from|since|begins?|began|starts?|started|starting|opens?|opened|runs?|go(?:es)? out|sent out|shipped|valid|issued|published|display|held|announced)\b",
    re.IGNORECASE,
)
_TURNS = regex(
    r"\b(?:or|extend\w*|postpone\w*|moved?|changed?|put off|brought forward|actually|correct\w*|now|new|instead|revised|not|no longer|originally|earlier)\b|n['’]t\b",
    re.IGNORECASE,
)
_MUST = regex(r"\b(?:must|shall|ha(?:s|ve) to|needs? to|is to|are to)\b", re.IGNORECASE)
_LED = regex(
    r"\W*(?:(?:it|they|this|that|you)\b|(?:by|until|till|on|before|no later than|the (?:deadline|closing date))\b|\d)",
    re.IGNORECASE,
)
_LATER_THAN = regex(r"\b(?:no|not) later than\b", re.IGNORECASE)


def _asks_deadline(question: str) -> bool:
    """Return whether a question asks by when something has to be done."""
    return _ASKED.search(question) is not None


def of_deadline(text: str, question: str) -> str:
    """Return of an answer that tells several dates, each in a clause of its own, the clause that says by when; else all of it.

    >>> asked = "By what date must the form be back?"
    >>> of_deadline("It has to be back by 1 July 2024; permits are valid from 31 May 2024.", asked)
    'It has to be back by 1 July 2024'
    >>> of_deadline("3 May 2024; lessons begin on 9 May 2024.", asked), of_deadline("by 1 July 2024 or by 31 May 2024", asked)
    ('3 May 2024', 'by 1 July 2024 or by 31 May 2024')
    """
    if (
        len(text) > SHORT
        or not _asks_deadline(question)
        or _TURNS.search(_LATER_THAN.sub("by", text))
        or not any(map(str.isdecimal, text))
    ):
        return text
    edges = [(0, 0), *(edge.span() for edge in _EDGE.finditer(text)), (len(text), len(text))]
    parts = [text[before[1] : after[0]] for before, after in pairwise(edges) if before[1] < after[0]]
    dated = [part for part in parts if read_dates(part)]
    if len(dated) < 2:  # noqa: PLR2004 - one to keep, one to leave out
        return text
    limits = [part for part in dated if _LIMIT.search(part)]
    if limits:
        others = (part for part in dated if part is not limits[0])
        sure = len(limits) == 1 and _is_of_it(limits[0], question) and not any(map(_MUST.search, others))
        return limits[0] if sure else text
    plain = [part for part in dated if not _START.search(part)]
    return plain[0] if len(plain) == 1 else text


def _is_of_it(part: str, question: str) -> bool:
    """Return whether a clause is about what is asked: it names nothing else, or a word of the question."""
    return _LED.match(part) is not None or bool(stems(part) & stems(question))
