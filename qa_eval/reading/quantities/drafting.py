"""One quantity from its number on: sign, currency, unit, further units, and the high end of a range."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.numbers import STARTERS, number_at
from qa_eval.reading.quantities.compounds import (
    read_one_and_part,
    read_smaller_units,
)
from qa_eval.reading.quantities.dating import has_name_behind
from qa_eval.reading.quantities.marked import read_clock_duration, read_feet_and_inches
from qa_eval.reading.quantities.per_many import read_per_many
from qa_eval.reading.quantities.prefixes import prefix_at
from qa_eval.reading.quantities.quantity import Draft
from qa_eval.reading.quantities.ranges import connector_at, merge, opened_by_between
from qa_eval.reading.quantities.suffixes import read_scale_behind_code, read_unit
from qa_eval.reading.units.spellings import unit_at

if TYPE_CHECKING:
    from qa_eval.reading.numbers import Number
    from qa_eval.reading.quantities.prefixes import Prefix
    from qa_eval.reading.tokens import Tokens

_DIGITS = frozenset("0123456789")
_BEFORE_TIME = {"a", "an", "another", "all", "full", "whole"}
_NOT_BEFORE_ARTICLE = {"once", "twice", "times", "half", "many", "such"}


def quantity_at(tokens: Tokens, index: int, floor: int) -> Draft | None:
    """Read the quantity whose number begins at ``index``, with the further end if it is a range; ``floor`` is where it may start."""
    between = opened_by_between(tokens.words, index)
    draft = _single_at(tokens, index, floor)
    if draft is None:
        return None
    if draft.identifier or _read_high_end(tokens, draft, between=between) or not between:
        return draft
    # "between one hundred and two hundred": "and" joins nothing here
    apart = _single_at(tokens, index, floor, joins=False)
    if apart is not None and _read_high_end(tokens, apart, between=True):
        return apart
    return apart if apart is not None and apart.end < draft.end and _another_at(tokens, apart.end + 1) else draft


def one_time(tokens: Tokens, index: int) -> Draft | None:
    """Read "an hour", "another week", "all-day", "a mile": one of them; not "50 dollars a month", "$5 a mile"."""
    words = tokens.words
    start = index - 2 if index > 1 and words[index - 1] == "-" and tokens.glued(index) else index - 1
    if words[start] not in _BEFORE_TIME:
        return None
    before = words[start - 1] if start > 0 else ""
    unit = unit_at(tokens, index)
    if unit is None or (words[start] in {"a", "an"} and (before in _NOT_BEFORE_ARTICLE or before.endswith("s"))):
        return None
    end = unit.end
    draft = Draft(Fraction(1), start, end, start, end, None, 1, (), ordinal=False, fraction=False, digits=False)
    draft.unit, draft.other_units = unit.name, unit.others
    read_smaller_units(tokens, draft)
    draft.last = draft.end
    return draft


def dated_number(tokens: Tokens, index: int) -> Draft:
    """Return the number at ``index`` as part of a date in digits."""
    value = Fraction(int(tokens.words[index]))
    draft = Draft(
        value, index, index + 1, index, index + 1, Fraction(1), 1, (), ordinal=False, fraction=False, digits=True
    )
    draft.dated = True
    return draft


def _single_at(tokens: Tokens, index: int, floor: int, *, joins: bool = True) -> Draft | None:
    """Read one number with its sign, currency and unit."""
    prefix = prefix_at(tokens, index, floor)
    number = number_at(tokens, index, joins=joins, money=prefix is not None and prefix.unit != "")
    if number is None:
        return None
    if number.start < index:
        prefix = prefix_at(tokens, number.start, floor)
    draft = _draft(number)
    if prefix is not None:
        _put_before(draft, prefix)
    if number.year:
        draft.dated = True
    elif tokens.words[draft.end]:
        _read_behind(tokens, draft)
    elif draft.fraction or not draft.digits:
        read_one_and_part(tokens, draft)
    if prefix is not None and prefix.negative:
        draft.value = -draft.value
        draft.alternatives = tuple(-other for other in draft.alternatives)
    draft.last = draft.end
    return draft


def _read_behind(tokens: Tokens, draft: Draft) -> None:
    """Read the unit, in whatever way it is written, and the smaller units behind it."""
    if draft.digits and not draft.unit_before:
        following = tokens.words[draft.end]
        if following == ":" and not draft.fraction:
            read_clock_duration(tokens, draft)
        elif following in {"'", '"'}:
            read_feet_and_inches(tokens, draft)
    if not draft.unit or draft.unit_before:
        read_unit(tokens, draft)
    read_one_and_part(tokens, draft)
    if draft.unit and not draft.unit_before:
        read_scale_behind_code(tokens, draft)
        read_smaller_units(tokens, draft)
        read_per_many(tokens, draft, draft.end)
    elif draft.unit:
        read_per_many(tokens, draft, draft.end)
    else:
        draft.identifier = has_name_behind(tokens, draft)


def _draft(number: Number) -> Draft:
    start, end = number.start, number.end
    return Draft(
        number.value,
        start,
        end,
        start,
        end,
        number.step,
        number.scale,
        number.alternatives,
        number.ordinal,
        number.fraction,
        number.digits,
    )


def _put_before(draft: Draft, prefix: Prefix) -> None:
    draft.start = draft.first = prefix.start
    draft.unit, draft.other_units, draft.unit_before = prefix.unit, prefix.others, prefix.unit != ""
    if prefix.factor > 1:
        draft.value *= prefix.factor
        draft.step = None if draft.step is None else draft.step * prefix.factor


_MARGINS = (("±",), ("+", "/", "-"), ("plus", "or", "minus"))


def _another_at(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][:1] in _DIGITS or tokens.words[index] in STARTERS


def _read_high_end(tokens: Tokens, draft: Draft, *, between: bool) -> bool:
    words = tokens.words
    if margin := next((len(sign) for sign in _MARGINS if tuple(words[draft.end : draft.end + len(sign)]) == sign), 0):
        return _read_margin(tokens, draft, draft.end + margin)
    start = connector_at(tokens, draft.end, between=between)
    if start < 0:
        return False
    number = start
    while number < start + 3 and words[number] and not _another_at(tokens, number):
        number += 1
    if not words[number] or not _another_at(tokens, number):
        return False
    high = _single_at(tokens, number, start)
    if high is None or high.identifier or high.start > start or high.start < draft.end:
        return False
    if not merge(draft, high):
        return False
    draft.last = draft.end
    return True


def _read_margin(tokens: Tokens, draft: Draft, behind: int) -> bool:
    """Read "170 ± 5 mm": about 170 mm, and "1.7 ± 0.5 million": about 1.7 million."""
    margin = _single_at(tokens, behind, behind) if _another_at(tokens, behind) else None
    if margin is None:
        return False
    if margin.scale > 1 == draft.scale and not draft.unit:
        draft.value, draft.scale = draft.value * margin.scale, margin.scale
        draft.step = None if draft.step is None else draft.step * margin.scale
    draft.approximate = True
    draft.end = draft.last = margin.end
    if not draft.unit:
        draft.unit, draft.other_units = margin.unit, margin.other_units
    return True
