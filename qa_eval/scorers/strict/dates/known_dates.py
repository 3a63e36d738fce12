"""The dates that a question or its document gives, and what the document says against an answer's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Granularity
from qa_eval.reading.calendar import A_DAY, A_MONTH
from qa_eval.reading.dates import DateRelation, DateValue, agrees, read_dates
from qa_eval.reading.dates.deictic import is_day_of_that_week
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Document


# "0600 UTC", and "0600" alone behind a date
_AT_ONCE = regex(
    r"(?<![\w.,:/-])(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s?(?:h|hrs?|hours|UTC|GMT|Z|CES?T|local time)\b)|(?<=, )(?P<early>0\d)(?P<late>[0-5]\d)(?=\W*\Z))"
)
_DOTTED = regex(
    r"(?:(?<=\bat )(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)|(?<=, )(?P<later>\d{1,2})\.(?P<past>00|1[3-9]|[2-5]\d))(?=\s*(?:[ap]\.?m\b|on\b|h\b|$|[,;)])|\.(?:\s|$))",
    re.IGNORECASE,
)
# what lasts until a date has that date for its end
_FROM_WHEN = regex(
    r"\b(?:from|since|as of|as from) (?:when|what|which)\b|\bwhen\b.*\b(?:start|begin|take effect|come into)"
)
# "It runs until May 2030" says when it matures
_RUNS_OUT = regex(r"\b(?:matur(?:es?|ed|ity|ing)|expir(?:es?|ed|y|ing|ation)|run(?:s|ning)? out|laps(?:es?|ed|ing))\b")
_DEADLINE = regex(
    r"\bdeadline|\bby (?:when|what date|which (?:date|day))\b|\b(?:last|final|latest) (?:day|date)\b"
    r"|\b(?:when|(?:what|which) (?:date|day|month|year|month and year))\b (?:do|does|did|will|is|are)\b.* (?:close|end|expire|run out|due|mature|lapse|terminate)\b"
)
_HAPPENED = regex(r"\bwhen\s+(?:did|was|were)\b")
_BY = regex(r"\bby\b")
_ALL_BUT = regex(
    r"\b(?:every|each|any|all)\s(?:[a-z]+\s){1,4}?(?:but|bar|save)\s(?!also\b|not\b|only\b)"
    rf"|\boutside\s(?:of\s)?(?:the\s(?:period|months?)\s)?(?:from\s|between\s|of\s)?(?=\d|(?:{A_MONTH})\b)",
    re.IGNORECASE,
)
_NEXT_YEAR = regex(r"\b(?:next|following|coming) year\b|\bthe year after\b", re.IGNORECASE)
_OR = regex(r"\W*(?:or|perhaps|maybe|possibly|/|\?)\W*(?:\w+\W*)?", re.IGNORECASE)
_WEEKDAY = regex(rf"(?:{A_DAY})\.?", re.IGNORECASE)
_DAY_OF_MONTH = regex(
    r"(?:[^.;!?\d]{0,60}\bon\s+the\s+|\W*(?:on\s+)?(?:the\s+)?)(?P<day>[\w-]{3,14})(?:\s+day)?(?:\s+of\s+(?:the|each|every)\s+month)?\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def dates_of(text: str) -> tuple[DateValue, ...]:
    """Return the dates of a document or a question, read once."""
    return read_dates(text)


def document_against(date: DateValue, gold: DateValue, document: Document, question: str) -> str:
    """Return why the document speaks against what an answer adds to the accepted date; "" where it does not."""
    known = dates_of(document.text)
    if gold.year is None and gold.decade is None and gold.century is None and date.year is not None:
        years = {
            year for each in known for year in (each.year, each.end.year if each.end else None) if year is not None
        }
        if years and date.year not in years and not (date.year == max(years) + 1 and _NEXT_YEAR.search(question)):
            return f"adds the year {date.year}, which the document does not name"
    if gold.day is None and gold.end is None and gold.month is not None and date.day is not None:
        days = {
            each.day
            for each in known
            if each.day is not None and each.month == date.month and agrees(each, gold).agreeing
        }
        if days and date.day not in days:
            return f"adds the day {date.day}, which the document does not name"
    return ""


def all_but(text: str) -> str:
    """Return the words by which an answer leaves a date out of all others; "" for none.

    >>> all_but("every day but Monday"), all_but("Monday")
    ('every day but', '')
    """
    found = _ALL_BUT.search(text)
    return found[0].strip() if found else ""


def day_of_month(text: str) -> int | None:
    """Return the day of every month that an answer gives in words: "the first of the month"; None for another text.

    >>> day_of_month("on the 1st"), day_of_month("the third day of each month"), day_of_month("three")
    (1, 3, None)
    """
    said = _DAY_OF_MONTH.fullmatch(text)
    day = read_quantity(said["day"]) if said else None
    return int(day.value) if day is not None and day.ordinal else None


def with_colon(text: str) -> str:
    """Return a text with its times of day written with a colon: "at 9:15" for "at 9.15".

    >>> with_colon("on Friday 8 May at 9.15"), with_colon("at 9.15 km")
    ('on Friday 8 May at 9:15', 'at 9.15 km')
    """
    text = _AT_ONCE.sub(lambda time: f"{time['hour'] or time['early']}:{time['minute'] or time['late']}", text)
    return _DOTTED.sub(lambda time: time[0].replace(".", ":"), text) if "." in text else text


def with_limits(limits: str) -> str:
    """Return what limits an accepted date, in lower case, with what says the same: "no later than" for "by"."""
    asked_by = _BY.search(limits) is not None
    if not _HAPPENED.search(limits):
        limits = f"{limits} by"
    if _FROM_WHEN.search(limits):
        limits = f"{limits} onwards onward"
    if _RUNS_OUT.search(limits) or "until" in limits or "till" in limits:
        limits = f"{limits} until till"
    if _DEADLINE.search(limits):
        return f"{limits} no later than until till"
    return f"{limits} no later than" if asked_by else limits


def is_in(date: DateValue, document: Document) -> bool:
    """Return whether a document gives a date."""
    return any(agrees(date, other) is DateRelation.SAME for other in dates_of(document.text))


def related(date: DateValue, gold: DateValue) -> DateRelation:
    """Return how a date relates to the accepted one; "on Tuesday" will do for "last Tuesday", "early 2026" will not for its first half."""
    if date.relative and gold.relative and is_day_of_that_week(date, gold):
        return DateRelation.SAME
    if date.relative.startswith("this ") and _is_bare_month(gold) and date.month == gold.month:
        return DateRelation.SAME  # "this January" for "in January"
    relation = agrees(date, gold)
    if relation is DateRelation.FINER and date.part and date.month is None and gold.season[1:].isdecimal():
        return DateRelation.OVERLAPPING  # "early 2026" is not all of its first half
    return relation


def _is_bare_month(date: DateValue) -> bool:
    """Return whether a date is a month of no year, and nothing else."""
    return (
        date.month is not None
        and date.year is None
        and date.day is None
        and not (date.relative or date.end or date.part)
    )


def is_plain(date: DateValue) -> bool:
    """Return whether a date is one point of the calendar and nothing else."""
    return date.year is not None and not (
        date.end or date.ambiguous or date.season or date.part or date.relative or date.decade or date.century
    )


def is_weekday(text: str) -> bool:
    """Return whether a text is the name of a day of the week."""
    return _WEEKDAY.fullmatch(text) is not None


def offered_as_choice(text: str, one: DateValue, other: DateValue) -> bool:
    """Return whether an answer leaves the choice between two dates: "3 or 4 May"."""
    first, second = (one, other) if one.start < other.start else (other, one)
    return _OR.fullmatch(text, first.end_offset, second.start) is not None


_BARE_YEAR = regex(r"\W*(?:in |the year )*(?P<year>\d{1,4})\W*", re.IGNORECASE)
_BARE_DAY = regex(r"\W*(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})\W*")


def bare_date(text: str, gold: DateValue) -> str:
    """Return digits that say the accepted date by themselves: "476" for 476 AD, "31/3" for 31 March; "" for none."""
    if gold.end is not None or gold.negated:
        return ""
    year = _BARE_YEAR.fullmatch(text)
    if year and gold.granularity is Granularity.YEAR and int(year["year"]) == gold.year:
        return year["year"]
    if gold.day and gold.month is None and gold.year is None and gold.day in (day_of_month(text), _figure(text)):
        return str(gold.day)
    if gold.century and gold.part == "" and (rank := day_of_month(text)) == gold.century:
        return f"the {rank}th"  # "the twelfth", where it is asked in which century
    day = _BARE_DAY.fullmatch(text)
    if day and gold.day and gold.year is None and {int(day["one"]), int(day["other"])} == {gold.day, gold.month}:
        return text.strip()
    return ""


def _figure(text: str) -> int | None:
    bare = text.strip(" .")
    return int(bare) if bare.isdecimal() and len(bare) <= len("31") else None


_UNTIL_THEN = regex(
    r"\b(?:took|not|n['’]t|had to wait|have to wait|waited)\s+until\s+(?:the\s+|about\s+|early\s+|late\s+|\d+\s+)?$",
    re.IGNORECASE,
)
_CAME = regex(r"\s*,?\s+(?:for|before|that|did|was|were|when|to)\b", re.IGNORECASE)
_WAIT = 30  # characters before a date in which it is said that something took until then


def came_about(text: str, date: DateValue) -> bool:
    """Return whether something is said to have come about at a date: "It took until 1961 for another one to turn up".

    >>> text = "It was not until 1961 that it was found."
    >>> came_about(text, read_dates(text)[0])
    True
    """
    before = _UNTIL_THEN.search(text, max(0, date.start - _WAIT), date.start)
    return before is not None and _CAME.match(text, date.end_offset) is not None


_RELATIVE = regex(r"\b(?:later|earlier|after|before|ago|following|previous|next|last)\b", re.IGNORECASE)


def is_relative(text: str) -> bool:
    """Return whether a date is told from another one: "a year later"."""
    return _RELATIVE.search(text) is not None


_STILL = regex(
    r"\bstill (?:going|running|on|open|under ?way|in progress|continuing|raging|burning|out)\b|\bhad(?: not|n['’]t) (?:yet )?(?:ended|stopped|finished)\b",
    re.IGNORECASE,
)
_ENDS = regex(r"\b(?:end(?:s|ed)?|stop(?:s|ped)?|finish(?:es|ed)?|be over|close[sd]?)\b", re.IGNORECASE)


def still_on(text: str, question: str) -> str:
    """Return the words by which an answer says that something still went on, where it is asked when it ended; "" for none.

    >>> still_on("It was still going on in June.", "When did the strike end?"), still_on("It ended in June.", "When did it end?")
    ('still going', '')
    """
    said = _STILL.search(text) if "still " in text or "had" in text else None
    return said[0] if said and _ENDS.search(question) else ""


_RANK_ASKED = regex(r"\bwhen\s+(?:did|was|were|has|had)\b[^?]*\b(?P<rank>first|last)\s+[a-z]+", re.IGNORECASE)
_RANK_TOLD = regex(
    r"\b(?:it|they|he|she|the\s+[a-z]+)\s+(?:was\s+|were\s+|had\s+)?(?P<rank>first|last)\s+[a-z]+", re.IGNORECASE
)


def other_end(text: str, question: str) -> str:
    """Return "first" where an answer tells when something first came about and it is asked when it last did, or the other way round; "" for neither.

    >>> other_end("It first flooded in 2014.", "When did the shop last flood?"), other_end("It last did.", "When did it last flood?")
    ('first', '')
    """
    told = _RANK_TOLD.search(text) if "first" in text or "last" in text else None
    asked = _RANK_ASKED.search(question) if told else None
    if told is None or asked is None or asked["rank"].lower() in text.lower():
        return ""
    return told["rank"]


def tells_otherwise(text: str, question: str) -> str:
    """Return the words by which an answer gives a date as no end, as left out, or for the other end; "" for none."""
    return still_on(text, question) or all_but(text) or other_end(text, question)
