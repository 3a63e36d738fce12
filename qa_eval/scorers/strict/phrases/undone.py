"""What has not been done: "letters that were never published" for unpublished letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_UNDONE = regex(r"\b(?P<un>un)(?P<done>[a-z]{2,}(?:ed|en|wn|ld|id|ught|ung))\b")
_NOT = r",?\s+(?:(?:that|which)\s+(?:(?:was|were|is|are|has|have|had)(?:\s+not|n['’]t|\s+never|\s+not yet)|never got)|not\s+having|nobody\s+(?:had|has|ever)?)\s+(?:yet\s+|ever\s+)?(?:been\s+)?"
_THING = r"(?P<lead>\b(?:the|an?|some|of|to|by|from|with|on|for|in|was|were|is|are)\s+|\A\W*)?(?P<thing>[a-z-]+(?:\s+(?:from|for|by|of|in)\s+(?:the\s+)?[a-z-]+|\s+[a-z-]+){0,2}?)"


class UndoneGold:
    """Accepted words for what is un-done; ``plain`` judges an answer, with what tells that it was not done in that word."""

    def __init__(self, done: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        deeds = "|".join(sorted(map(re.escape, done)))
        self.told = regex(rf"{_THING}{_NOT}(?P<done>{deeds})\b", re.IGNORECASE)
        self.without = regex(rf"\b(?:{deeds})\b", re.IGNORECASE)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT or not self.without.search(text):
            return relation
        told = self.told.sub(lambda found: f"{found['lead'] or ''}un{found['done']} {found['thing']}", text)
        again = self.plain.relate(told, document) if told != text else relation
        return again._replace(read=shown(text), certain=True) if again.reason in ACCEPTED else relation


def undone_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads "not … done" as "un-done" where that is accepted, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    done = frozenset(found["done"] for text in question.accepted for found in _UNDONE.finditer(text))
    return UndoneGold(done, plain) if done else plain
