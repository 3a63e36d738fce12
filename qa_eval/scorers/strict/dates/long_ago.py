"""Accepted times long ago, "about 11,000 years ago": the number of years before now, as a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_AGO = r"(?:ago|before (?:the )?(?:present|today|now)|back)"
_ACCEPTED = regex(rf"(?P<years>[^;,]{{0,30}}\d[\d.,]*(?: (?:thousand|million|billion))? years?) {_AGO}\.?")
_SAID = regex(rf"(?<=years) {_AGO}\b|(?<=year) {_AGO}\b")


class LongAgoGold:
    """An accepted time long ago; ``words`` judges it as it stands, ``years`` how many years that is."""

    def __init__(self, words: Gold, years: Gold) -> None:
        self.shown = words.shown
        self.words, self.years = words, years

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted time."""
        relation = self.words.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT or not _SAID.search(text):
            return relation
        again = self.years.relate(_SAID.sub("", text), document)
        return again if again.reason in ACCEPTED else relation


def long_ago_gold(question: Question, words: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that compares years before now where the accepted answer is so many, else ``words``; ``made`` reads figures."""
    answer = question.answer
    if not question.accepted or not isinstance(answer, EntityAnswer | PhraseAnswer):
        return words
    told = [found["years"] for text in question.accepted if (found := _ACCEPTED.fullmatch(text))]
    if len(told) < len(question.accepted):
        return words
    return LongAgoGold(words, made(replace(question, answer=QuantityAnswer(told[0]), accepted=tuple(told))))
