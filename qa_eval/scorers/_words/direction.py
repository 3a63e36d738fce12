"""Up or down: an answer that says "fell by 12 %" does not tell how much something rose."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_UP = regex(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owth)|gain(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:e|es|ed)|rais(?:e|es|ed|ing)|hik(?:e|es|ed)|strengthen(?:s|ed|ing)?|appreciat(?:e|es|ed|ing)|up(?=\s+(?:by\s+)?[$€£]?\d)|higher|positive)\b",
    re.IGNORECASE,
)
_DOWN = regex(
    r"\b(?:fell|fall(?:s|en|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr(?:ank|ink|unk)|plung(?:e|es|ed)|slump(?:s|ed)?|cuts?|cutting|reduc(?:e|es|ed|ing|tions?)|lowered|lowering|weaken(?:s|ed|ing)?|depreciat(?:e|es|ed|ing)|lost|los(?:e|es)|down(?=\s+(?:by\s+)?[$€£]?\d)|lower|negative)\b",
    re.IGNORECASE,
)
# what a company makes is no movement, but tells which way its result lies
_PROFIT = regex(r"\b(?:profits?|inflows?|surplus(?:es)?)\b", re.IGNORECASE)
_LOSS = regex(r"\b(?:loss|outflows?|deficits?|shortfalls?|net (?:expense|cost)s?)\b(?!\))", re.IGNORECASE)
_NOT_SO = regex(r"(?:\bnot|n't)\s+(?!only\b|just\b)[a-z]+\b", re.IGNORECASE)
LONGEST = 200  # characters; in a longer answer, what fell may be another thing


def way_of(text: str) -> int:
    """Return 1 for a text that says that something rose, -1 for fell, 0 for neither, both or a long text.

    >>> way_of("How much did profit rise?"), way_of("It fell 12 %"), way_of("It rose and fell")
    (1, -1, 0)
    """
    if len(text) > LONGEST:
        return 0
    up, down = _UP.search(text) is not None, _DOWN.search(text) is not None
    if up or down:
        return up - down
    return (_PROFIT.search(text) is not None) - (_LOSS.search(text) is not None)


def way_told(text: str) -> int:
    """Return the way that a text says something went, apart from the way that it says it did not.

    >>> way_told("It did not rise: it fell by 7 %"), way_told("It did not rise")
    (-1, 0)
    """
    return way_of(_NOT_SO.sub("", text) if "n't" in text or "not" in text else text)
