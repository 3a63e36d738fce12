"""Limits told by what is not allowed: "No parcel may weigh more than 20 kg" allows at most 20 kg."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex

_ASKED = regex(
    r"\b(?:max(?:imum)?|min(?:imum)?|most|least|limit|allowed|permitted|may|can|cap|ceiling|upper|lower|larg|heavi|long|high|low|small|young|old)",
    re.IGNORECASE,
)
_MORE = r"(?:(?:more|greater|larger|bigger|higher|longer|older|taller|heavier|deeper|faster|wider)\s+than|over|above|in\s+excess\s+of|exceed(?:s|ing)?|beyond)"
_LESS = r"(?:(?:less|fewer|smaller|lower|shorter|younger|lighter|slower)\s+than|under|below)"
_NUMBER = rf"(?=[$€£]?\d|(?:{'|'.join(sorted(STARTERS))})\b)"
_DENIED = r"(?:\b(?:may|must|can|could|should|shall|will|is|are|do|does)(?:\s*not|n['’]t)|\bcan['’]t|\b(?:no\s+one|no|nothing|nobody|none)(?!,))"
_FORBIDDEN = (
    r"(?:(?:is|are|was|were|will\s+be)\s+)?(?:(?:not|never)\s+(?:be\s+)?(?:accepted|allowed|permitted|taken|admitted|carried|possible|let\s+in|eligible)"
    r"|(?:refused|rejected|banned|prohibited|forbidden|turned\s+away|excluded))"
)
_LIMITS = tuple(
    (
        regex(rf"{_DENIED}(?P<what>(?:\s+(?!that\b|doubt)[a-z]+){{0,4}}?)\s+{beyond}\s+{_NUMBER}", re.IGNORECASE),
        regex(
            rf"\b{beyond}\s+(?P<figure>[$€£]?\d[\d.,]*(?:\s?(?!(?:is|are|was|were|will)\b)[a-z%°]+){{0,2}}?)\s+{_FORBIDDEN}\b",
            re.IGNORECASE,
        ),
        limit,
    )
    for beyond, limit in ((_MORE, "at most"), (_LESS, "at least"))
)
# "The most you can invest is £500"
_THE_MOST = regex(
    rf"\bthe\s+(?P<way>most|least)(?:\s+(?!(?:is|are|was|were)\b)[a-z]+){{1,5}}\s+(?:is|are|was|were)\s+{_NUMBER}",
    re.IGNORECASE,
)
LONGEST = 200  # characters; a longer answer says more than that


def with_limits(text: str, question: str) -> str:
    """Return an answer with what it does not allow told as what it does, where a limit may be asked for.

    >>> with_limits("No parcel may weigh more than 20 kg", "What is the maximum weight?")
    'parcel may weigh at most 20 kg'
    >>> with_limits("Children under 12 are not admitted", "What is the minimum age?")
    'Children at least 12'
    """
    if len(text) > LONGEST or not _may_ask(question):
        return text
    for told, forbidden, limit in _LIMITS:
        if (found := told.search(text)) and not found["what"].strip().startswith("longer "):
            return f"{text[: found.start()]}{found['what'].strip()} {limit} {text[found.end() :]}"
        if found := forbidden.search(text):
            return f"{text[: found.start()]}{limit} {found['figure']}{text[found.end() :]}"
    if found := _THE_MOST.search(text):
        return f"{text[: found.start()]}at {found['way'].lower()} {text[found.end() :]}"
    return text


@lru_cache(maxsize=512)
def _may_ask(question: str) -> bool:
    return _ASKED.search(question) is not None
