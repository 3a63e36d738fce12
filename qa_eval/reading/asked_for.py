"""How many things a question asks for, and whether in an order: "Which three rivers …", "In what order …"."""

from __future__ import annotations

import re

from qa_eval.reading.counting import CARDINALS

_NUMBERS = {word: n for n, word in enumerate(CARDINALS[:13])}
_ASKS_FOR = re.compile(
    rf"\b(?:which|what|who|name|list)(?: (?:are|were|is|was|the|all|main))* (?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?!or\b|to\b)[a-z-]+",
    re.IGNORECASE,
)

_RANK = r"(?:first|second|third|fourth|fifth|last)"
_END = r"(?:gold|silver|bronze|first|third|fourth|fifth|last|most|least|top|bottom|left|right|[a-z]+(?:est|st))"
_IN_ORDER = re.compile(
    r"\bin (?:that|this|the right|the correct|what|which|ascending|descending|alphabetical|chronological|finishing|the) order\b|\bin order of\b|\brespectively\b"
    rf"|\bin order(?=\s*(?:[.?!,;:]|\Z))|\b{_RANK}(?:,| and|, and) (?:{_RANK})\b|\bfrom (?:the )?{_END} to (?:the )?{_END}\b|\bfrom the (?!down\b|up\b)[a-z]+ (?:down|up|in|out)(?:wards?)?(?=\s*(?:[.?!,;:]|\Z))",
    re.IGNORECASE,
)


def things_asked_for(question: str) -> int:
    """Return how many things an English question asks for; 0 where it does not say.

    >>> things_asked_for("Which two rivers meet there?"), things_asked_for("Who were the 3 founders?")
    (2, 3)
    >>> things_asked_for("Which of the two rivers is longer?"), things_asked_for("Which rivers meet there?")
    (0, 0)
    """
    asked = _ASKS_FOR.search(question)
    if asked is None:
        return 0
    number = asked["number"].lower()
    return int(number) if number.isdecimal() else _NUMBERS[number]


def asks_for_order(question: str) -> bool:
    """Return whether a question says that its list is wanted in an order.

    >>> asks_for_order("In what order were they built?"), asks_for_order("Who came first, second and third?"), asks_for_order("Who came first?")
    (True, True, False)
    >>> asks_for_order("Who won medals, from gold to bronze?"), asks_for_order("What did she do in order to win?")
    (True, False)
    """
    return _IN_ORDER.search(question) is not None
