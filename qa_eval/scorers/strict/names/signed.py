"""Accepted grades, blood groups and keys: their sign is a part of them, however it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.signs import read_signed
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from qa_eval.model import Document, Question
    from qa_eval.reading.signs import Signed
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(r"\b(?:grades?|marks?|rat(?:ing|ed)|blood|key)\b", re.IGNORECASE)

# "They were rated AA- by Corvin": it tells one grade, and whose
_RATED = regex(
    r"(?P<before>[^;.,!?]*?)\b(?:rated|graded|marked|assessed|scored)\s+(?:(?:it|them|him|her|(?:the|its|their|his) [a-z]+)\s+)?(?:as\s+|at\s+)?(?:an?\s+)?"
    r"(?P<letters>[A-Z]{1,3}(?:\s?[-+−–](?!\w)| minus\b| plus\b)?)(?P<behind>\s+(?:by|from)\s+[^;.,!?]+)?[.!]?\s*"
)
_NAME = regex(r"\b(?!(?:They|It|The|He|She|Its|Their|This|That|These|Those|A|An)\b)[A-Z]\w+")


class SignedGold:
    """Accepted letters with a sign; ``plain`` judges an answer that is more than such letters."""

    def __init__(self, accepted: Collection[Signed], question: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.question = question
        self.accepted, self.plain = accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted letters: "A" and "A-" are others than "A+"."""
        said = self._read(text) if len(text) <= SHORT else None
        if said is None:
            return self.plain.relate(text, document)
        if said in self.accepted:
            plainly = self.plain.relate(text, document)
            if plainly.reason in ACCEPTED:
                return plainly
            return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)
        if any(said in (letters._replace(mode=""), letters._replace(sign="", mode="")) for letters in self.accepted):
            return Relation(Reason.LESS_PRECISE, f"only a part of {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_NAME, f"other letters or another sign, accepted {self.shown}", shown(text))

    def _read(self, text: str) -> Signed | None:
        """Return the letters that are all of an answer, or the one grade that it tells of who is asked about."""
        said = read_signed(text) or read_signed(strip_frame(text))
        rated = _RATED.fullmatch(text) if said is None and "ed " in text else None
        if rated is None:
            return said
        names = _NAME.findall(f"{rated['before']}{rated['behind'] or ''}")
        return read_signed(rated["letters"]) if all(name in self.question for name in names) else None


def signed_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares letters with their signs where the accepted answer is such letters, else ``plain``.

    Letters without a sign are a grade or a key where one is asked for.
    """
    accepted = [read_signed(text) for text in question.accepted]
    first = accepted[0] if accepted else None
    if first is None or not (first.sign or first.mode or _ASKED.search(question.text)):
        return plain
    return SignedGold(frozenset(filter(None, accepted)), question.text, plain)
