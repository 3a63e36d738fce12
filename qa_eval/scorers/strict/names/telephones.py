"""Accepted telephone numbers, as they are dialled at home and from abroad: "020 7946 0123" is "+44 20 7946 0123"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(r"\b(?:[Nn]umber|[Tt]ele)?[Pp]hone|\b[Cc]all|\b[Nn]umber\b|\b[Rr]ing\b|\b[Dd]ial")
_NUMBER = r"\(?0\)?[\d\s()/.-]{7,20}\d"
_AT_HOME = regex(_NUMBER)
# the country's code has up to three digits; the 0 of the number at home falls away behind it, or stands in brackets
_ABROAD = regex(r"(?:\+|\b00)\s?(?P<country>[1-9]\d{0,2})[\s-]?(?P<rest>(?:\(0\)\s?)?[1-9(][\d\s()/.-]{6,20}\d)")
_DIGITS = regex(r"\d")
_OTHER = regex(r"\b(?:not|or|fax)\b")


class TelephoneGold:
    """Accepted telephone numbers of one question; ``plain`` judges an answer that gives no such number from abroad."""

    def __init__(self, numbers: Sequence[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.numbers, self.plain = frozenset(map(_digits, numbers)), plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted numbers."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        told = [f"0{_digits(found['rest']).lstrip('0')}" for found in _ABROAD.finditer(text)]
        if len(told) != 1 or told[0] not in self.numbers or _OTHER.search(text):
            return relation
        return Relation(Reason.ALIAS, f"dialled from abroad, {self.shown}", shown(text), certain=True)


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))


def telephone_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that also takes a number as it is dialled from abroad, where the accepted answer is one as at home; else ``plain``."""
    numbers = [text for text in question.accepted if _AT_HOME.fullmatch(text.strip())]
    return TelephoneGold(numbers, plain) if numbers and _ASKED.search(question.text) else plain
