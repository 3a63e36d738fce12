"""Figures of an answer that tell a moment, a factor or what lies outside, and no amount: the 1240 of "1240 BC", the 2 of "2 pm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_EVENT = regex(
    r"\s+(?P<what>race|round|week|leg|lap|stage|heat|day|game|match|year|season|month|attempt)s?\b", re.IGNORECASE
)
_FACTOR = regex(r"\bfactor of (?:about |around |nearly )?\Z", re.IGNORECASE)
_TIMES = regex(r"\s?(?:x|×|-?fold)(?!\s?[\w.])")  # "3.4x", but not "3.4 x 2 m"
_MOMENT = regex(
    r"\s*(?:(?:B\.?C|A\.?D|B\.?C\.?E|C\.?E)\b\.?|[ap]\.?m\b\.?|o['’]clock\b)"
    r"|(?i:(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b)"
)

# no age: "after 40 years of service"
_SPENT = regex(
    r"(?:\s+years?)?\s+of\s+(?!(?:(?:his|her|its|their|your|my|the|a)\s+)?(?:age|life)\b)[a-z]", re.IGNORECASE
)
_AGE = regex(r"\b(?:what|which) age\b|\bhow old (?:is|was) s?he\b|\bhow old\b.*\bwhen\b", re.IGNORECASE)
_NEVER = regex(r"(?:\b(?:not|never|no|nor)|n['’]t)\b[^.;,]{0,30}\Z", re.IGNORECASE)
_OUTSIDE = regex(
    r"\b(?:outside(?:\s+of)?|out\s+of(?=\s+(?:the|a)\s))\s+(?:(?:the|a)\s+)?(?:(?:pH\s+)?(?:range|interval|band|limits)\s+)?(?:(?:of|from|between)\s+)?\Z",
    re.IGNORECASE,
)


def told_as_another(figure: Quantity, text: str, accepted: AcceptedFigure, question: str) -> Closeness | None:
    """Return what the words at a right figure make of it, where an amount or a place is accepted: a moment, the first of some events, a factor."""
    if figure.ordinal:
        event = _EVENT.match(text, figure.end) if accepted.figure.ordinal else None
        other = event is not None and event["what"].lower() not in f"{question} {accepted.shown}".lower()
        return Closeness(Reason.WRONG_VALUE, f"is that of a {event['what']}") if event and other else None
    if _tells_moment(figure, text, accepted):
        return Closeness(Reason.WRONG_VALUE, "a moment is no amount")
    if (
        " of " in text
        and _SPENT.match(text, figure.end)
        and _AGE.search(question)
        and not _SPENT.search(accepted.shown)
    ):
        return Closeness(Reason.WRONG_VALUE, "years of something are no age")
    if figure.high is not None and _is_outside(figure, text, f"{question} {accepted.shown}"):
        return Closeness(Reason.WRONG_BOUND, "says what lies outside")
    if accepted.figure.unit and not figure.unit and _is_factor(figure, text):
        return Closeness(Reason.WRONG_UNIT, "is a factor")
    return None


def _tells_moment(figure: Quantity, text: str, accepted: AcceptedFigure) -> bool:
    if not figure.dated or figure.unit or accepted.figure.dated:
        return False
    amount = accepted.figure.unit or accepted.figure.noun
    return bool(amount) and _MOMENT.match(text, figure.end) is not None


def _is_outside(figure: Quantity, text: str, told: str) -> bool:
    """Return whether a range is told as what something lies outside of, where that is not asked for: "outside 3–7 °C"."""
    if "out" not in text.lower() or "outside" in told.lower():
        return False
    outside = right_before(_OUTSIDE, text, figure.start)
    return outside is not None and right_before(_NEVER, text, outside.start()) is None


def _is_factor(figure: Quantity, text: str) -> bool:
    before = figure.start and right_before(_FACTOR, text, figure.start)
    return bool(before) or _TIMES.match(text, figure.end) is not None
