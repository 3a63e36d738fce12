"""Accepted codes of capital letters, "NLYS", "ABBA": an S at their end is no plural, and small letters are the same code where one is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation, related_as_told

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_CODE = regex(r"[A-Z]{3,9}")
_WORD = regex(r"[A-Za-z]+")
_ASKED = regex(
    r"\b(?:rhym\w*|codes?|tickers?|symbols?|abbreviat\w*|acronyms?|initials|letters?|call ?sign|password|pattern)\b",
    re.IGNORECASE,
)


class LetteredGold:
    """Accepted codes of capital letters; ``asked`` says that the question asks for a code. ``plain`` judges an answer."""

    def __init__(self, codes: frozenset[str], plain: Gold, *, asked: bool) -> None:
        self.shown = plain.shown
        self.codes, self.plain, self.asked = codes, plain, asked

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted codes."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        words = _WORD.findall(text)
        if relation.reason in ACCEPTED:
            said = {word.upper() for word in words}
            another = "" if self.codes & said else next(filter(self._is_another, words), "")
            if another:
                return Relation(Reason.WRONG_NAME, f"another code, {another}, accepted {self.shown}", shown(text))
            return relation
        if not self.asked or not any(word.islower() and word.upper() in self.codes for word in words):
            return relation
        told = _WORD.sub(lambda found: found[0].upper() if found[0].upper() in self.codes else found[0], text)
        return related_as_told(self.plain, relation, told, text, document)

    def _is_another(self, word: str) -> bool:
        """Return whether a word has an S too few or too many at its end: "NLY"; "DVDs" are many."""
        return f"{word.upper()}S" in self.codes or (word.endswith("S") and word[:-1] in self.codes)


def lettered_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares codes of capital letters where they are accepted, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer):
        return plain
    codes = frozenset(text for text in question.accepted if _CODE.fullmatch(text))
    return LetteredGold(codes, plain, asked=_ASKED.search(question.text) is not None) if codes else plain
