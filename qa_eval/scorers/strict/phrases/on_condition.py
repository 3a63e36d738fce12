"""Conditions told without what leads them in, where a condition is asked for: "only if the owner agrees", "the owner has to agree", "with the owner's consent"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT, SMALL, key

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question

_ASKS = regex(r"\W*(?:under|on|in) (?:what|which) (?:conditions?|circumstances?|cases?)\b", re.IGNORECASE)
_LEAD = regex(
    r"(?:\A\W*|\b)(?:,? ?but )?(?:(?:only|just),? )?(?:if|when|with|provided(?: that)?|providing(?: that)?|on (?:the )?condition (?:that|of)|in (?:the )?(?:case|event) (?:of|that)|(?:as|so) long as)\s+(?!not\b|no\b|any\b)",
    re.IGNORECASE,
)
_MUST = regex(r"\b(?:must|(?:has|have|needs?) to|should) (?!not\b|be\b)", re.IGNORECASE)


def on_condition(question: Question) -> tuple[Question, Callable[[str], str] | None]:
    """Return a question whose accepted conditions are told without what leads them in, and how an answer is; None for a question of anything else."""
    answer = question.answer
    if not isinstance(answer, EntityAnswer | PhraseAnswer) or not _ASKS.match(question.text):
        return question, None
    asked = SMALL.union(key(question.text))

    def told(text: str) -> str:
        lead = _LEAD.search(text) if len(text) <= SHORT else None
        if lead and asked.issuperset(key(text[: lead.start()])):
            text = text[lead.end() :]
        return _MUST.sub("", text)

    accepted = tuple(map(told, question.accepted))
    return replace(question, accepted=accepted, answer=replace(answer, text=told(answer.text))), told
