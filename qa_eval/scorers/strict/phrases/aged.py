"""Ages that an accepted answer gives by their ends: "ages 18–25" are 18 to 25 years, and "up to and including 5 years" ends when one turns 6."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer, Reason
from qa_eval.reading.counting import CARDINALS, ORDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_AGES = regex(
    r"(?:(?:people|those|children|adults|anyone|volunteers) )?(?:ages?|aged)(?: of)?(?: between)? (?P<low>\d{1,3})\s*(?:-|–|—|to|and)\s*(?P<high>\d{1,3})"
)
_ASKS_AGE = regex(r"\b(?:ages?|aged|old|young)\b", re.IGNORECASE)
_YEARS = r"(?:[ -]years?(?:[ -]olds?| of age)?)?"
_AT = r"(?: the)?(?: age(?: of)?| aged| ages)?"
_NUMBER = regex(rf"\b(?:{'|'.join((*CARDINALS[1:19], *ORDINALS[1:19]))})\b", re.IGNORECASE)
# the last age that is told to belong to it, and the first that no longer does
_LAST = regex(
    rf"up to and including{_AT} (?P<upto>\d+){_YEARS}|up to{_AT} (?P<inclusive>\d+){_YEARS},? \(?(?:inclusive(?:ly)?|included)\)?|through{_AT} (?P<through>\d+){_YEARS}"
    rf"|(?:(?:the )?ages? (?:of )?|aged )?(?P<under>\d+){_YEARS} (?:and|or) (?:under|younger|below|less)|(?:no|not) older than (?P<older>\d+){_YEARS}",
    re.IGNORECASE,
)
_FIRST_BEYOND = regex(
    rf"(?:until|till|before)(?: (?:they|he|she|it|one|you))? (?:turn(?:s|ing)?|reach(?:es|ing)?|are|is)(?: the age of)? (?P<turn>\d+){_YEARS}|(?:until|till|before|up to) (?:their|the|his|her|your) (?P<birthday>\d+)(?:st|nd|rd|th) birthday"
    rf"|(?:under|below|younger than|less than)(?:-|{_AT} )(?P<younger>\d+)(?:s\b|{_YEARS})|up to but not including{_AT} (?P<excluding>\d+){_YEARS}",
    re.IGNORECASE,
)
_BARE = regex(rf"(?:up )?to{_AT} (?P<age>\d+){_YEARS}|\A\W*(?:ages? )?(?P<alone>\d+){_YEARS}\W*\Z", re.IGNORECASE)
_BESIDE = stems(
    "children child kids they he she it those who are is of old aged years the and can may anyone everyone people"
)


def last_age(text: str) -> tuple[int, str] | None:
    """Return the last whole age up to which an answer says that something goes, and the rest of the text; None for another text.

    >>> last_age("Children aged 5 and under go free"), last_age("until they turn six"), last_age("over 5")
    ((5, 'Children  go free'), (5, ''), None)
    """
    text = _NUMBER.sub(lambda word: _figure(word[0].lower()), text)
    found, beyond = _LAST.search(text), _FIRST_BEYOND.search(text)
    told = beyond or found or _BARE.search(text)
    if told is None or (found and beyond):
        return None
    age = int(next(filter(None, told.groups()))) - (told is beyond)
    return age, (text[: told.start()] + text[told.end() :]).strip(" .,")


def _figure(word: str) -> str:
    return str(CARDINALS.index(word)) if word in CARDINALS else f"{ORDINALS.index(word)}th"


class AgeLimitGold:
    """An accepted last age; ``words`` judges it as it stands."""

    def __init__(self, question: Question, words: Gold, age: int) -> None:
        self.shown = words.shown
        self.words, self.age = words, age
        self.beside = stems(question.text) | _BESIDE

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted age."""
        relation = self.words.relate(text, document)
        told = last_age(text) if len(text) <= SHORT else None
        if told is None or relation.reason in ACCEPTED or not stems(told[1]) <= self.beside:
            return relation
        if told[0] != self.age:
            return Relation(Reason.WRONG_VALUE, f"up to {told[0]} years, accepted {self.shown}", shown(text))
        return Relation(Reason.EQUAL_VALUE, f"the same ages, {self.shown}", shown(text), certain=True)


def _limited(question: Question, words: Gold) -> Gold:
    """Return a gold that compares the last age where the accepted answer tells that it does or does not belong to it, else ``words``."""
    accepted = question.accepted[0] if question.accepted and _ASKS_AGE.search(question.text) else ""
    text = _NUMBER.sub(lambda word: _figure(word[0].lower()), accepted)
    sure = _LAST.fullmatch(text) or _FIRST_BEYOND.fullmatch(text)
    told = last_age(accepted) if sure else None
    return AgeLimitGold(question, words, told[0]) if told else words


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
    words = _limited(question, words)
    answer = question.answer
    if not question.accepted or not isinstance(answer, EntityAnswer | PhraseAnswer):
        return words
    ages = _AGES.fullmatch(question.accepted[0])
    if ages is None:
        return words
    years = f"{ages['low']} to {ages['high']} years"
    return AgesGold(words, made(replace(question, answer=QuantityAnswer(years), accepted=(years,))))
