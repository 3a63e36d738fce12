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
# those of one word are one relative
_KINDRED = tuple(
    frozenset(kind.split())
    for kind in (
        "husband spouse partner", "wife spouse partner", "father dad parent", "mother mum mom parent", "brother sibling", "sister sibling", "son child",
        "daughter child", "uncle", "aunt", "cousin", "nephew", "niece", "grandfather grandparent", "grandmother grandparent", "teacher tutor mentor",
        "student pupil", "fiancé fiancée",
    )
)  # fmt: skip
_WORDS_OF_KIN = "|".join(sorted({word for kind in _KINDRED for word in kind}, key=len, reverse=True))
_KIN_ASKED = regex(
    rf"\bwho\b[^?]*\b(?:his|her|their|its|[\w-]+['’]s?)\s+(?:[a-z]+\s+)?(?P<kin>{_WORDS_OF_KIN})\b", re.IGNORECASE
)
_KIN_BEFORE = regex(
    rf"\b(?:his|her|their|the)\s+(?:[a-z]+\s+)?(?P<kin>{_WORDS_OF_KIN})\s+(?:is|was|were)\s+(?:the\s+[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
_KIN_BEHIND = regex(
    rf"\s+(?:is|was|were)\s+(?:his|her|their|[\w-]+['’]s?)\s+(?:[a-z]+\s+)?(?P<kin>{_WORDS_OF_KIN})\b", re.IGNORECASE
)
_REACH = 60  # characters before a name in which it is told whose relative that is
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


def is_other_relative(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says that the one at ``span`` is another relative than the one that is asked for.

    >>> asked = "Who was her husband?"
    >>> is_other_relative("Emil Dax was her brother.", (0, 8), asked), is_other_relative("Her spouse was Emil Dax.", (15, 23), asked)
    (True, False)
    """
    asked = _KIN_ASKED.search(question)
    told = (
        (_KIN_BEFORE.search(text, max(0, span[0] - _REACH), span[0]) or _KIN_BEHIND.match(text, span[1]))
        if asked
        else None
    )
    if asked is None or told is None:
        return False
    wanted, said = asked["kin"].lower(), told["kin"].lower()
    return not any({wanted, said} <= kind for kind in _KINDRED) and wanted not in text.lower()


def _asks_for(who: str, question: str) -> bool:
    """Return whether a question asks who is whose relative, so that "Bo's teacher" names another one than Bo."""
    return (
        re.match(
            rf"\W*who (?:is|was|are|were)\b[^?]*(?:['’]s?\s+(?:\w+\s+)?{re.escape(who)}\b|\b{re.escape(who)}\s+of\b)",
            question,
        )
        is not None
    )
