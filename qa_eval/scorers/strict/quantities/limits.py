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
# "must never weigh more than 3 kg", "without exceeding 3 kg"
_BEYOND_DENIED = regex(
    rf"(?:{_DENIED}|\b(?:never|without|avoid(?:s|ed)?|(?:forbidden|prohibited|illegal|unlawful)\s+(?:to|from|for)))(?P<what>(?:\s+(?!that\b|doubt|but\b|only\b)[a-z]+){{0,6}}?)\s+(?:{_MORE}|{_LESS})\s+(?:about\s+|an?\s+)?{_NUMBER}",
    re.IGNORECASE,
)
# "The most you can invest is £500"
_THE_MOST = regex(
    rf"\bthe\s+(?P<way>most|least)(?:\s+(?!(?:is|are|was|were)\b)[a-z]+){{1,5}}\s+(?:is|are|was|were)\s+{_NUMBER}",
    re.IGNORECASE,
)
_PAST = regex(r"(?:could|did|was|were|had)\b", re.IGNORECASE)
_STOPS = (". ", "; ", "! ", "? ", "\n")
_BEHIND = 40  # characters behind a figure in which it may be said that what is beyond it is refused
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


def denies_beyond(text: str, start: int, end: int) -> bool:
    """Return whether the clause of a figure says that nothing is, or may be, beyond it: it does not tell of what is beyond it.

    >>> denies_beyond("It must never weigh more than 3 kg.", 30, 34), denies_beyond("It won. More than 20 guests came", 18, 20)
    (True, False)
    """
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    clause = text[max(first, start - LONGEST) : end + _BEHIND]
    denied = _BEYOND_DENIED.search(clause)
    if denied and not (denied["what"].endswith(" for") and _PAST.match(denied[0])):
        return True  # "They could not cross for more than a week" tells for how long they could not
    return any(forbidden.search(clause) for _, forbidden, _ in _LIMITS)


@lru_cache(maxsize=512)
def _may_ask(question: str) -> bool:
    return _ASKED.search(question) is not None
