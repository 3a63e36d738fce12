"""Times that recur, told in another order or another way: "after five in the afternoon on Tuesdays" is "Tuesdays after 5 p.m."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.dates.weekdays import RANKS, with_days
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.notations.hours import hours_in
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.reading.notations import Notation
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than when
_DAY = regex(rf"\b(?:(?:{A_DAY})|weekday|weekend)s?\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+|\d+\w*")

_LIMITS = {
    "after": "from", "from": "from", "past": "from", "starting": "from", "before": "until", "until": "until", "till": "until", "by": "until",
    "between": "between",
}  # fmt: skip
_SMALL = frozenset("a an the at on in of each every month months monthly once s and always between and to".split())  # noqa: SIM905 - a word list reads best as one text
# "9 on weekdays", "weekdays, 9"
_BARE_HOUR = regex(
    rf"(?<!\bat )(?<![\w:.,-])(?=(?:\d{{1,2}}|{'|'.join(CARDINALS[1:13])})(?:\s+(?:on|every|each)\b|\W*\Z))"
)
_DAILY = regex(r"\b(?:daily|(?:every|each) day(?: of the week)?|(?:seven|7) days a week)\b", re.IGNORECASE)
_DEED = regex(
    r"\W*(?:it|they|we|he|she|the [a-z]+(?: [a-z]+)?)\s+(?:(?P<be>(?:is|are|takes? place)(?:\s+(?:held|always))?)|(?P<verb>[a-z]+))\s+(?:open\s+)?(?=(?:at|on|every|each|from|once|daily)\b)",
    re.IGNORECASE,
)
_ALONE = regex(
    r",?\s+(?:(?:and|but)\s+)?(?:(?:at|on) no other (?:times?|days?)|only then|then only|never otherwise)\b|\bonly\b",
    re.IGNORECASE,
)


class Recurring(NamedTuple):
    """The days of a week, which of them in a month, and the time of day with what limits it."""

    days: frozenset[str]
    ranks: frozenset[int]
    limits: frozenset[str]
    time: Notation

    def is_told_by(self, other: Recurring) -> bool:
        """Return whether another one tells the same, its time as finely."""
        return self[:3] == other[:3] and other.time.values <= self.time.values


class TimetableGold:
    """An accepted time that recurs; ``words`` judges what is no such time."""

    def __init__(self, question: str, times: Sequence[Recurring], words: Gold) -> None:
        self.shown = words.shown
        self.asked = stems(question)
        self.times, self.words = times, words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted time."""
        relation = self.words.relate(text, document)
        if relation.reason in ACCEPTED:
            return relation
        said = recurring_in(text) or recurring_in(self._without_deed(text))
        if said is None or not any(time.is_told_by(said) for time in self.times):
            return relation
        return Relation(Reason.EQUAL_VALUE, f"the same time: accepted {self.shown}", shown(text), certain=True)

    def _without_deed(self, text: str) -> str:
        """Return an answer without the deed that is asked about: "at 6 pm on Fridays" for "They meet at 6 pm on Fridays"."""
        led = _DEED.match(text)
        return text[led.end() :] if led and (led["be"] or stems(led["verb"]) & self.asked) else ""


def recurring_in(text: str) -> Recurring | None:
    """Return the time that recurs of which a text tells and of nothing else; None for any other text.

    >>> first, other = map(recurring_in, ("Tuesdays after 5 p.m.", "after five in the afternoon on Tuesdays"))
    >>> first.is_told_by(other)
    True
    """
    text = _DAILY.sub("monday to sunday", text)
    if len(text) > _LONGEST or not _DAY.search(with_days(text.lower())):
        return None
    plain = _ALONE.sub(" ", with_days(plain_quotes(text).lower()))
    hours = hours_in(plain)
    times = (hours,) if hours else notations_in(plain, (Kind.TIME,))
    if not times:
        plain = _BARE_HOUR.sub("at ", plain, count=1)
        times = notations_in(plain, (Kind.TIME,))
    if len(times) != 1 or not times[0].values:
        return None
    rest = f"{plain[: times[0].start]} {plain[times[0].end :]}"
    days = frozenset(day[0].removesuffix("s") for day in _DAY.finditer(rest))
    words = _WORD.findall(_DAY.sub(" ", rest))
    if not days or any(word not in RANKS and word not in _LIMITS and word not in _SMALL for word in words):
        return None
    ranks = frozenset(RANKS[word] for word in words if word in RANKS)
    limits = frozenset(_LIMITS[word] for word in words if word in _LIMITS)
    return Recurring(days, ranks, limits - {"between"}, times[0])


def timetable_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares times that recur where the accepted answer is one, else ``words``."""
    if not question.accepted:
        return words
    times = [told for text in question.accepted if (told := recurring_in(text))]
    return TimetableGold(question.text, times, words) if times and recurring_in(question.accepted[0]) else words
