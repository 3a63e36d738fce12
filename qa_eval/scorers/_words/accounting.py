"""Signs as accounts set them, in what is accepted and in answers: "- $125 million" and "$(125) million" are below zero."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.quantities.below_zero import (
    BRACKETED_FIGURE,
    COIN,
    DASHES,
    LOOSE,
    glued,
    out_of_brackets,
    unbracketed,
)
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Question

_LOOSE_SUM = regex(  # of money, or a share, of which nobody makes a list of one
    rf"(?P<led>\A\W*?|[:(]\s*)[{DASHES}]\s+(?={COIN}\s?\d|\d[\d.,]*(?:\s?(?:thousand|million|billion|mn|bn|[kmb]))?\s?(?:[%$€£¥]|(?:per ?cent|percentage|pp|basis|bps?|euros?|dollars?|pounds?|francs?|[A-Z]{{3}})\b))"
)
_NEGATIVE = regex(rf"\W*?[{DASHES}]\s?(?:{COIN}\s?)?\d|\W*minus\b", re.IGNORECASE)
_EITHER_SIGN = regex(
    r"\b(?:chang\w*|profit\w*|loss(?:es)?|result|results of|income|earnings|EPS|EBITD?A?|cash ?flows?|growth|returns?|surplus|deficit|balance|performance|variation|movement)\b"
    r"|\bin (?:[$€£] ?)?(?:thousands|millions|billions)\b",
    re.IGNORECASE,
)
_ASKS_LOSS = regex(r"\b(?:loss(?:es)?|deficit|shortfall)\b(?!\))", re.IGNORECASE)
_RESULT = regex(r"\b(?:results?|balance|EPS|EBITD?A?)\b", re.IGNORECASE)  # what may be a profit or a loss
_LOSS_OF = regex(
    r"\b(?P<kind>(?:net |operating |pre-?tax |annual |quarterly )*)(?:loss|deficit)(?P<by> of| from|:)\s+(?P<about>(?:about |around |roughly |some )?)(?=(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?\d)",
    re.IGNORECASE,
)
_DASH = regex(rf"[{DASHES}]\s")
_SIGNED = regex(rf"\W*?(?:[{DASHES}]|\(|minus\b)\W*\d|[$€£¥]\(")
_OF_ACCOUNTS = regex(r"[$€£¥%.,]|\b(?:thousand|million|billion)\b", re.IGNORECASE)
_BRACKETED = regex(
    rf"(?i:(?P<led>\A\W*?|(?:\b(?:is|was|were|of|at|to)|:)\s+){BRACKETED_FIGURE})(?=\W*\Z|\s*(?:%|[a-z]))"
)
_COIN_BEFORE = regex(rf"(?i:(?=[$€£¥]\(){BRACKETED_FIGURE})(?!\$)")


class Accounting:
    """One question, its accepted figures with their signs, and how answers to it are read.

    A loose minus is a sign, and brackets are one, where the accepted figure is below zero or may be by what is asked; else the one is a
    bullet and the other an aside.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self._loose: re.Pattern[str] | None = None
        self._brackets = self._nets = False
        if not question.accepted or not isinstance(question.answer, QuantityAnswer | EntityAnswer | PhraseAnswer):
            return
        if not isinstance(question.answer, QuantityAnswer) and not any(map(_SIGNED.match, question.accepted)):
            return
        either = _EITHER_SIGN.search(question.text) is not None
        self.question = _with_signs(question, either=either)
        negative = any(map(_NEGATIVE.match, self.question.accepted))
        self._loose = LOOSE if negative else _LOOSE_SUM if either else None
        self._brackets = either or negative
        self._nets = _RESULT.search(question.text) is not None and _ASKS_LOSS.search(question.text) is None

    def read(self, text: str) -> str:
        r"""Return an answer with each sign at its figure.

        >>> from qa_eval.model import Question
        >>> accounts = Accounting(Question("net", "What was net income?", QuantityAnswer("-$3m"), ("-$3m",)))
        >>> accounts.read("– $3m"), accounts.read("- $3m\n- $4m"), accounts.read("It was $(3)m."), accounts.read("a loss ($3m)")
        ('-$3m', '- $3m\n- $4m', 'It was -$3m.', 'a loss ($3m)')
        """
        if self._loose is not None and _DASH.search(text) and "\n" not in text.strip():
            text = self._loose.sub(r"\g<led>-", text)
        if self._nets and ("loss" in text or "deficit" in text):
            text = _LOSS_OF.sub(r"\g<kind>result of \g<about>-", text)
        if "(" not in text:
            return text
        text = _COIN_BEFORE.sub(out_of_brackets, text)
        return _BRACKETED.sub(_told, text) if self._brackets else text


def _told(found: re.Match[str]) -> str:
    return found["led"] + out_of_brackets(found)


def _with_signs(question: Question, *, either: bool) -> Question:
    accepted = tuple(_signed(text, either=either) for text in question.accepted)
    if accepted == question.accepted:
        return question
    answer = question.answer
    if isinstance(answer, QuantityAnswer | EntityAnswer | PhraseAnswer):
        answer = replace(answer, text=_signed(answer.text, either=either))
    return replace(question, answer=answer, accepted=accepted)


def _signed(text: str, *, either: bool) -> str:
    """Return an accepted figure with its sign beside it; "(3)" by itself may be an option's number."""
    if text[:1] in DASHES:
        return glued(text)
    return unbracketed(text) if "(" in text and (either or _OF_ACCOUNTS.search(text)) else text
