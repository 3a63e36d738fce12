"""Periods that hold the accepted date: "late 1987", for 12 November 1987; "the late 1990s", for 1999, not "the 1990s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import DateRelation, agrees
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.dated import dates_of_the_verb
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.dates import DateValue
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_WITHIN = frozenset((DateRelation.SAME, DateRelation.FINER, DateRelation.AMBIGUOUS))
_FROM_TO_ASKED = regex(
    r"\bfrom (?:when|(?:what|which) (?:year|day|date|month)) (?:to|until|till)\b|\b(?:what|which) (?:years|dates|months)\b|\bbegin and end\b|\bstart and end\b|\bhow long\b",
    re.IGNORECASE,
)
_ONE_ASKED = regex(r"\b(?:what|which) (?:exact )?(?:year|date|day)\b", re.IGNORECASE)
_DAY_ASKED = regex(
    r"\b(?:on|at|à) (?:what|which) (?:day|date)\b|\b(?:what|which) days?\b|\b(?:exact|precise) (?:day|date)\b",
    re.IGNORECASE,
)
_FIRST = ("start", "beginning")  # "the start of 2019" is narrower than "early 2019"
_FIRST_MONTHS, _LAST_MONTHS = range(1, 4), range(10, 13)


def is_in_the_period(asked: Asked, said: Said) -> Decision | None:
    """Decide where each date of a short answer is the accepted one, within it, or a part of a year, a season or month that holds it."""
    if not asked.only_dates or not said.dates or len(said.words) > TWO * SHORT or asked.is_negated:
        return None
    if said.options >= TWO or not all(_is_told(date, said) for date in said.dates):
        return None
    if _ONE_ASKED.search(asked.text) and any(
        date.year is None and (date.decade or date.century) for date in said.dates
    ):
        return None
    if not _are_held(said.dates, asked) and not _are_held(dates_of_the_verb(asked, said), asked):
        return None
    return Decision(0.8, Reason.SAME_DATE, "a period that holds the accepted date")


def lacks_the_day(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked on which day something was, and an answer gives its year alone."""
    if not asked.only_dates or not said.dates or len(said.words) > SHORT or not _DAY_ASKED.search(asked.text):
        return None
    if any(date.month or date.day or date.season for date in said.dates) or any(
        not gold.day for _, gold in asked.dates
    ):
        return None
    return Decision(0.25, Reason.LESS_PRECISE, "the year alone where the day is asked for")


def is_only_a_part(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked from when to when, and an answer gives one point of that time: "1920", for 1920 to 1933."""
    if not asked.only_dates or len(said.dates) != 1 or not _FROM_TO_ASKED.search(asked.text) or len(said.words) > SHORT:
        return None
    if said.dates[0].end is not None or any(gold.end is None for _, gold in asked.dates):
        return None
    if any(agrees(said.dates[0], gold) is not DateRelation.PART_OF_PERIOD for _, gold in asked.dates):
        return None
    return Decision(0.25, Reason.LESS_PRECISE, "one point of the time that is asked for")


def _are_held(dates: Sequence[DateValue], asked: Asked) -> bool:
    return bool(dates) and any(all(is_held(date, gold) for date in dates) for _, gold in asked.dates)


def _is_told(date: DateValue, said: Said) -> bool:
    return not date.negated and not any(low <= date.start < high for low, high in said.aside)


def is_held(date: DateValue, gold: DateValue) -> bool:
    """Return whether a date is the accepted one or within it, or a period that holds it and is no vaguer than people take it.

    >>> from qa_eval.reading.dates import read_date
    >>> [is_held(read_date(text), read_date("12 November 1987")) for text in ("autumn 1987", "early 1987", "the 1980s")]
    [True, False, False]
    """
    relation = agrees(date, gold)
    if relation in _WITHIN:
        return True
    if relation is not DateRelation.COARSER:
        return False
    if date.end is not None or gold.end is not None:
        return date.end is not None and gold.end is not None and date.month is not None
    if gold.year is None:
        return False
    if date.year is None:
        return date.day is not None or (date.decade is not None and bool(date.part))
    if gold.month is None or date.month is not None or not date.part:
        return True
    word = date.text.lower().split(maxsplit=1)[0]
    return gold.month in (_FIRST_MONTHS if word in _FIRST else _LAST_MONTHS) if word in (*_FIRST, "end") else True
