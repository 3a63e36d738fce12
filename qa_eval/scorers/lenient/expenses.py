"""Income or expense, whichever it was: "a net expense of $3 million" is the (3) of "other income (expense), net"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_EITHER = regex(
    r"\b(?:income|gains?|benefit)\s*(?:\(|/|or\b)\s*(?:net\s+)?(?:expenses?|costs?|loss(?:es)?)\b", re.IGNORECASE
)
_EXPENSE = regex(r"\b(?:expenses?|costs?|charges?|loss(?:es)?)\b", re.IGNORECASE)
_INCOME = regex(r"\b(?:income|gains?|benefit|profits?|earn(?:ed|ings))\b", re.IGNORECASE)
_IN_BRACKETS = regex(r"\W*\(\s*[$€£]?\d[\d,.]*\s*\)\W*")


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
