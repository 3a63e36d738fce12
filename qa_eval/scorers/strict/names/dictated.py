"""Accepted codes of figures, told one figure after the other: "four zero nine six" and "4-0-9-6" for 4096, of which no zero is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_CODE = regex(r"\d{3,12}")
_ASKED = regex(
    r"\b(?:extension|PIN|codes?|combination|password|passcode|dial|phone|telephone|key in|(?:account|serial|room|locker|flight|licence|license|membership|order|reference|policy|customer) number)\b",
    re.IGNORECASE,
)
_FIGURES = {word: str(value) for value, word in enumerate(CARDINALS[:10])} | {"oh": "0", "o": "0", "nought": "0"}
_FIGURE = rf"(?:(?:double|triple)[\s-]+)?(?:{'|'.join(_FIGURES)}|\d)"
_TOLD = regex(rf"(?<![\w-]){_FIGURE}(?:(?:\s*,\s*|[\s-]+){_FIGURE}){{2,11}}(?![\w-])", re.IGNORECASE)
_EACH = regex(rf"(?:(?P<times>double|triple)[\s-]+)?(?P<figure>{'|'.join(_FIGURES)}|\d)(?!\w)", re.IGNORECASE)
_DIGITS = regex(r"\d+")
_TIMES = {"double": 2, "triple": 3}


class DictatedGold:
    """Accepted codes of figures; ``plain`` judges an answer, with what is told figure by figure in one."""

    def __init__(self, codes: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.codes, self.plain = codes, plain
        self.without_zero = frozenset(code.lstrip("0") for code in codes) - codes

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted codes."""
        if len(text) > SHORT:
            return self.plain.relate(text, document)
        told = _TOLD.sub(_in_one, text)
        relation = self.plain.relate(told, document)
        if self.without_zero and relation.reason in ACCEPTED and self._lacks_zero(told):
            return Relation(Reason.WRONG_VALUE, f"without the zero of {self.shown}", shown(text))
        return relation if told == text else relation._replace(read=shown(text))

    def _lacks_zero(self, told: str) -> bool:
        said = frozenset(_DIGITS.findall(told))
        return said.isdisjoint(self.codes) and not said.isdisjoint(self.without_zero)


def _in_one(told: re.Match[str]) -> str:
    return "".join(
        _FIGURES.get(each["figure"].lower(), each["figure"]) * _TIMES.get((each["times"] or "").lower(), 1)
        for each in _EACH.finditer(told[0])
    )


def dictated_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads codes told figure by figure where a code of figures is asked for and accepted, else ``plain``."""
    codes = frozenset(text.strip() for text in question.accepted if _CODE.fullmatch(text.strip()))
    return DictatedGold(codes, plain) if codes and _ASKED.search(question.text) else plain
