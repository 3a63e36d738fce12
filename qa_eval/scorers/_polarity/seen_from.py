"""What is told of the thing that the question names, told of the thing that it asks for: "Lund lies south of Ost" as "Ost lies north of Lund"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 120  # characters; a longer answer tells more than that
_PAIRS = (
    ("north", "south"), ("east", "west"), ("northeast", "southwest"), ("northwest", "southeast"),
    ("north-east", "south-west"), ("north-west", "south-east"), ("upstream", "downstream"),
    ("to the north", "to the south"), ("to the east", "to the west"), ("to the left", "to the right"),
)  # fmt: skip
# who somebody is to another one, and what that one may be to them
_KIN = (
    (("mother", "father", "parent"), ("son", "daughter", "child")),
    (("grandmother", "grandfather", "grandparent"), ("grandson", "granddaughter", "grandchild")),
    (("teacher", "tutor", "mentor"), ("pupil", "student", "disciple")),
    (("uncle", "aunt"), ("nephew", "niece")),
)
_KINDS = frozenset(("taught", "teach", "teaches", "tutored"))  # the verbs that ask for a teacher
_TOLD = regex(
    r"\W*(?P<one>(?:the\s+)?[A-Z][\w'’. -]*?)\s+(?P<is>is|was|lies|lay|stands|stood|sits)\s+(?P<how>(?:(?:directly|just|situated|located|due|far|immediately|only|about\s+\d+\s+\w+|\d+\s+\w+)\s+)*)"
    r"(?:(?P<side>(?:to the\s+)?(?:north(?:-?(?:east|west))?|south(?:-?(?:east|west))?|east|west|left|right|upstream|downstream))|(?:the|an?)\s+(?P<kin>[a-z]+))\s+of\s+(?P<other>(?:the\s+)?[A-Z][\w'’. -]*?)\s*[.!]?\s*",
)  # fmt: skip
_WORD = regex(r"[\w'’-]+")


@cache
def _other_side() -> Mapping[str, str]:
    return {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def as_seen_from(text: str, question: str) -> str:
    """Return one statement about the thing that a question names and the thing that it asks for as one about the latter.

    >>> as_seen_from("Lund lies due south of Ost.", "Which town lies north of Lund?")
    'Ost lies due north of Lund'
    >>> as_seen_from("Leofric is the son of Edith.", "Who is the mother of Prince Leofric?")
    'Edith is the mother of Leofric'
    """
    if len(text) > _LONGEST or " of " not in text:
        return text
    told = _TOLD.fullmatch(text)
    if told is None or not _names(question, told["one"]) or _names(question, told["other"]):
        return text
    if told["side"]:
        side = _other_side().get(told["side"].lower())
        if side is None or not re.search(rf"\b{told['side']}\b|\b{side}\b", question, re.IGNORECASE):
            return text
        return f"{told['other']} {told['is']} {told['how']}{side} of {told['one']}"
    kin = _kin_asked(question, told["kin"].lower())
    return f"{told['other']} {told['is']} the {kin} of {told['one']}" if kin else text


def _names(question: str, name: str) -> bool:
    """Return whether the last word of a name stands in a question."""
    words = _WORD.findall(name.lower())
    return bool(words) and words[-1] in _WORD.findall(question.lower())


def _kin_asked(question: str, told: str) -> str:
    """Return what a question asks for, where whoever is ``told`` to be that of somebody has that one for it; "" for none."""
    words = frozenset(_WORD.findall(question.lower()))
    for pair in _KIN:
        for ones, others in (pair, pair[::-1]):
            if told in others:
                return next(
                    (one for one in ones if one in words), ones[0] if ones[0] == "teacher" and words & _KINDS else ""
                )
    return ""
