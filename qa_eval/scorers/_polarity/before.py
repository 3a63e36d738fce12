"""Whether something came before or after, told by how long: "It had been checked five days earlier" says yes to "before the storm"."""

from __future__ import annotations

import re

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meanings

_LONGEST = 100  # characters; a longer answer says more than that
_ASKED = regex(r"\b(?P<way>before|after)\b", re.IGNORECASE)
_NUMBER = rf"(?:\d+|an?|several|some|many|{'|'.join(CARDINALS[1:21])})"
_SAID = regex(
    rf"\W*(?P<what>[^.;,!?]*?)\s*\b(?:(?:only|just|about|some|less than|more than)\s+)?{_NUMBER}\s+(?:second|minute|hour|day|week|month|year)s?\s+(?P<way>before(?:hand)?|earlier|previously|prior|after(?:wards)?|later)\b(?P<rest>[^.;,!?]*)\W*",
    re.IGNORECASE,
)
# "She resigned afterwards"
_AFTER_IT = regex(r"\W*(?P<what>[^.;,!?]*?)\s+(?:only\s+)?(?:afterwards|later|after\s+(?:that|it))\W*", re.IGNORECASE)
_WORD_FIRST = regex(r"\W*(?P<word>yes|no)\b[\s,.:;–—-]+(?P<told>[^.;!?]+)[.!]?\s*", re.IGNORECASE)
_ALSO = regex(r"\b(?:also|too|again|only|both|once|twice|already|not|never|n't|another|second|first)\b", re.IGNORECASE)
_STILL_WHEN = regex(r"(?P<told>[^.;,!?]*?\bstill\b[^.;,!?]*?)\s+(?:when|as|by the time|at the time)\s", re.IGNORECASE)
_ONLY = regex(r"\bonly\b", re.IGNORECASE)
_WAY = meanings("before after")
_ALREADY = regex(r"\balready\s+", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|no|never|nor|neither|within|until|only after)\b|n['’]t\b", re.IGNORECASE)
_LATER = ("after", "later")


def before_says(question: str, text: str) -> bool | None:
    """Return whether an answer says yes or no to what is asked to have come before or after by how long it came so; None where it tells no such thing.

    >>> asked = "Was the crane checked before the storm?"
    >>> before_says(asked, "It had been checked five days earlier."), before_says(asked, "Five days later."), before_says(asked, "It fell an hour later.")
    (True, False, None)
    """
    if len(text) > _LONGEST or _DENIES.search(text):
        return None
    asked = _ASKED.findall(question)
    if len(asked) == 1 and (later_on := _AFTER_IT.fullmatch(text)) and _is_deed(later_on["what"], question):
        wants_later: bool = asked[0].lower() == "after"
        return wants_later
    if asked == ["before"] and "still" in text and _still_not(question, text):
        return False
    told = _SAID.fullmatch(text) if len(asked) == 1 else None
    if told is None or not meanings(f"{told['what']} {told['rest']}") <= meanings(question):
        return None
    later: bool = told["way"].lower().startswith(_LATER)
    wanted: str = asked[0].lower()
    return later == (wanted == "after")


def _still_not(question: str, text: str) -> bool:
    """Return whether an answer tells a state that was still so when what is asked to have come later did: "She was still in office when it came out"."""
    from qa_eval.scorers._polarity.states import asked_state  # noqa: PLC0415 - it loads a table

    when = _STILL_WHEN.match(text)
    state = asked_state(f"{question.lower().partition(' before ')[0]}?") if when else None
    return state is not None and when is not None and state.says(when["told"])[0] is False


def _is_deed(told: str, question: str) -> bool:
    """Return whether words tell what is asked to have been done, and nothing else."""
    said = meanings(_ONLY.sub(" ", told))
    return bool(said) and said <= meanings(question)


def before_against_word(question: str, text: str) -> bool:
    """Return whether an answer says yes or no, and tells of the other one by what came first.

    >>> asked = "Did she resign before the report came out?"
    >>> before_against_word(asked, "No, she had already resigned a week before it came out."), before_against_word(asked, "No, she resigned a week later.")
    (True, False)
    """
    if len(text) > _LONGEST or not _ASKED.search(question):
        return False
    word = _WORD_FIRST.fullmatch(text)
    if word is None:
        return False
    yes, told = word["word"].lower() == "yes", _ALREADY.sub("", word["told"])
    said = before_says(question, told)
    if said is not None:
        return said is not yes
    asked, way = _ASKED.findall(question), _ASKED.findall(told)
    if len(asked) != 1 or len(way) != 1 or _ALSO.search(told) or _DENIES.search(told):
        return False
    clear = meanings(told.partition(way[0])[2]) & meanings(question.partition(asked[0])[2])
    same = way[0].lower() == asked[0].lower()
    return bool(clear) and meanings(told) - _WAY <= meanings(question) and same is not yes
