"""Times of day where a duration is accepted: "until 5:40" is none, "from 2 p.m. to 5:12 p.m." takes 3 h 12 min."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.quantities.quantity import QuantityGold
    from qa_eval.scorers.strict.relation import Gold

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?|\s+(?:in the (?:\w+ )?(?:morning|afternoon|evening)|at night))"
_CLOCK = r"\d{1,2}:[0-5]\d(?!\d)(?!:\d)(?!\.\d)(?!\s?(?:h|hrs|hours?|min|mins|minutes?)\b)"
_ABOUT = r"(?:(?:about|around|roughly|almost|nearly|shortly before|shortly after|just before|just after)\s+)?"
_BEGINS = r"\b(?:start|beg[aiu]n|leav|left|depart|open|went|go|set)[a-z]*"
_ENDS = r"\b(?:end|finish|arriv|clos|stop|land|return|came|com|over|got|get)[a-z]*"
_HAPPENS = rf"(?:{_BEGINS}|{_ENDS}|\b(?:rang|rings|due))(?:\s+[a-z]+){{0,3}}?\s+(?:at|from|by|before)|\b(?:was|is)(?:\s+(?:out|off|on|up|back))?\s+at"
_LED = rf"(?:\b(?:until|till|since)|\A\W*(?:at|by|from|before)|{_HAPPENS}|(?<!clocked )(?<!timed )(?<!stopped )\bat)\s+{_ABOUT}"
_HOURS = rf"(?:\d{{1,2}}|{'|'.join(CARDINALS[1:13])})"
# a moment: "until 5:40", "5:40 in the morning", "It leaves at 2"
_MOMENT = regex(
    rf"(?:{_LED})?{_CLOCK}{_HALF}|{_LED}{_CLOCK}"
    rf"|(?:\b(?:until|till|since)|\A\W*(?:at|by)|{_HAPPENS})\s+{_ABOUT}{_HOURS}(?:{_HALF}|(?=\s*(?:[.,;!]|\Z|(?:and|on|the|after|when|with)\b)(?!\d)))",
    re.IGNORECASE,
)
_THEN = regex(r"\bthen\b|\W")
_OF_A_CLOCK = regex(_CLOCK)
_FROM_THEN = regex(rf"{_BEGINS}(?:\s+[a-z]+){{0,3}}\W*", re.IGNORECASE)
_TO_THEN = regex(
    rf"\W*(?:(?:and|then|until|it|they|he|she|was|is)\s+){{0,3}}{_ENDS}(?:\s+[a-z]+){{0,3}}\W*", re.IGNORECASE
)
_CHANGED = regex(
    r"\b(?:cut|reduc|shorten|lengthen|extend|f[ea]ll|r[io]se|dr[oi]p|went|go|improv|increas|decreas|came|c[ou]me|push)[a-z]*\s+(?:[a-z]+\s+){0,3}from\s",
    re.IGNORECASE,
)
_ASKS_WHEN = regex(
    r"\W*(?:(?!in\b)\w{1,5}\s+)?(?:what time|when|what hour|which hour)\b(?! did .*\b(?:run|swim|clock|set))",
    re.IGNORECASE,
)
_MARKS = (":", "m.", "pm", "am", "noon", "night", "til", "at ", "At ", "by ", "By ", "since ", "o'clock", "morning")
_DAY = 24 * 3600


class ClockedGold:
    """An accepted duration of so many ``seconds``; ``plain`` judges what is told beside times of day."""

    def __init__(self, seconds: Fraction, plain: Gold) -> None:
        self.shown = plain.shown
        self.seconds = seconds
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted duration."""
        if len(text) > SHORT or not _may_hold(text):
            return self.plain.relate(text, document)
        if self._takes(text):
            return Relation(Reason.EQUAL_VALUE, f"from then to then it is {self.shown}", shown(text), certain=True)
        rest = _MOMENT.sub(" then ", text)
        only = not _THEN.sub("", rest)
        relation = self.plain.relate(text if only else rest, document)
        told = rest != text and (only or relation.reason is Reason.UNREADABLE)
        if told or (relation.reason in ACCEPTED and rest == text and _is_of_a_clock(relation.read, text)):
            return Relation(Reason.WRONG_VALUE, f"a time of day is no duration, accepted {self.shown}", shown(text))
        return relation

    def _takes(self, text: str) -> bool:
        """Return whether an answer tells from when to when, and that is as long as is accepted."""
        if _CHANGED.search(text):
            return False
        times = notations_in(text, (Kind.TIME,))
        spans = [value for each in times for value in each.values if len(value) > 1]
        if len(times) == 2 and not spans:  # noqa: PLR2004 - "It leaves at 9:00 and arrives at 9:35"
            first, last = times
            if _TO_THEN.fullmatch(text, first.end, last.start) and _FROM_THEN.search(text, 0, first.start):
                spans = [begin + end for begin in first.values for end in last.values]
        return len(times) <= 2 and any((end - begin) * 60 % _DAY == self.seconds for begin, end in spans)  # noqa: PLR2004


def clocked_gold(question: Question, quantity: QuantityGold, plain: Gold) -> Gold:
    """Return a gold that tells times of day from an accepted duration, where one is accepted; else ``plain``."""
    if _ASKS_WHEN.match(question.text):
        return plain  # "16h30" is a time of day
    figure = quantity.accepted[0].figure
    seconds = convert(figure.value, figure.unit, "second") if figure.unit and figure.high is None else None
    return plain if seconds is None else ClockedGold(seconds, plain)


def _may_hold(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _is_of_a_clock(read: str, text: str) -> bool:
    """Return whether what was read is the hour or the minutes of a clock alone, the 45 of "12:45"."""
    return any(read in each.split(":") for each in _OF_A_CLOCK.findall(text))
