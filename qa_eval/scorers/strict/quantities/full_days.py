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
    """An accepted amount in 24 hours; ``plain`` judges an answer by the day."""

    def __init__(self, accepted: str, plain: Gold) -> None:
        self.shown = accepted
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to so much a day."""
        if not _HOURS.search(text) or len(text) > SHORT:
            return self.plain.relate(text, document)
        told = _IN_HOURS.sub(r"per \g<hours>", _FULL_DAY.sub("a day", text))
        return self.plain.relate(told, document)._replace(read=shown(text))


def full_day_gold(question: Question, gold_of: Callable[[Question], Gold]) -> Gold:
    """Return the gold that ``gold_of`` makes of a question, 24 hours taken for a day where so much in that time is asked for or accepted."""
    by_question = _FULL_DAY.search(question.text) is not None and _LIMIT_ASKED.search(question.text) is not None
    by_answer = bool(question.accepted) and all(map(_SO_MUCH.fullmatch, question.accepted))
    if by_answer and isinstance(question.answer, QuantityAnswer):
        return gold_of(question)  # "3 g per 24 hours" is a rate
    by_day = bool(question.accepted) and all(map(_A_DAY.search, question.accepted))
    answer = question.answer
    if not (by_question or by_answer or by_day) or not isinstance(answer, QuantityAnswer | EntityAnswer | PhraseAnswer):
        return gold_of(question)
    accepted = tuple(_FULL_DAY.sub("a day", text) for text in question.accepted)
    if isinstance(answer, QuantityAnswer):
        answer = replace(answer, text=_FULL_DAY.sub("a day", answer.text))
    elif by_answer:
        answer = QuantityAnswer(accepted[0])
    asked = replace(question, text=_FULL_DAY.sub("a day", question.text), accepted=accepted, answer=answer)
    return FullDayGold(question.answer.text, gold_of(asked))
