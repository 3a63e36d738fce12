"""Dates and periods: in any format, as fine as the accepted one, and one only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Granularity, Reason
from qa_eval.reading.dates import DateRelation, DateValue, agrees, read_date, read_dates, written
from qa_eval.reading.dates.feasts import with_feasts
from qa_eval.reading.dates.numeric import settled, short_date, with_order_told
from qa_eval.reading.dates.spans import with_span
from qa_eval.reading.hedges import HedgeKind, read_hedges
from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.deadlines import of_deadline
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.dates.fineness import as_asked
from qa_eval.scorers.strict.dates.known_dates import (
    bare_date,
    came_about,
    dates_of,
    document_against,
    is_in,
    is_plain,
    is_relative,
    is_weekday,
    offered_as_choice,
    related,
    tells_otherwise,
    with_colon,
    with_limits,
)
from qa_eval.scorers.strict.dates.spans import ended_on, last_day, with_year_told
from qa_eval.scorers.strict.dates.times_of_day import TimesOfDay
from qa_eval.scorers.strict.dates.weekdays import wrong_weekday
from qa_eval.scorers.strict.dates.written_alike import written_alike
from qa_eval.scorers.strict.parts.answered import answered_first, first_told
from qa_eval.scorers.strict.parts.asides import is_inserted, is_yet_to_come, tells_which, told_aside
from qa_eval.scorers.strict.parts.clauses import Place, compares, tells_apart
from qa_eval.scorers.strict.parts.opposed import opposed
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import DateAnswer, Document, Question

MOST_DATES = 200  # an answer with more of them is no short answer
_OR_LATER = regex(r"\b(?:on )?or (?:later|earlier|after|before|sooner)\b|\bonwards?\b", re.IGNORECASE)
_GLUED = regex(r"(?<=\d{4})\s*[–—-]\s*(?=\d{1,2}[./]\d{1,2}[./]\d{2,4})")  # "3.5.2019–14.6.2019"
_LIMIT = regex(
    r"\b(?<!wait )(?<!on or )(?P<limit>not until|before|after|until|till|prior to|following|no later than|later than|earlier than|not before|by)\s+"
    r"(?:the\s+|about\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_UNTIL_WHEN = regex(
    r"\b(?:until when|till when|by (?:when|(?:what|which) da(?:te|y))|how long is|until what|(?:the|a) deadline)\b",
    re.IGNORECASE,
)
_FROM_THEN = regex(r"\b(?:from|since|starting|opens|opened|begins|began|starts)\b", re.IGNORECASE)
_UNTIL = regex(r"\b(?:until|till|through|to|ends?|closes?|by)\b", re.IGNORECASE)
_LIMIT_REACH = 30  # characters before a date in which its limit stands
_PERIODS = frozenset((Granularity.DECADE, Granularity.CENTURY))
_RIGHT = frozenset((DateRelation.SAME, DateRelation.FINER))
_TOLD = {
    DateRelation.SAME: (Reason.SAME_DATE, "the same date"),
    DateRelation.FINER: (Reason.SAME_DATE, "finer than asked for, and it agrees"),
    DateRelation.COARSER: (Reason.LESS_PRECISE, "agrees, but says less"),
    DateRelation.OVERLAPPING: (Reason.LESS_PRECISE, "does not contradict, but does not say all"),
    DateRelation.PART_OF_PERIOD: (Reason.PARTIAL, "only a part of the period"),
    DateRelation.SAME_YEAR: (Reason.WRONG_DATE, "only the year agrees"),
}
_ANOTHER = (Reason.WRONG_DATE, "another date")
_FROM_BEST = tuple(DateRelation)


class Rated(NamedTuple):
    """A date of the answer and how it relates to the accepted one that it is nearest to."""

    date: DateValue
    reason: Reason
    note: str

    @property
    def is_right(self) -> bool:
        """Whether the date is an accepted one."""
        return self.reason in ACCEPTED


class DateGold:
    """The accepted dates of one question. ``dates`` is empty when the answer's own text is no date."""

    def __init__(self, question: Question, answer: DateAnswer) -> None:
        self.shown = answer.text
        self.full = read_date(own := with_colon(answer.text))
        others = (read_date(text) for text in question.accepted if text != answer.text)
        self.dates = [] if self.full is None else [as_asked(self.full, answer.granularity)]
        if self.dates:
            self.dates += [date for date in others if date is not None]
        self.limits = with_limits(" ".join((question.text, *question.accepted)).lower())
        self.question = question.text
        self.times = TimesOfDay(own, question.text)
        self.until = _UNTIL_WHEN.search(question.text) is not None
        self.ends = last_day(self.full, question.text, question.accepted)
        self.in_question = dates_of(question.text)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer's dates to the accepted ones."""
        text = of_deadline(with_span(text) if self.full and self.full.end else text, self.question)
        text = written_alike(text, self.dates[0] if self.dates else None, self.question)
        relation = self._related(text, document)
        return (self._against(text, relation, document) or relation) if relation.reason in ACCEPTED else relation

    def _against(self, text: str, relation: Relation, document: Document | None) -> Relation | None:
        """Return what speaks against an answer that gives the accepted date; None for nothing."""
        told = f"read {relation.read}, accepted {self.shown}"
        untimely = self.times.against(text)
        if untimely:
            other = "at another" if untimely is Reason.WRONG_DATE else "without the exact"
            return Relation(untimely, f"{other} time: {told}", relation.read)
        if self.until and _FROM_THEN.search(text) and not _UNTIL.search(text):
            return Relation(Reason.WRONG_BOUND, f"says from when, not until when: {told}", relation.read)
        later = _OR_LATER.search(text)
        by_then = later is not None and later[0].lower() == "on or before" and "no later than" in self.limits
        if later and not by_then and later[0].lower() not in self.limits:
            return Relation(Reason.WRONG_BOUND, f'"{later[0]}" a date is not the date: {told}', relation.read)
        opposite = opposed(self.question, first_told(text), self._holder(document))
        opposite = opposite or wrong_weekday(text, self.shown) or tells_otherwise(text, self.question)
        return Relation(Reason.CONTRADICTION, f'says "{opposite}": {told}', relation.read) if opposite else None

    def _holder(self, document: Document | None) -> Callable[[str], bool]:
        """Return what tells whether a part of an answer gives an accepted date."""
        return lambda part: self._related(part, document).reason in ACCEPTED

    def _related(self, text: str, document: Document | None) -> Relation:
        text = with_feasts(text if self.full and self.full.end else ended_on(text, self.ends))
        text = with_year_told(text)
        text = short_date(with_order_told(_GLUED.sub(" – ", text)))  # where a date is asked for, "27/3" is no fraction
        dates = _dates_briefly(text) if len(text) <= SHORT else read_dates(text)
        if not dates and (bare := bare_date(text, self.dates[0])):
            return Relation(Reason.SAME_DATE, f"the same date: read {bare}, accepted {self.shown}", bare, certain=True)
        if not dates:
            return Relation(Reason.UNREADABLE, f"no date in the answer, accepted {self.shown}", "")
        if len(dates) > MOST_DATES:
            return Relation(
                Reason.SEVERAL_ANSWERS, f"gives {len(dates):,} dates, one is wanted", f"{len(dates):,} dates"
            )
        if len(dates) == 1 and _stands_alone(text, dates[0]):
            rated = [self._rate(dates[0], text, document)]
            relation = self._right(text, rated[0], rated) if rated[0].is_right else self._wrong(rated, document)
            return relation._replace(certain=True)
        live = settled([date for date in dates if not date.negated])
        if not live:
            return self._denied(dates)
        rated = [self._rate(date, text, document) for date in live]
        if len(live) > 1 and not any(each.is_right for each in rated):
            rated = [self._rate(date, text, document) for date in _merged(live)]
        found = [self._right(text, best, rated) for best in rated if best.is_right]
        if found:
            return next((each for each in found if each.reason in ACCEPTED), found[0])
        return self._wrong(rated, document)

    def _denied(self, dates: Sequence[DateValue]) -> Relation:
        asserted = [date._replace(negated=False) for date in dates]
        said = " and ".join(f"not {written(date)}" for date in asserted[:3])
        if any(agrees(date, gold) in _RIGHT for date in asserted for gold in self.dates):
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", said)
        return Relation(Reason.WRONG_DATE, f"only says when it was not, accepted {self.shown}", said)

    def _rate(self, date: DateValue, text: str, document: Document | None) -> Rated:
        gold = self.dates[0]
        relation = self._compare(date, gold)
        for other in self.dates[1:]:
            another = self._compare(date, other)
            if another is DateRelation.FINER and not agrees(date, gold).agreeing:
                continue  # 15 October 1993 is finer than the alias 1993, but not the accepted 29 October 1993
            if _FROM_BEST.index(another) < _FROM_BEST.index(relation):
                relation, gold = another, other
        if relation is DateRelation.AMBIGUOUS:
            return Rated(date, Reason.SEVERAL_ANSWERS, f"{date.text} can be {written(date)}")
        if relation is DateRelation.FINER and gold.granularity in _PERIODS and date.granularity not in _PERIODS:
            return Rated(date, Reason.PARTIAL, "a time within the period, not the period")
        if relation in _RIGHT:
            limit = _LIMIT.search(text, max(0, date.start - _LIMIT_REACH), date.start)
            if limit and limit["limit"].lower() not in self.limits and not came_about(text, date):
                return Rated(date, Reason.WRONG_BOUND, f'"{limit["limit"]}" a date is not the date')
            against = document_against(date, gold, document, self.question) if document else ""
            if against:
                return Rated(date, Reason.WRONG_DATE, against)
        return Rated(date, *_TOLD.get(relation, _ANOTHER))

    def _compare(self, date: DateValue, gold: DateValue) -> DateRelation:
        if is_plain(date) and is_plain(gold):
            if (date.year, date.month, date.day) == (gold.year, gold.month, gold.day):
                return DateRelation.SAME
            if date.day and gold.day:
                return DateRelation.SAME_YEAR if date.year == gold.year else DateRelation.DIFFERENT_YEAR
        relation = related(date, gold)
        if date.century is not None and gold.century is not None and date.century != gold.century:
            return DateRelation.DIFFERENT_YEAR  # though 1300 may be counted to either
        if relation in _RIGHT and gold is self.dates[0] and self.full is not None and gold is not self.full:
            full = agrees(date, self.full)  # what is finer than asked for has to agree all the same
            return relation if full.agreeing else full
        return relation

    def _right(self, text: str, best: Rated, rated: Sequence[Rated]) -> Relation:
        read = written(best.date)
        for other in rated:
            if other is best or other.is_right or other.reason is Reason.LESS_PRECISE:
                continue
            if not any(map(str.isdecimal, other.date.text)) and is_relative(other.date.text):
                continue  # "14 September 2021, half a year later than planned"
            if self._is_asked(other.date) and not offered_as_choice(text, best.date, other.date):
                continue
            if (
                compares(text, other.date.start)
                or told_aside(text, best.date.end_offset, other.date.start)
                or is_inserted(text, self.question, _place(other.date))
                or tells_which(text, self.question, _place(other.date))
                or is_yet_to_come(text, self.question, other.date.start)
            ):
                continue
            if best.date.day and is_weekday(other.date.text):
                continue  # a wrong one is told below
            if answered_first(text, self.question, _place(best.date), _place(other.date)) or tells_apart(
                text, self.question, _place(best.date), _place(other.date)
            ):
                continue
            if not agrees(other.date, best.date).agreeing:
                both = f"{read} and {written(other.date)}"
                return Relation(Reason.SEVERAL_ANSWERS, f"gives several dates, one is wanted: {both}", both)
        beside = _left_open(text, [each.date.start for each in rated if each.is_right])
        if beside:
            return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: {read} or {beside}", f"{read} or {beside}")
        return Relation(best.reason, f"{best.note}: read {read}, accepted {self.shown}", read)

    def _is_asked(self, date: DateValue) -> bool:
        return any(agrees(date, asked) is DateRelation.SAME for asked in self.in_question)

    def _wrong(self, rated: Sequence[Rated], document: Document | None) -> Relation:
        own = rated
        if len(rated) > 1:
            own = [each for each in rated if not self._is_asked(each.date)] or rated
        if len(own) > 1 and all(each.reason is Reason.PARTIAL for each in own):
            both = " and ".join(written(each.date) for each in own[:3])
            return Relation(Reason.SEVERAL_ANSWERS, f"gives single dates, accepted {self.shown}: read {both}", both)
        told = next((each for each in own if each.reason is not Reason.WRONG_DATE), own[0])
        read = written(told.date)
        if told.reason is Reason.WRONG_DATE and document is not None and is_in(told.date, document):
            message = f"the document gives this date for something else: read {read}, accepted {self.shown}"
            return Relation(Reason.OTHER_FIGURE, message, read)
        return Relation(told.reason, f"{told.note}: read {read}, accepted {self.shown}", read)


