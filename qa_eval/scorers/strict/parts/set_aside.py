"""Phrases with a figure or date of something else: "21, leaving 17 to be found", "unlike the fittings, which take six weeks"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

LONGEST = 200  # characters; a longer answer tells more
_LEFT_ASKED = regex(r"\b(?:left|leav\w+|remain\w*|still)\b", re.IGNORECASE)
_DOING = stems("done do did has had")
_LEAVING = regex(r",\s+leaving\s+(?P<told>(?:[^,;.]|[.,](?=\d))*\d(?:[^,;.]|[.,](?=\d))*)", re.IGNORECASE)
_PHRASES = (
    _LEAVING,
    regex(r",\s+unlike\s+(?P<told>[^,;.]+,\s+(?:which|who)\s+[^;.]+)", re.IGNORECASE),
)
_LED = regex(
    r"\W*(?P<told>(?P<done>[A-Z][a-z]{2,}(?:ed|t|n))\s+(?:in|on)\s+[^,;.]*(?:,\s+\d{4})?),\s+(?P<rest>(?:it|she|he|they|the\s+[a-z]+)\s[^;!?]+)"
)


def without_what_is_set_aside(text: str, question: str) -> str:
    """Return an answer without a phrase that tells of something else than is asked; the same text where it has none.

    >>> without_what_is_set_aside("They found 21, leaving 17 to be found.", "How many were found?")
    'They found 21.'
    >>> without_what_is_set_aside("Launched in May 1716, she sank years later.", "When did she sink?")
    'she sank years later.'
    """
    if len(text) > LONGEST or "," not in text:
        return text
    asked = stems(question)
    if _LEFT_ASKED.search(question):
        return text
    for phrase in _PHRASES:
        told = phrase.search(text)
        if told and (phrase is _LEAVING or not (stems(told["told"]) & asked) - stems(text[: told.start()]) - _DOING):
            return text[: told.start()] + text[told.end() :]
    led = _LED.fullmatch(text)
    if led and stems(led["rest"]) & asked and not stems(led["done"]) & asked:
        return led["rest"]
    return text
