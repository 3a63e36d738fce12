"""Places of what the question names, which an answer may say again: "the lunar south pole", where it is asked where on the Moon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer
from qa_eval.reading.names.variants import COUNTRIES, variants_of_kind
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, related_as_told

if TYPE_CHECKING:
    import re

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_PLACED = regex(r"\b(?:in|on|of|from|to|into|across|around|off) (?:the )?(?P<name>[A-Z][a-z]+)\b")
_BODIES = {
    "moon": "lunar", "mars": "martian", "sun": "solar", "venus": "venusian", "jupiter": "jovian", "saturn": "saturnian", "antarctica": "antarctic",
}  # fmt: skip


class InCountryGold:
    """Accepted words of a question that names a place; ``plain`` judges, and an answer without the adjective of that place."""

    def __init__(self, of_place: re.Pattern[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.of_place, self.plain = of_place, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        return related_as_told(self.plain, relation, self.of_place.sub("", text), text, document)


def in_country_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that lets an answer name the place again that the question does, where it names one, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    names = {found["name"].lower() for found in _PLACED.finditer(question.text)}
    alike = {each for name in names for each in (_BODIES.get(name, ""), *variants_of_kind(COUNTRIES).get(name, ()))}
    words = sorted(word for word in alike - names if word.isalpha() and word not in question.text.lower())
    return InCountryGold(regex(rf"\b(?i:{'|'.join(words)}) (?=[a-z])"), plain) if words else plain
