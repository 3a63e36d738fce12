"""Nothing to pay, told as something that is free: "They travel free" for nothing."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_PRICE = regex(r"\b(?:pay|pays|paid|costs?|charged?|fees?|prices?|fares?|admission|entry|entrance)\b", re.IGNORECASE)
_WHO = r"(?:(?:it|they|he|she|you|we|that|this|admission|entry|entrance|(?:the )?[a-z-]+)\s*)"
_FREE = regex(
    rf"\W*(?:{_WHO}(?:['’]s|['’]re|is|are|was|were|go(?:es)?|went|travels?|travel?led|gets? in|got in|enters?|comes? in|came in)?\s*)?(?:for |entirely |completely |absolutely )?(?:free(?: of charge)?|gratis|complimentary)(?:\s+(?:for|on|to)\s+[a-z -]+)?\W*"
    rf"|\W*(?:there (?:is|was|are)\s+|at )?(?:no (?:charge|fee|cost|price|entry fee|admission fee)|without charge)(?:\s+(?:for|at|on)\s+[a-z -]+)?\W*"
    rf"|\W*{_WHO}(?:pays?|paid|costs?|is charged|are charged)\s+(?:nothing|zero)(?:\s+at all)?\W*"
    rf"|\W*{_WHO}(?:do|does|did)(?:\s+not|n['’]t)\s+(?:have to |need to )?(?:pay|cost)(?:\s+(?:anything|a thing))?\W*"
    r"|\W*(?:[$€£¥]\s?0(?:[.,]00?)?|(?:0|zero|no)\s*(?:euros?|dollars?|pounds?|pence|cents|[$€£¥]))\W*",
    re.IGNORECASE,
)


def is_free(text: str, question: str) -> bool:
    """Return whether an answer says that there is nothing to pay, where that is asked.

    >>> is_free("They travel free.", "How much do pupils pay?"), is_free("They travel free.", "How many travel?")
    (True, False)
    >>> is_free("They pay half.", "How much do pupils pay?")
    False
    """
    return _FREE.fullmatch(text) is not None and _PRICE.search(question) is not None
