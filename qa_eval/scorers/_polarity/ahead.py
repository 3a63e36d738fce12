"""A deed that is wanted or still possible, and so not done yet: "They still have a chance to qualify" where it is asked whether they did."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 160  # characters; a longer answer says more than that
_ASKS_DONE = regex(r"\W*(?:did|has|have|had)(?:n['’]t)?\s", re.IGNORECASE)
_AHEAD = regex(
    r"\b(?:(?:needs?|wants?|hopes?|hoping|try(?:ing)?|tries|expects?|aims?|aiming|intends?|seeks?|seeking|fighting|on (?:course|track)"
    r"|(?:has|have) (?:still )?(?:got )?(?:an? |every |the )?(?:[a-z]+ )?(?:chance|hopes?|opportunity))\b[^.;,!?]{0,25}?\bto"
    r"|(?:can|could|may|might) still|still (?:can|could|may|might))\s+(?P<deed>[a-z]{3,})\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never|no|without|again|also|too|second)\b|n['’]t\b", re.IGNORECASE)


def ahead_says(question: str, text: str) -> bool | None:
    """Return False where an answer says that the deed that is asked about is wanted or may still come, else None.

    >>> asked = "Did the team qualify?"
    >>> [ahead_says(asked, text) for text in ("They still have a chance to qualify.", "They need a win to qualify.", "They qualified.")]
    [False, False, None]
    >>> ahead_says("Did they hope to qualify?", "They hope to qualify."), ahead_says(asked, "They qualified and hope to qualify next year.")
    (None, None)
    """
    if len(text) > _LONGEST or not _ASKS_DONE.match(question) or _DENIED.search(text) or _AHEAD.search(question):
        return None
    ahead = _AHEAD.search(text)
    deed = stems(ahead["deed"]) & stems(question) if ahead else None
    return False if ahead and deed and not deed & stems(text[: ahead.start()]) else None