_dates_briefly = lru_cache(maxsize=8192)(read_dates)  # short answers recur


def _stands_alone(text: str, date: DateValue) -> bool:
    """Return whether an answer is one date and nothing else, so that nothing can deny it or decline to answer."""
    if date.negated:
        return False
    before, after = text[: date.start], text[date.end_offset :]
    return (not before or before.strip().lower() in ("", "in", "on", "the")) and not after.strip(" .!")


def _left_open(text: str, starts: Sequence[int]) -> str:
    """Return the alternative that holds none of the right dates, which begin at ``starts``; "" for none."""
    if " or " not in text:
        return ""
    choices = [hedge for hedge in read_hedges(text) if hedge.kind is HedgeKind.ALTERNATIVE]
    held = [any(choice.start <= start < choice.end for start in starts) for choice in choices]
    return (
        next((choice.text for choice, holds in zip(choices, held, strict=True) if not holds), "") if any(held) else ""
    )


def _merged(dates: Sequence[DateValue]) -> Sequence[DateValue]:
    """Join a day or month and the year that an answer gives apart: "in 2023, on 27 March"."""
    if len(dates) == 2 and all(date.end is None and not date.ambiguous for date in dates):  # noqa: PLR2004 - the day and the year
        yearless = next((date for date in dates if date.year is None and date.month is not None), None)
        yearly = next((date for date in dates if date.year is not None and date.day is None), None)
        if yearless and yearly and agrees(yearless, yearly).agreeing:
            return [yearless._replace(year=yearly.year)]
    return dates


def _place(date: DateValue) -> Place:
    return Place(date.start, date.end_offset)
