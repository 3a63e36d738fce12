"""Accepted texts that say that the document does not tell, so that the question has no answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

# what begins as do "not stated", "It does not say." and "n/a"
_MAY_BE_SILENT = regex(
    r"\W*(?:not? [a-z]+\b|n/a\b|un(?:stated|specified|mentioned|disclosed|answerable|reported)\b|it\b|this\b|that\b|nothing is\b|there is no\b"
    r"|the (?:text|article|document|passage|report|review|source|story|context|leaflet|post|page|answer)\b"
    r"|(?:the|its) (?:[a-z]+ ){1,3}?(?:do|does|did)(?: not|n['’]t) (?:say|state|mention|specify|explain|tell|give|report|disclose|indicate)\b)",
    re.IGNORECASE,
)
# "The study did not test this", where "not stated" is accepted too
_IS_NOT_SO = regex(r"\b(?:not|no|nothing|never)\b|n['’]t\b", re.IGNORECASE)


def are_silent(answers: Sequence[str | Sequence[str]]) -> bool:
    """Return whether every accepted text says that nothing is said; "unknown" and "none" may be told by a document.

    Beside one that says so, another may tell what is not so in place of an answer.
    """
    texts = [answer for answer in answers if isinstance(answer, str)]
    if len(texts) < len(answers) or not any(map(_MAY_BE_SILENT.match, texts)):
        return False
    from qa_eval.reading.abstentions import abstains  # noqa: PLC0415 - hardly any accepted text asks for it

    silent = [_MAY_BE_SILENT.match(text) is not None and abstains(text) for text in texts]
    return any(silent) and all(one or _IS_NOT_SO.search(text) for one, text in zip(silent, texts, strict=True))
