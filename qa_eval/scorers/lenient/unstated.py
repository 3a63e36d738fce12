"""What is given beside the admission that the thing asked for is not: "It gives sales of $4 million but does not state the profit"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import NEAR, nearest
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

MOST = 60  # words of an answer that is read clause by clause
_TELLS = "state|give|disclose|report|mention|provide|specify|say|list|include"
_TOLD = "stated|given|disclosed|reported|mentioned|provided|specified|listed|included|available|known"
_UNSTATED = regex(
    rf"\b(?:(?:does|do|did)(?: not|n't) (?:{_TELLS})|(?:is|are|was|were)(?: not|n't) (?:{_TOLD})|no (?:figure|value|number|information|data|amount)|(?:but|though) not)\b",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[.!?][\"')]*\s|[;,]\s|\b(?:but|and|while|although|though|whereas)\b")


def is_unstated(asked: Asked, said: Said) -> Decision | None:
    """Decide where a clause says that what is asked is not told, and the accepted figure stands in one that repeats less of the question."""
    if "no" not in said.bag and "not" not in said.bag and "n't" not in said.plain:
        return None
    if asked.is_negated or len(said.words) > MOST:
        return None
    denial = _UNSTATED.search(said.plain)
    if denial is None:
        return None
    golds = [gold for _, gold in asked.figures]
    marks = [0, *(mark.end() for mark in _CLAUSE.finditer(said.plain)), len(said.plain) + 1]
    right, unstated = -1, 0
    for low, high in pairwise(marks):
        figures = [each for each in said.figures if low <= each.start < high]
        echoes = _echoes(asked, said, low, high)
        if any(nearest(each, golds, asked, said) >= NEAR for each in figures):
            right = max(right, echoes)
        elif low < denial.end() <= high:
            unstated = echoes
    if right < 0 or unstated <= right:
        return None
    return Decision(0.15, Reason.CONTRADICTION, "says that what is asked is not stated")


def _echoes(asked: Asked, said: Said, low: int, high: int) -> int:
    here = (word for word in said.between(low, high) if word.form not in SMALL and not word.form.isdigit())
    return len({word.form for word in here if is_echo(word, asked)})
