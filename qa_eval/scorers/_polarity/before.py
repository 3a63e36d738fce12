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
    told = _SAID.fullmatch(text) if len(asked) == 1 else None
    if told is None or not meanings(f"{told['what']} {told['rest']}") <= meanings(question):
        return None
    later: bool = told["way"].lower().startswith(_LATER)
    wanted: str = asked[0].lower()
    return later == (wanted == "after")
