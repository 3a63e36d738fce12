"""When something was first meant to be: "announced for 2 May, but it opened on 9 June" gives 2 May where the plan is asked for."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

LONGEST = 300  # characters; in a longer answer, much is told of others
_ASKED = regex(
    r"\b(?:originally|initially|at first|first)\b.*\b(?:supposed|due|planned|scheduled|meant|expected|set|announced|promised|intended)\b"
    r"|\b(?:supposed|due|planned|scheduled|meant|expected|announced|promised|intended)\b.*\b(?:originally|initially|at first|first)\b|\boriginal(?:ly)?\s+(?:planned\s+)?(?:date|deadline|opening|launch|plan|schedule)\b",
    re.IGNORECASE,
)
_EDGE = regex(
    r"\s*[(;]\s*|\s+[–—-]\s+|,?\s+(?:but|though|although|yet|however)\s+|,\s+(?:and\s+)?(?:later|then|it|they)\s+",
    re.IGNORECASE,
)
_PLANNED = regex(
    r"\b(?:planned|announced|scheduled|due|set|meant|supposed|expected|fixed|promised|intended|billed|was to|were to|first|original\w*|initial\w*)\b",
    re.IGNORECASE,
)
_BARE = regex(r"\W*(?:(?:on|in|by|for|the|at|about|around)\s+)*(?:[A-Za-z]+day,?\s+)?[\w.,/ –-]{1,30}")
_BACK = regex(r"\b(?:not|no|wrong|mistake|correct\w*)\b|n't\b", re.IGNORECASE)
_FIGURE = regex(r"\d")


def planned_first(text: str, question: str) -> str:
    """Return what an answer gives as planned at first, where that is asked for and it tells what came of it as well; "" for no such.

    >>> planned_first("It was announced for 2 May, but opened on 9 June.", "When was it originally due to open?")
    'It was announced for 2 May'
    """
    if len(text) > LONGEST or _ASKED.search(question) is None:
        return ""
    edges = [0, *(edge.end() for edge in _EDGE.finditer(text))]
    ends = [*(edge.start() for edge in _EDGE.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in zip(edges, ends, strict=True)]
    dated = [part for part in parts if _FIGURE.search(part)]
    plans = [part for part in dated if _PLANNED.search(part)]
    if len(dated) < 2 or len(plans) > 1:  # noqa: PLR2004 - the plan and what came of it
        return ""
    if plans:
        return "" if _BACK.search(plans[0]) else plans[0]
    first = dated[0] if dated[0] == parts[0] else ""
    return first if first and _BARE.fullmatch(first) and not _BACK.search(text) else ""
