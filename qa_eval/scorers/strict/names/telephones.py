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
_NUMBER = regex(r"(?:\+\s?|\b00|(?<![\w.])\(?(?=\d))[\d\s()/.-]{6,24}\d(?![\w-])")
_TRUNK = regex(r"\(0\)")  # the 0 of the number at home, which falls away behind the country's code
_LONGEST_CODE = 3  # digits of a country
_SHORTEST = 7  # digits of a number
_DIGITS = regex(r"\d")
_OTHER = regex(r"\b(?:not|or|fax)\b")


class TelephoneGold:
    """Accepted telephone numbers of one question; ``plain`` judges an answer that gives no such number from abroad."""

    def __init__(self, numbers: Sequence[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.numbers, self.plain = tuple(map(_dialled, numbers)), plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted numbers."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        told = [_dialled(found) for found in _NUMBER.findall(text)]
        if len(told) != 1 or not any(_is_same(told[0], number) for number in self.numbers) or _OTHER.search(text):
            return relation
        return Relation(Reason.ALIAS, f"dialled otherwise, {self.shown}", shown(text), certain=True)


def _dialled(text: str) -> str:
    """Return the digits of a number, behind a "+" where the country's code is one of them."""
    bare = text.strip()
    abroad = bare.startswith(("+", "00"))
    digits = "".join(_DIGITS.findall(_TRUNK.sub("", bare) if abroad else bare))
    return f"+{digits.removeprefix('00') if bare.startswith('00') else digits}" if abroad else digits


def _is_same(one: str, other: str) -> bool:
    """Return whether two numbers are one, dialled at home and from abroad."""
    if one.startswith("+") is other.startswith("+"):
        return one == other
    abroad, home = (one[1:], other) if one.startswith("+") else (other[1:], one)
    own = home.removeprefix("0")
    return len(own) >= _SHORTEST and abroad.endswith(own) and 0 < len(abroad) - len(own) <= _LONGEST_CODE


def telephone_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes a telephone number however it is written, and as it is dialled at home or from abroad, where one is accepted; else ``plain``."""
    numbers = [text for text in question.accepted if _NUMBER.fullmatch(text.strip())]
    return TelephoneGold(numbers, plain) if numbers and _ASKED.search(question.text) else plain
