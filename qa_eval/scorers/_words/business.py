"""Answers on firms as filings and news tell them, read as what they give: figures by their signs and periods, names without posts and legal forms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import QuantityAnswer
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.accounting import Accounting
from qa_eval.scorers._words.appended import Appended
from qa_eval.scorers._words.reported import Reported, reported

if TYPE_CHECKING:
    from qa_eval.model import Question


_HINTS = regex(
    r"[,(&]|Prof|\b(?:LLP|LLC|Inc|Ltd|Limited|PLC|plc|Corp|Corporation|GmbH|AG|Aktiengesellschaft|SE|SA|SAS|KGaA|Co)\b"
)


class Business:
    """One question, with the signs of its accepted figures at them, and how answers to it are read."""

    def __init__(self, question: Question) -> None:
        self._accounts = Accounting(question)
        self._measures = isinstance(question.answer, QuantityAnswer)
        self.question = self._accounts.question

    @cached_property
    def _appended(self) -> Appended:
        return Appended(self.question)

    @cached_property
    def _reported(self) -> Reported:
        return reported(self.question.text, self.question.accepted)

    def read(self, text: str) -> str:
        """Return an answer without what it tells of other periods and measures, and without posts and firms' "& Co.".

        >>> from qa_eval.model import Question
        >>> asked = Business(Question("net", "What was net income?", QuantityAnswer("-$3m"), ("-$3m",)))
        >>> asked.read("– $3m"), asked.read("Net income was $(3)m; sales were $9m.")
        ('-$3m', 'Net income was -$3m')
        """
        text = self._accounts.read(text)
        if self._measures:
            return self._reported.own(text) if " " in text else text
        return self._appended.without(text) if _HINTS.search(text) else text

    def freely(self, text: str) -> str:
        """Return an answer without what a figure came from, "to 4 %" for "from 6 % to 4 %", and without legal forms of firms."""
        if self._measures:
            return self._reported.arrived(text)
        return self._appended.without_form(text) if _HINTS.search(text) else text

    def of_another(self, text: str) -> str:
        """Return the other period of which an answer tells all its figures; "" for none."""
        return self._reported.of_another(text) if self._measures and " " in text else ""
