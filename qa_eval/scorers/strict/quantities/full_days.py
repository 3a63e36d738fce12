"""So much in 24 hours, which is so much a day: "no more than four tablets per 24 hours" for "4 tablets a day at most"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_FULL_DAY = regex(
    r"\b(?:in|per|within|every|each|over|during|for)\s+(?:(?:any|each|an?|one|every)\s+)?24[\s-]?(?:hours?|hrs?|h)\b(?:\s+period)?",
    re.IGNORECASE,
)
_SO_MUCH = regex(
    rf"(?:(?:up to|at most|no more than|not more than|a maximum of|max\.?)\s+)?(?:\d[\d.,]*|{'|'.join(sorted(STARTERS))})\s+[^\W\d]+(?:\s+[a-z]+)?\s+(?:in|per|within|every|each|over)\s[^,;.]*\b24\b.*",
    re.IGNORECASE,
)
_A_DAY = regex(r"\b(?:an?|per|each|every)\s+day\b|\bdaily\b", re.IGNORECASE)
_IN_HOURS = regex(r"\b(?:in|per|within|over|during)\s+(?:any\s+)?(?P<hours>\d+[\s-]hours?)\b", re.IGNORECASE)
_HOURS = regex(r"\d[\s-]?h", re.IGNORECASE)
_LIMIT_ASKED = regex(r"\b(?:may|can|should|allowed|permitted|safe|max\w*|limit|recommended|at most)\b", re.IGNORECASE)


class FullDayGold:
    """An accepted amount in 24 hours; ``plain`` judges an answer by the day, ``others`` by what else is accepted."""

    def __init__(self, accepted: str, plain: Gold, others: Gold | None) -> None:
        self.shown = accepted
        self.plain, self.others = plain, others

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to so much a day."""
        told = text
        if _HOURS.search(text) and len(text) <= SHORT:
            told = _IN_HOURS.sub(r"per \g<hours>", _FULL_DAY.sub("a day", text))
        relation = self.plain.relate(told, document)
        if self.others is not None and relation.reason not in ACCEPTED:
            other = self.others.relate(text, document)
            relation = other if other.reason in ACCEPTED else relation
        return relation if told == text else relation._replace(read=shown(text))


def full_day_gold(question: Question, gold_of: Callable[[Question], Gold]) -> Gold:
    """Return the gold that ``gold_of`` makes of a question, 24 hours taken for a day where so much in that time is asked for or accepted."""
    answer, accepted = question.answer, question.accepted
    if not accepted or not isinstance(answer, QuantityAnswer | EntityAnswer | PhraseAnswer):
        return gold_of(question)
    by_answer = _SO_MUCH.fullmatch(accepted[0]) is not None
    by_question = _FULL_DAY.search(question.text) is not None and _LIMIT_ASKED.search(question.text) is not None
    if isinstance(answer, QuantityAnswer):
        if by_answer or not (by_question or _A_DAY.search(accepted[0])):
            return gold_of(question)  # "3 g per 24 hours" is a rate
        asked = replace(question, text=_FULL_DAY.sub("a day", question.text))
        return FullDayGold(answer.text, gold_of(asked), None)
    if not by_answer:
        return gold_of(question)
    rates = tuple(_FULL_DAY.sub("a day", text) for text in accepted if _SO_MUCH.fullmatch(text) or _A_DAY.search(text))
    asked = replace(
        question, text=_FULL_DAY.sub("a day", question.text), accepted=rates, answer=QuantityAnswer(rates[0])
    )
    rest = tuple(text for text in accepted if not _SO_MUCH.fullmatch(text) and not _A_DAY.search(text))
    others = gold_of(replace(question, accepted=rest, answer=EntityAnswer(rest[0]))) if rest else None
    return FullDayGold(answer.text, gold_of(asked), others)
