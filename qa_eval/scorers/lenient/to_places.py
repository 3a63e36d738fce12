"""Answers that are not rounded as the question wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_FEW = 5  # words of an answer that is a figure and no more
# a question that says to how many digits its answer is wanted
TO_PLACES = regex(
    r"\b(?:decimals?|decimal places?|significant (?:figures?|digits?))\b|\bto the nearest\b|\brounded to\b",
    re.IGNORECASE,
)
_ROUNDS = regex(r"\bround(?:ed|s)?\b", re.IGNORECASE)


def is_rounded_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where so many digits are asked for and a short answer gives fewer, or more of what is to be rounded: "2.7", for 2.72."""
    if len(said.figures) != 1 or len(said.words) > _FEW or not TO_PLACES.search(asked.text):
        return None
    (one,), rounds = said.figures, _ROUNDS.search(asked.text)
    golds = [gold for _, gold in asked.figures]
    if (
        one.unit
        or any(gold.unit or gold.step is None or gold.value == one.value for gold in golds)
        or one.step is None
        or one.approximate
    ):
        return None
    if all(one.step > (gold.step or 0) or rounds for gold in golds):
        return Decision(0.15, Reason.LESS_PRECISE, "not rounded as asked")
    return None
