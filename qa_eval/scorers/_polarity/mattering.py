"""Whether something matters, told by the difference that it makes: "It makes no difference"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 100  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:(?:does|do|did|will|would)\s[^?]*?\b(?:matter|make (?:a|any) difference)|(?:is|are|was)\s[^?]*?\b(?:important|relevant|significant))\b[^?]*\?",
    re.IGNORECASE,
)
_NEGATIVE = regex(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_NONE = regex(
    r"\b(?:(?:makes?|made|is|there(?:'s| is)) no (?:real |great )?difference|no matter|irrelevant|unimportant|insignificant|all the same|never mind|either way|with or without)\b",
    re.IGNORECASE,
)
_SOME = regex(
    r"\b(?:makes? (?:a|some|a big|a great|all the) difference|matters|is (?:very )?(?:important|relevant|crucial|essential))\b",
    re.IGNORECASE,
)


def mattering_says(question: str, text: str) -> bool | None:
    """Return whether an answer says that what is asked about matters, by the difference that it makes; None where it says neither.

    >>> asked = "Does the order matter?"
    >>> mattering_says(asked, "It makes no difference."), mattering_says(asked, "It makes a difference.")
    (False, True)
    >>> mattering_says(asked, "The order is kept."), mattering_says("Is it open?", "It makes no difference.")
    (None, None)
    """
    if len(text) > _LONGEST or not _ASKS.match(question) or _NEGATIVE.search(question):
        return None
    none, some = _NONE.search(text) is not None, _SOME.search(text) is not None
    if none is some or _NEGATIVE.search(text):
        return None
    return some
