"""Ages from one to another that an accepted answer calls so: "ages 18–25" are 18 to 25 years."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_AGES = regex(
    r"(?:(?:people|those|children|adults|anyone|volunteers) )?(?:ages?|aged)(?: of)?(?: between)? (?P<low>\d{1,3})\s*(?:-|–|—|to|and)\s*(?P<high>\d{1,3})"
)


class AgesGold:
    """Accepted ages; ``words`` judges them as they stand, ``years`` as figures."""

    def __init__(self, words: Gold, years: Gold) -> None:
        self.shown = words.shown
        self.words, self.years = words, years

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ages."""
        relation = self.words.relate(text, document)
        if relation.reason in ACCEPTED:
            return relation
        again = self.years.relate(text, document)
        return again if again.reason in ACCEPTED else relation


def aged_gold(question: Question, words: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that reads ages as figures where the accepted answer is nothing else, else ``words``; ``made`` reads figures."""
    answer = question.answer
    if not question.accepted or not isinstance(answer, EntityAnswer | PhraseAnswer):
        return words
    ages = _AGES.fullmatch(question.accepted[0])
    if ages is None:
        return words
    years = f"{ages['low']} to {ages['high']} years"
    return AgesGold(words, made(replace(question, answer=QuantityAnswer(years), accepted=(years,))))
