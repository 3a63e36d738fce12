"""Accepted days that are told with their part, "on the morning of 3 May", and feasts, "Christmas Day", which are dates as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import DateAnswer, Reason
from qa_eval.reading.dates import read_date, read_dates
from qa_eval.reading.dates.feasts import is_feast, with_feasts
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.dates.date import DateGold
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_PART = regex(
    r"\b(?P<part>(?:early|small) hours|early|late|mornings?|dawn|daybreak|afternoons?|evenings?|nights?|midday|a\.?m\b|p\.?m\b)",
    re.IGNORECASE,
)
_MEANT = {
    "small hours": ("early", "morning"), "early hours": ("early", "morning"), "dawn": ("early", "morning"), "daybreak": ("early", "morning"), "am": ("morning",), "pm": ("afternoon",),
}  # fmt: skip
_EXCLUSIVE = (frozenset(("morning", "afternoon", "evening", "night", "midday")), frozenset(("early", "late")))
_AROUND = frozenset("on in the of at during hours a around and".split())  # noqa: SIM905 - a word list reads best as one text
_ASKS_PART = regex(r"\b(?:time of (?:the )?day|part of the day|what time|which part|morning|evening)\b", re.IGNORECASE)
_ASKS_TIME = regex(r"\b(?:when|dates?|days?|until|since|how long)\b", re.IGNORECASE)
_ASKS_NAME = regex(r"\b(?:which|what) (?:[a-z]+ )?(?:holiday|feast|festival|occasion)\b|\bcalled\b", re.IGNORECASE)


class DayPart(NamedTuple):
    """A date and the part of the day."""

    date: str
    parts: frozenset[str]


class DayPartGold:
    """An accepted day with its part; ``plain`` judges it as words, ``day`` the day alone.

    ``needed``: an answer has to tell the part, as it is asked for or the day is one of any week.
    """

    def __init__(self, parts: frozenset[str], plain: Gold, day: Gold, *, needed: bool) -> None:
        self.shown = plain.shown
        self.parts, self.plain, self.day, self.needed = parts, plain, day, needed

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted day and its part."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        said = parts_in(text)
        if (self.needed and not said >= self.parts) or any(
            said & group and self.parts & group and not said & self.parts & group for group in _EXCLUSIVE
        ):
            return relation
        again = self.day.relate(text, document)
        return (
            again._replace(message=f"the same day: read {again.read}, accepted {self.shown}")
            if again.reason in ACCEPTED
            else relation
        )


class FeastGold:
    """An accepted feast; ``plain`` judges its name, ``day`` its date."""

    def __init__(self, plain: Gold, day: Gold) -> None:
        self.shown = plain.shown
        self.plain, self.day = plain, day

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted feast."""
        relation = self.plain.relate(text, document)
        again = relation if relation.reason in ACCEPTED else self.day.relate(text, document)
        return again if again.reason is Reason.SAME_DATE else relation


def parts_in(text: str) -> frozenset[str]:
    """Return the parts of the day that a text names.

    >>> sorted(parts_in("early in the morning of 3 May")), sorted(parts_in("at dawn"))
    (['early', 'morning'], ['early', 'morning'])
    """
    named = (found["part"].lower().replace(".", "") for found in _PART.finditer(text))
    return frozenset(part for name in named for part in _MEANT.get(name, (name.removesuffix("s"),)))


def day_part(text: str) -> DayPart | None:
    """Return the day and the part of it that a text is and nothing beside; None for any other text.

    >>> day_part("on the evening of 3 May 1921").date, day_part("3 May 1921")
    ('3 May 1921', None)
    """
    parts = parts_in(text) if len(text) <= SHORT else frozenset()
    dates = read_dates(text) if parts else ()
    if len(dates) != 1:
        return None
    rest = _PART.sub(" ", f"{text[: dates[0].start]} {text[dates[0].end_offset :]}")
    alone = _PART.sub(" ", dates[0].text).strip()
    return DayPart(alone, parts) if alone and _AROUND.issuperset(words(rest.lower())) else None


def day_part_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that reads a day and its part apart where the accepted answer is both, or a feast as its date; else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if is_feast(first):
        if not _ASKS_TIME.search(question.text) or _ASKS_NAME.search(question.text):
            return plain
        day = DateGold(question, DateAnswer(with_feasts(first)))
        return FeastGold(plain, day) if day.dates else plain
    told = day_part(first) if _PART.search(first) else None
    date = read_date(told.date) if told else None
    if told is None or date is None:
        return plain
    needed = bool(date.relative) or _ASKS_PART.search(question.text) is not None
    return DayPartGold(told.parts, plain, DateGold(question, DateAnswer(told.date)), needed=needed)
