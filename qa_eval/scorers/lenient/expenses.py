"""Income or expense, inflow or outflow, whichever it was: "a net expense of $3 million" is the (3) of "other income (expense), net"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_EITHER = regex(
    r"\b(?:income|gains?|benefit)\s*(?:\(|/|or\b)\s*(?:net\s+)?(?:expenses?|costs?|loss(?:es)?)\b", re.IGNORECASE
)
_EXPENSE = regex(r"\b(?:expenses?|costs?|charges?|loss(?:es)?)\b", re.IGNORECASE)
_INCOME = regex(r"\b(?:income|gains?|benefit|profits?|earn(?:ed|ings))\b", re.IGNORECASE)
_IN_BRACKETS = regex(r"\W*\(\s*[$€£]?\d[\d,.]*\s*\)\W*")

_FLOW = regex(r"\bflows?\b|\bnet cash\b", re.IGNORECASE)
_OUT = regex(r"\boutflows?\b|\b(?:used|spent|paid|burn\w*|expenditures?|capex|change|negative)\b", re.IGNORECASE)
_OUTFLOW = regex(r"\boutflow(?:ed|s)?(?: [a-z]+){0,3}\s+\Z", re.IGNORECASE)
_NEAR_FIGURE = 40  # characters before a figure in which an answer says that so much flowed out


def is_expense(asked: Asked, said: Said) -> bool:
    """Return whether a question asks for an income or an expense, and the answer tells an expense."""
    if not _EITHER.search(asked.text):
        return False
    told = _EITHER.sub("", said.plain)
    return _EXPENSE.search(told) is not None and not _INCOME.search(told)


def is_told_as_expense(asked: Asked, said: Said) -> bool:
    """Return whether an answer gives an expense in words, or in brackets by itself, where an income may be one."""
    if not _EITHER.search(asked.text):
        return False
    return _IN_BRACKETS.fullmatch(said.plain) is not None or is_expense(asked, said)


def flows_out(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether an answer tells an outflow where a flow is asked for and the accepted one is none: "a net outflow of $4m", for $4m."""
    if gold.value <= 0 or figure.value <= 0 or not _FLOW.search(asked.text) or _OUT.search(asked.text):
        return False
    told = _OUTFLOW.search(said.plain, max(0, figure.start - _NEAR_FIGURE), figure.start)
    return told is not None and not any(_OUT.search(asked.wanted[place].text) for place, _ in asked.figures)
