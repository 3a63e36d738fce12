"""Whether something was left undone, told by whether it was done: "It did not pay" says yes to "Did the firm fail to pay?"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import lemma
from qa_eval.scorers._words.wording import folded, key

_LONGEST = 80  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:did|has|have|had|does|do)\s+[^?]+?\s(?:fail|neglect|omit|forget|failed|neglected|omitted|forgotten)\s+to\s+(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_TOLD = regex(
    r"\W*(?:he|she|it|they|we|the\s+[a-z]+)\s+(?P<not>(?:did|has|have|had|does|do)(?:\s+not|n['’]t)\s+|never\s+|(?:failed|neglected|omitted|forgot)\s+to\s+)?(?:(?:had|has|have|did|duly|also)\s+)*(?P<verb>[a-z]+)(?:\s+(?!not\b|to\b)[^,.;!?]*)?\W*",
    re.IGNORECASE,
)
_BRIEFLY = regex(
    r"\W*(?:he|she|it|they|we|the\s+[a-z]+)\s+(?:failed|neglected|omitted|forgot)(?:\s+to(?:\s+do (?:so|it|that))?)?\W*",
    re.IGNORECASE,
)


def failing_says(question: str, text: str) -> bool | None:
    """Return whether an answer tells that what is asked to be left undone was; None where it does not tell of that deed.

    >>> asked = "Did the firm fail to pay?"
    >>> [failing_says(asked, text) for text in ("It did not pay.", "It paid.", "It is late.")]
    [True, False, None]
    """
    asked = _ASKS.match(question) if len(text) <= _LONGEST else None
    if asked and _BRIEFLY.fullmatch(text):
        return True
    told = _TOLD.fullmatch(text) if asked else None
    if asked is None or told is None or not key(told["verb"]) or " only " in text or " late" in text:
        return None
    if lemma(folded(told["verb"])) != lemma(folded(asked["verb"])):
        return None
    return told["not"] is not None
