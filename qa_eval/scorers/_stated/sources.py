"""A figure of what something was made from, told behind the one of what was made: "532 nm, obtained by doubling the frequency of a 1064 nm beam"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import places_of
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_MADE = r"(?:obtained|produced|generated|derived|reached|created|achieved|got|stepped\s+(?:up|down)|converted|transformed|multiplied|divided|boosted|amplified|synthesi[sz]ed)\s+(?:[a-z]+\s+)?(?:by|from|through|out\s+of|with)\s"
MADE_FROM = regex(rf"\s*[,(–—-]?\s*(?:which\s+(?:is|was)\s+)?{_MADE}[^.;!?\d]*", re.IGNORECASE)
SOURCE_ASKED = regex(
    r"\b(?:from\s+(?:what|which)|source|original\w*|input|before|initial\w*|feed\w*|pump\w*|start\w*|doubled|tripled|halved|stepped|obtain\w*|converted)\b",
    re.IGNORECASE,
)
_BEFORE = regex(
    rf"\d\s?(?P<unit>[A-Za-zµμ°%Ω]+)\s*[,(–—-]?\s*(?:which\s+(?:is|was)\s+)?{_MADE}[^.;!?\d]*\Z", re.IGNORECASE
)
_FIGURE = regex(r"(?P<figure>\d[\d.,]*\d|\d)\s?(?P<unit>[A-Za-zµμ°%Ω]+)")


def told_as_source(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer tells the accepted figure as that of what another one was made from; "" for none.

    >>> told_as_source("176 MHz, obtained by doubling 88 MHz", "", "88 MHz"), told_as_source("88 MHz, obtained by doubling 44 MHz", "", "88 MHz")
    ('says "obtained by doubling" of it', '')
    """
    figure = _FIGURE.search(accepted) if len(text) <= SHORT else None
    found = [_BEFORE.search(text, 0, start) for start in places_of(figure["figure"], text)] if figure else []
    first = found[0] if found and all(found) else None
    if figure is None or first is None or first["unit"].lower() != figure["unit"].lower():
        return ""
    return f'says "{text[first.end("unit") : first.end()].strip(" ,(–—-")}" of it'


SOURCES: tuple[Check, ...] = ((lambda question: SOURCE_ASKED.search(question) is None, told_as_source),)
