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
_ASKS_WHEN = regex(r"\W*when (?:do|does|must|should|may|can|is|are|will|would|shall)\b", re.IGNORECASE)
_LEAD = regex(
    r"(?:\A\W*|\b)(?:,? ?but )?(?:(?:only|just),? )?(?:if|when|with|provided(?: that)?|providing(?: that)?|on (?:the )?condition (?:that|of)|in (?:the )?(?:case|event) (?:of|that)|(?:as|so) long as)\s+(?!not\b|no\b|any\b)",
    re.IGNORECASE,
)
_THAT = regex(
    r"\A\W*that (?=(?:it|they|he|she|the|its|their|his|her|an?|all|any|some|no|nobody|nothing)\b)", re.IGNORECASE
)
_MUST = regex(r"\b(?:must|(?:has|have|needs?) to|should) (?!not\b|be\b)", re.IGNORECASE)
# what happens then is told by a clause
_CLAUSE = r"\s+(?=(?:the|an?|it|they|he|she|its|their|his|her|you|your|any|some\w*|no\w*|more|less|fewer|there|all|both)[ '’])"
_WHEN = regex(
    rf"\A\W*(?:only )?(?P<lead>if|when|whenever|as soon as|in case|in the event that){_CLAUSE}", re.IGNORECASE
)
_SAID = regex(
    rf"\A\W*(?P<only>only )?(?:if|when|whenever|once|as soon as|in case|in the event that){_CLAUSE}", re.IGNORECASE
)
_MORE = r"above|over|beyond|exceeding|(?:more|higher|greater|hotter|warmer|faster|longer|heavier|deeper|taller) than"
_LESS = r"below|under|beneath|(?:less|lower|fewer|smaller|colder|cooler|slower|shorter|lighter|shallower) than"
_AT_LEVEL = regex(rf"\A\W*(?:at |from )?(?:(?P<more>{_MORE})|(?:{_LESS})) (?=[$€£−-]?\d)", re.IGNORECASE)
_OF_LEVEL = regex(
    rf"\b(?P<what>(?:the|its|their|your) [a-z]+(?: [a-z]+){{0,3}}?) (?:exceeds?|[a-z]+(?: up| down)? (?:to )?(?:{_MORE}|{_LESS})) [$€£−-]?\d"
)
_IT = regex(
    r"\A(?P<lead>\W*(?:only )?(?:if|when|whenever|as soon as|in case|in the event that) )(?:it|they)(?=['’](?:s|re)\b| (?:is|are|gets?|rises?|goes|go|falls?|drops?|exceeds?|climbs?|sinks?|reaches)\b)"
)


def on_condition(question: Question) -> tuple[Question, Callable[[str], str] | None]:
    """Return a question whose accepted conditions are told without what leads them in, and how an answer is; None for a question of anything else."""
    answer = question.answer
    if not isinstance(answer, EntityAnswer | PhraseAnswer):
        return question, None
    if not _ASKS.match(question.text):
        return question, _led_alike(question)
    told = _without_lead(question)
    accepted = tuple(map(told, question.accepted))
    return replace(question, accepted=accepted, answer=replace(answer, text=told(answer.text))), told


def _without_lead(question: Question) -> Callable[[str], str]:
    asked = SMALL.union(key(question.text))

    def told(text: str) -> str:
        lead = _LEAD.search(text) if len(text) <= SHORT else None
        if lead and asked.issuperset(key(text[: lead.start()])):
            text = text[lead.end() :]
        text = _THAT.sub("", text)
        return _MUST.sub("", text)

    return told


def _led_alike(question: Question) -> Callable[[str], str] | None:
    """Return how an answer is led in as the accepted condition is, and has what is at a level, where it is asked when something happens; else None."""
    if not _ASKS_WHEN.match(question.text):
        return None
    found = [each for text in question.accepted if (each := _WHEN.match(text))]
    if len({each["lead"].lower() for each in found}) != 1 or len(found) < len(question.accepted):
        return None
    lead = found[0]["lead"].lower()
    levels = (_OF_LEVEL.match(text, each.end()) for text, each in zip(question.accepted, found, strict=True))
    what = next((each["what"] for each in levels if each), "")

    def told(text: str) -> str:
        if len(text) > SHORT:
            return text
        text = _SAID.sub(lambda said: f"{said['only'] or ''}{lead} ", text)
        if what:
            text = _IT.sub(rf"\g<lead>{what}", text).replace(f"{what}'s ", f"{what} is ")
            text = _AT_LEVEL.sub(lambda said: f"{lead} {what} is {'above' if said['more'] else 'below'} ", text)
        return text

    return told
