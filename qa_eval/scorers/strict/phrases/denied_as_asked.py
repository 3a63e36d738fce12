"""Questions of what is forbidden, denied or lacking, which an answer tells by denying it: "You cannot sell it", for selling it."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_VERB = r"(?:forb[aio]d(?:s|den|ding)?|prohibit(?:s|ed|ing)?|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|lack(?:s|ed|ing)?|prevent(?:s|ed|ing)?)"
_MUST_NOT = r"(?:(?:must|may|can|could|should|shall) (?:[a-z]+ ){0,3}?not|(?:must|can|should)n['’]t|cannot)"
_ASKED = regex(rf"\b(?:what|which|who|whom)\b.*\b(?:{_VERB}|{_MUST_NOT})\b", re.IGNORECASE)
_OVER_AGAIN = regex(rf"(?:\b(?:not|never|no longer|nor)|n['’]t) (?:\w+ )?{_VERB}\b|\b(?:allow|permit)", re.IGNORECASE)


def denies_as_asked(text: str, question: str) -> bool:
    """Return whether what a text denies is just what a question asks for.

    >>> denies_as_asked("You cannot sell it.", "What does it forbid?"), denies_as_asked("It does not forbid it.", "What does it forbid?")
    (True, False)
    """
    return _ASKED.search(question) is not None and _OVER_AGAIN.search(text) is None
