"""Nothing to pay, told as something that is free: "They travel free" for nothing; and none of what is asked for: "no dividend" for none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation
from qa_eval.scorers.strict.unanswerable import is_none

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_PRICE = regex(r"\b(?:pay|pays|paid|costs?|charged?|fees?|prices?|fares?|admission|entry|entrance)\b", re.IGNORECASE)
_PART = regex(r"[,;:]\s+|\.\s+(?=\S)|\s+[–—-]\s+")
_WHO = r"(?:(?:it|they|he|she|you|we|that|this|admission|entry|entrance|(?:the )?[a-z-]+)\s*)"
_FREE = regex(
    rf"\W*(?:{_WHO}(?:['’]s|['’]re|is|are|was|were|go(?:es)?|went|travels?|travel?led|gets? in|got in|enters?|comes? in|came in)?\s*)?(?:for |entirely |completely |absolutely )?(?:free(?: of charge)?|gratis|complimentary)(?:\s+(?:for|on|to)\s+[a-z -]+)?\W*"
    rf"|\W*(?:there(?:['’]s| is| was| are)\s+|at )?(?:no (?:charge|fee|cost|price|entry fee|admission fee)|without charge)(?:\s+(?:for|at|on)\s+[a-z -]+)?\W*"
    rf"|\W*{_WHO}(?:pays?|paid|costs?|is charged|are charged)\s+(?:nothing|zero)(?:\s+at all)?\W*"
    rf"|\W*{_WHO}(?:do|does|did)(?:\s+not|n['’]t)\s+(?:have to |need to )?(?:pay|cost)(?:\s+(?:anything|a thing))?\W*"
    r"|\W*(?:nothing|zero|nil|0)(?:\s+at all)?\W*"
    r"|\W*(?:[$€£¥]\s?0(?:[.,]00?)?|(?:0|zero|no)\s*(?:euros?|dollars?|pounds?|pence|cents|[$€£¥]))\W*",
    re.IGNORECASE,
)


# "no dividend", "They paid no dividend", "No dividend was declared"
_NO_SUCH = regex(
    r"\W*(?:(?:there|it|they|he|she|we|the [a-z]+)\s+[a-z]+\s+)?no\s+(?P<what>[a-z]+)(?:\s+(?:is|are|was|were|has been|have been)\s+[a-z]+)?(?:\s+at all)?\W*|\W*(?:0|zero|nil|nothing)\W*",
    re.IGNORECASE,
)


class FreeGold:
    """An accepted text that says that there is nothing to pay, or none; ``plain`` judges an answer that does not say so.

    ``says`` takes an answer, or a part of it, and the question.
    """

    def __init__(self, question: str, plain: Gold, says: Callable[[str, str], bool]) -> None:
        self.shown = plain.shown
        self.question, self.plain, self.says = question, plain, says

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to nothing to pay, or to none."""
        relation = self.plain.relate(text, document)
        parts = _PART.split(text) if len(text) <= SHORT and relation.reason not in ACCEPTED else []
        if parts and all(self.says(part, self.question) for part in parts):
            return Relation(Reason.EQUAL_VALUE, f"nothing, the accepted {self.shown}", shown(text), certain=True)
        return relation


def free_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that knows what costs nothing, or is not there, where the accepted texts say so, else ``plain``."""
    texts = question.accepted
    if texts and all(is_free(text, question.text) for text in texts):
        return FreeGold(question.text, plain, is_free)
    return FreeGold(question.text, plain, _is_no_such) if texts and all(map(is_none, texts)) else plain


def _is_no_such(text: str, question: str) -> bool:
    told = _NO_SUCH.fullmatch(text)
    return is_none(text) or (told is not None and (told["what"] is None or bool(stems(told["what"]) & stems(question))))


def is_free(text: str, question: str) -> bool:
    """Return whether an answer says that there is nothing to pay, where that is asked.

    >>> is_free("They travel free.", "How much do pupils pay?"), is_free("They travel free.", "How many travel?")
    (True, False)
    >>> is_free("They pay half.", "How much do pupils pay?")
    False
    """
    return _FREE.fullmatch(text) is not None and _PRICE.search(question) is not None
