"""Figures of an answer that tell a moment, and no amount: the 1240 of "1240 BC", the 2 of "2 pm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_EVENT = regex(
    r"\s+(?P<what>race|round|week|leg|lap|stage|heat|day|game|match|year|season|month|attempt)s?\b", re.IGNORECASE
)
_MOMENT = regex(
    r"\s*(?:(?:B\.?C|A\.?D|B\.?C\.?E|C\.?E)\b\.?|[ap]\.?m\b\.?|o['’]clock\b)"
    r"|(?i:(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b)"
)


def moment_told(figure: Quantity, text: str, accepted: AcceptedFigure, question: str) -> str:
    """Return what makes a figure that of a moment, where an amount or a place is accepted: its date, or what it is the first or third of; "" for nothing."""
    if figure.ordinal:
        event = _EVENT.match(text, figure.end) if accepted.figure.ordinal else None
        asked = f"{question} {accepted.shown}".lower()
        return f"is that of a {event['what']}" if event and event["what"].lower() not in asked else ""
    return "a moment is no amount" if _tells_moment(figure, text, accepted) else ""


def _tells_moment(figure: Quantity, text: str, accepted: AcceptedFigure) -> bool:
    if not figure.dated or figure.unit or accepted.figure.dated:
        return False
    amount = accepted.figure.unit or accepted.figure.noun
    return bool(amount) and _MOMENT.match(text, figure.end) is not None
