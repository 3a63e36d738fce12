"""Answers to what is dated, written so that the reader of dates knows them: "Christmas Day", "12/25", "XII century", "the 12th"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.counting import ORDINALS, ordinal
from qa_eval.reading.dates import DateRelation, agrees, read_dates
from qa_eval.reading.dates.feasts import feasts_in, with_feasts
from qa_eval.reading.dates.numeric import short_date
from qa_eval.reading.dates.spans import with_span
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.stepped import may_step, with_steps

if TYPE_CHECKING:
    from qa_eval.reading.dates import DateValue
    from qa_eval.scorers.lenient.asked import Asked

_CHRISTMAS = regex(r"\s*(?:on |at )?christmas(?:,? (?:of |in )?(?P<year>\d{4}))?\.?\s*", re.IGNORECASE)
_ROMAN = regex(r"\b(?P<numeral>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?:th)?(?=[ -](?:c\.|century)(?!\w))")
_BARE_CENTURY = regex(
    rf"\s*(?:in )?(?:the )?(?P<which>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})\.?\s*", re.IGNORECASE
)
_BARE_YEAR = regex(r"\s*(?:in )?(?:the )?(?:year )?(?P<year>[1-9]\d{0,2})\.?\s*", re.IGNORECASE)
_IN_YEAR = regex(r"\b(?:in|year) (?P<year>[1-9]\d{1,2})(?=[.,;)]|\Z)", re.IGNORECASE)
_FINAL = regex(rf"\bfinal(?= (?:{A_DAY})\b)", re.IGNORECASE)
_DECADE = r"(?:(?:\d\d)?\d0'?s|'\d0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
_DECADES = regex(rf"(?P<first>(?<!\w){_DECADE}) (?:and|&) (?=(?:the |in the )?{_DECADE}(?!\w))", re.IGNORECASE)
_ERA = regex(
    r"\b(?:(?:the )?year )?(?P<year>\d{1,4}) (?P<way>of|in|before) (?:the )?(?:common|christian|current|our) era\b",
    re.IGNORECASE,
)
_SAME = frozenset((DateRelation.SAME, DateRelation.FINER))
_VALUES = {"I": 1, "V": 5, "X": 10}


def as_dates(text: str, asked: Asked) -> str:
    """Return an answer where only dates are accepted with its own written out, but for a feast that the question names."""
    if feasts_in(text).isdisjoint(feasts_in(asked.text)):
        text = with_feasts(text)
    christmas = _CHRISTMAS.fullmatch(text)
    if christmas:
        return f"25 December {christmas['year'] or ''}".strip()
    if "centur" in text or "c." in text:
        text = _ROMAN.sub(lambda found: ordinal(_number(found["numeral"])), text)
    if "final" in text:
        text = _FINAL.sub("last", text)
    if "era" in text.lower():
        text = _ERA.sub(_in_era, text)
    if any(gold.end is not None for _, gold in asked.dates):
        text = with_span(text)
    if may_step(text):
        text = with_steps(text, told=_is_told(text, asked))
    return _whole(short_date(with_period(text)), asked)


def _in_era(found: re.Match[str]) -> str:
    return f"{found['year']} BC" if found["way"].lower() == "before" else f"AD {found['year']}"


def _is_told(text: str, asked: Asked) -> bool:
    """Return whether an answer gives an accepted date."""
    return any(agrees(each, gold) in _SAME for each in read_dates(text) for _, gold in asked.dates)


def with_period(text: str) -> str:
    """Return a text in which two decades are one period.

    >>> with_period("in the 1930s and 1940s"), with_period("the 1930s")
    ('in the 1930s to 1940s', 'the 1930s')
    """
    return _DECADES.sub(r"\g<first> to ", text) if "s " in text else text


def _whole(text: str, asked: Asked) -> str:
    """Return an answer that is only the number of the century or early year that is asked for as that."""
    bare = _BARE_CENTURY.fullmatch(text)
    if bare and all(gold.century is not None for _, gold in asked.dates):
        return f"{bare['which']} century"
    bare = _BARE_YEAR.fullmatch(text)
    early = bare is not None and any(gold.year == int(bare["year"]) for _, gold in asked.dates)
    if bare and early:
        return f"AD {bare['year']}"
    return _IN_YEAR.sub(r"\g<0> AD", text) if any(_is_early(gold, text) for _, gold in asked.dates) else text


def _is_early(gold: DateValue, text: str) -> bool:
    """Return whether an answer says in which early year, as it is accepted: "It fell in 476"."""
    return gold.year is not None and any(int(found["year"]) == gold.year for found in _IN_YEAR.finditer(text))


def _number(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
