"""Accepted names with when it was or how long it took, "4 July 1921 in Dorpat", "Ann Ray in 2:31:05", told in either order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.dates import DateRelation, DateValue, agrees, read_dates
from qa_eval.reading.notations import Kind, Notation, notations_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKS = r"(?:when|where|who|whom|what|which|how)"
_BOTH_ASKED = regex(rf"\b{_ASKS}\b.*\band\b.*\b{_ASKS}\b", re.IGNORECASE)
_WHERE_ASKED = regex(r"\bwhere\b|\b(?:which|what) (?:city|town|village|port|place|country|station)\b", re.IGNORECASE)
_PLACED = regex(r"[\w’'-]+(?:\s[\w’'-]+){0,3},?\s+(?:in|at)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}")
_WHEN_ASKED = regex(r"\b(?:when|(?:what|which) (?:year|date|day|month))\b", re.IGNORECASE)
_NAMED = regex(r"[\s,;.]*(?:(?:in|at|on|by|of|since|and|with|from|the|both)\b|[A-Z][\w'’.-]*|[,;.&])(?:\s+(?:in|at|on|by|of|since|and|with|from|the)\b|\s*[A-Z][\w'’.-]*|\s*[,;.&])*\s*")  # fmt: skip
_TOLD = stems(
    "it they he she was were is are has have had been did took place happened time date in at on by since so winning finishing"
)
_DENIES = regex(
    r"\b(?:not?|never|nor|neither|or|before|after|until|from|for|to|near|instead|except|but)\b|n['’]t\b", re.IGNORECASE
)


class _Dated(NamedTuple):
    """A date or a time that something took, and what stands beside it."""

    date: DateValue | None
    taken: Notation | None
    rest: str

    @property
    def is_placed(self) -> bool:
        """Whether nothing but a place stands beside the rest."""
        return self.date is None and self.taken is None

    def is_same(self, other: _Dated) -> bool:
        """Return whether another one has the same date or time."""
        if self.is_placed:
            return True
        if self.date is not None:
            return other.date is not None and agrees(other.date, self.date) is DateRelation.SAME
        return (
            self.taken is not None and other.taken is not None and not self.taken.values.isdisjoint(other.taken.values)
        )


class DatedNameGold:
    """An accepted name with its date or time; ``plain`` judges an answer that does not give both."""

    def __init__(self, question: Question, dated: _Dated, plain: Gold) -> None:
        self.shown, self.dated, self.plain = plain.shown, dated, plain
        self.words = stems(dated.rest)
        self.known = stems(question.text) | _TOLD | self.words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted name and date."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT or _DENIES.search(text):
            return relation
        said = _Dated(None, None, text) if self.dated.is_placed else _read(text)
        if said is None or not self.dated.is_same(said) or not self.words <= stems(said.rest) <= self.known:
            return relation
        return Relation(Reason.ALIAS, f"the same name and time, {self.shown}", shown(text), certain=True)


class AlsoDatedGold:
    """An accepted figure with a date, both of which are asked for; ``plain`` judges the figure."""

    def __init__(self, date: DateValue, plain: Gold) -> None:
        self.shown, self.date, self.plain = plain.shown, date, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted figure and date."""
        relation = self.plain.relate(text, document)
        if relation.reason not in ACCEPTED:
            return relation
        told = read_dates(text)
        year = self.date.month is None and not self.date.season and str(self.date.year) in key(text)
        if year or any(agrees(each, self.date) is DateRelation.SAME for each in told):
            return relation
        reason = Reason.WRONG_DATE if told else Reason.PARTIAL
        return Relation(reason, f"{'another' if told else 'without the'} date, accepted {self.shown}", shown(text))


def _read(text: str) -> _Dated | None:
    """Return the one date or time of a text with what stands beside it; None for none, or several."""
    dates = read_dates(text)
    if len(dates) > 1 or (dates and (dates[0].ambiguous or dates[0].negated or dates[0].relative)):
        return None
    if dates:
        return _Dated(dates[0], None, f"{text[: dates[0].start]} , {text[dates[0].end_offset :]}")
    taken = notations_in(text, (Kind.ELAPSED,))
    if len(taken) != 1:
        return None
    return _Dated(None, taken[0], f"{text[: taken[0].start]} , {text[taken[0].end :]}")


def dated_name_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes a name and its date or time in either order, where both are asked for and accepted; else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if not first or len(first) > SHORT or not _BOTH_ASKED.search(question.text):
        return plain
    if _PLACED.fullmatch(first) and _WHERE_ASKED.search(question.text) and not has_verb(first):
        return DatedNameGold(question, _Dated(None, None, first), plain)
    if not any(map(str.isdecimal, first)):
        return plain
    dated = _read(first)
    if dated is None or not _NAMED.fullmatch(dated.rest) or has_verb(dated.rest) or not stems(dated.rest):
        return plain
    return DatedNameGold(question, dated, plain)


def also_dated_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that wants the date beside an accepted figure, where both are asked for and accepted; else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if not _BOTH_ASKED.search(question.text) or not _WHEN_ASKED.search(question.text):
        return plain
    dates = read_dates(first)
    return AlsoDatedGold(dates[0], plain) if len(dates) == 1 and len(key(first)) > 1 else plain
