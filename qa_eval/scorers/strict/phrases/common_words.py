"""What is called by common words, "a knee injury": a name to begin with, and then a phrase whose words may be put otherwise."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers.strict.dates.known_dates import day_of_month
from qa_eval.scorers.strict.phrases.phrase import PhraseGold
from qa_eval.scorers.strict.phrases.suffered import told_as_deed
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, EntityAnswer, Question
    from qa_eval.scorers.strict.names.entity import EntityGold
    from qa_eval.scorers.strict.relation import Gold


# "an expired TLS certificate", "an X-ray of the hip"
_COMMON = regex(r"[a-z\d'-]+(?: (?:[a-z\d',-]+|[A-Z]{2,5}(?= [a-z])|[A-Z]-[a-z]+))+\.?")
# what begins as no name does, though one may stand in it: "in a barn near Dunley", "turn it into flats"
_LED = regex(
    r"(?:in|at|on|by|with|without|under|near|behind|from|to|into|through|across|along|beside|between|because|so that|he|she|it|they|we"
    r"|[a-z]+ (?:it|them|the|an?|his|her|its|their)) \S+ .+|(?:it|they|he|she) [a-z]+"
)
_OF_PEOPLE = regex(r"\b(?:the age of|aged|who (?:have|has))\s", re.IGNORECASE)  # what has many forms


class CommonGold:
    """Accepted common words of one question; ``name`` judges what says them as they stand."""

    def __init__(self, question: Question, answer: EntityAnswer, name: EntityGold) -> None:
        self.shown = answer.text
        self.question = question
        self.accepted = question.accepted
        self.name = name
        self.led = _LED.fullmatch(answer.text) is not None
        self.day = day_of_month(answer.text) if "month" in answer.text else None

    @cached_property
    def phrase(self) -> PhraseGold:
        """The same words as a phrase, read for the first answer that is no name of it."""
        return PhraseGold(self.question, PhraseAnswer(self.shown))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.name.relate(text, document)
        if self.day is not None and day_of_month(text) == self.day:
            return Relation(Reason.ALIAS, f"the same day, {self.shown}", text.strip())
        if relation.reason in ACCEPTED and self._is_denied(text):
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", shown(text))
        if relation.reason not in (Reason.WRONG_NAME, Reason.LESS_PRECISE):
            return relation
        reworded = self.phrase.reworded(text)
        if reworded is None and (self.led or _OF_PEOPLE.search(text)):
            within = self.phrase.relate(text, document)
            reworded = within if within.reason in ACCEPTED else None
        deed = "" if reworded else told_as_deed(text, self.accepted)
        told = self.name.relate(deed, document) if deed else relation
        if reworded or told.reason not in ACCEPTED:
            return reworded or relation
        return told._replace(reason=Reason.CONTAINS_GOLD, read=shown(text))

    def _is_denied(self, text: str) -> bool:
        """Return whether an answer says that none did what an accepted statement tells: "No sheep were lost."."""
        told = [accepted.lower() for accepted in self.accepted if has_verb(accepted)] if "no " in text.lower() else []
        return any(f"no {each}" in text.lower() and not each.startswith("no ") for each in told)


def common_gold(question: Question, answer: EntityAnswer, name: EntityGold) -> Gold:
    """Return a gold that also takes the words in another form where they are common ones, several, else ``name``."""
    return CommonGold(question, answer, name) if _COMMON.fullmatch(answer.text) or _LED.fullmatch(answer.text) else name
