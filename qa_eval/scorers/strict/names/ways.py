"""Which way somebody went or something was given: "He moved to Quito" does not say that he came from there."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_FROM_ASKED = regex(
    r"\bfrom (?:where|whom?|which|what)\b|\bfrom\s*\?|\bwhere\b.*\b(?:come|came|comes|originat\w*|start(?:s|ed)?|depart(?:s|ed)?|t(?:ake|akes|ook) off|set (?:out|off)|lift(?:s|ed)? off)\b",
    re.IGNORECASE,
)
_TO_ASKED = regex(
    r"\b(?:to|towards?) (?:where|whom?|which|what)\b|\bin (?:which|what) direction\b(?!.*\b(?:blow\w*|come|came|c[ao]ming)\b)|\bto\s*\?|\bwhere\b.*\b(?:go|goes|went|gone|move[sd]?|fl(?:y|ies|ew)|emigrat\w*|flee|fled|travel\w*|(?:towed|taken|moved|sent|brought|shipped|flown|transferred)(?=(?:\s+to)?\s*\?|\s*\Z|\s+on\b|\s+in\b))\b(?![^?]*\bfrom\b)",
    re.IGNORECASE,
)
_LED = regex(
    r"\b(?P<way>from|to|towards?|(?:heading|headed|bound|moving)(?: for)?)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE
)
_REACH = 18  # characters before a name in which the preposition stands
_BY = regex(r"\baccording\s+to\b|\bnext\s+to\b|\bclose\s+to\b", re.IGNORECASE)


def goes_the_other_way(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says "to" of the one at ``span`` where it is asked from where or whom, or the other way round.

    >>> goes_the_other_way("from Lima to Quito", (13, 18), "Where did he come from?")
    True
    >>> goes_the_other_way("from Quito to Lima", (5, 10), "Where did he come from?"), goes_the_other_way("to Quito", (3, 8), "Where is it?")
    (False, False)
    """
    led = _LED.search(text, max(0, span[0] - _REACH), span[0])
    if led is None or _BY.search(text, 0, span[0]):
        return False
    asked_from, asked_to = (asked.search(question) is not None for asked in (_FROM_ASKED, _TO_ASKED))
    if asked_from == asked_to:
        return False
    return asked_from == (led["way"].lower() != "from")
