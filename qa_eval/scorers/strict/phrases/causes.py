"""What did not come about, and why: "It could not start owing to fog" denies the start and not the fog."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import has_verb

_BARRED = regex(
    r"\b(?:(?:could|can|would)\s+not(?:\s+be)?|(?:was|were|is|are)\s+(?:not\s+able|unable)\s+to)(?:\s+[a-z]+){1,4}?\s+"
    r"(?=(?:owing\s+to|due\s+to|because\s+of|because|on\s+account\s+of|thanks\s+to|as\s+a\s+result\s+of)\s)",
    re.IGNORECASE,
)


_LACKED = regex(
    r"\b(?:(?:lack|absence|shortage|want|scarcity) of\s+(?:the\s+|any\s+)?|there\s+(?:is|are|was|were)\s+(?:no|not any|not enough|too few|too little)\s+|(?:has|have|had|is|are|was|were) no\s+|(?:avoid(?:s|ed|ing)?|escap(?:es|ed|ing))\s+(?:an?\s+|the\s+|any\s+)?)\Z",
    re.IGNORECASE,
)
_NONE_WITHIN = regex(
    r"\A(?:because|since|as)\s+(?:there\s+(?:is|are|was|were)\s+(?:no|not any|not enough|too (?:few|little))|of\s+(?:an?\s+|the\s+)?(?:lack|absence|shortage)\s+of|(?:it|they|he|she)\s+(?:has|have|had)\s+no)\s",
    re.IGNORECASE,
)
_NONE = regex(r"\bno\s+\Z", re.IGNORECASE)
_REACH = 30  # characters before a cause in which it is said to lack
_NO = regex(r"\b(?:without\s+any|with\s+no)\s+(?=[a-z])", re.IGNORECASE)


def without_any(text: str) -> str:
    """Return a text with "without any" and "with no" told as "without".

    >>> without_any("a day off without any loss of pay"), without_any("with nothing")
    ('a day off without loss of pay', 'with nothing')
    """
    return _NO.sub("without ", text) if " any " in text or "with no " in text else text


def unbarred(text: str) -> str:
    """Return a text with what could not be told as what was stopped.

    >>> unbarred("It could not start owing to fog"), unbarred("It was not due to fog")
    ('It stopped owing to fog', 'It was not due to fog')
    """
    return _BARRED.sub("stopped ", text) if " not " in text or "unable" in text else text


def is_lacking(text: str, span: tuple[int, int], accepted: str) -> bool:
    """Return whether an answer says that there was none of the accepted cause at ``span``, or that none did what is told there.

    >>> is_lacking("for lack of rain", (12, 16), "rain"), is_lacking("a lack of rain", (0, 14), "a lack of rain")
    (True, False)
    """
    if _LACKED.search(text, max(0, span[0] - _REACH), span[0]):
        return True
    if _NONE.search(text, max(0, span[0] - _REACH), span[0]) and has_verb(text[slice(*span)]):
        return True  # "No bolt was missing."
    within = _NONE_WITHIN.match(text[slice(*span)])
    return within is not None and not within[0].lower().startswith(accepted[: len(within[0])].lower())
