"""Nothing given: no number of things, said in words, "He never won it" for 0, and an answer that only declines."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.asking import counted
from qa_eval.scorers.lenient.several import Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said

_NONE = frozenset(("0", "none", "zero", "no", "never", "nil"))
_HOW_MANY = regex(r"\bhow (?:many|often)\b", re.IGNORECASE)
_NEVER = regex(
    r"\b(?:never|not once|not a single|n[o']t (?:\w+ ){0,2}(?:ever|any)|without ever|no|none|neither|lacks?|lacked)\b",
    re.IGNORECASE,
)
_REACH = 200  # characters behind a denial in which it says of what
_start = attrgetter("start")
_STOP = regex(r"[.;:!?\n]|, (?:but|and|although|though|while)\b|\b(?P<once>before|until|more than|again)\b")


def says_none(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks how many, none is accepted, and an answer denies that there were any."""
    if not asked.is_count or not _HOW_MANY.search(asked.text) or not asked.wanted:
        return None
    if not all(each.text.strip(" .").lower() in _NONE for each in asked.wanted):
        return None
    things = {verb_stem(form) for form in counted(asked.text)} | (
        asked.verb_stems if "time" in asked.forms else frozenset()
    )
    for never in _NEVER.finditer(said.plain):
        stop = _STOP.search(said.plain, never.end(), never.end() + _REACH)
        if stop and stop["once"]:
            continue  # "never again" was once
        end = stop.start() if stop else never.end() + _REACH
        first, last = (bisect_left(said.words, place, key=_start) for place in (never.end(), end))
        denied = {verb_stem(word.form) for word in said.words[first:last]}
        if not denied or denied & things:
            return Decision(0.85, Reason.EQUAL_VALUE, "says that there were none")
    return None


def declines(row: Row) -> Decision | None:
    """Decide where an answer only declines, and the accepted answer is a word that any refusal may have: "of"."""
    if row["refuses"] < 1 or row["found"]:
        return None
    return Decision(0.05, Reason.ABSTAINED, "declines to answer")
