"""Quantities in several units: "6 ft 1 in", "2 h 30 min", "3 dollars 50 cents", "an hour and a half"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.numbers import number_at
from qa_eval.reading.numbers.spoken import part_at
from qa_eval.reading.numbers.vulgar import STARTERS
from qa_eval.reading.numbers.words import SCALES
from qa_eval.reading.quantities.marked import INCHES, SIXTY, TWO_DIGITS, is_sixtieth
from qa_eval.reading.units.currencies import MINOR
from qa_eval.reading.units.expressions import CODES
from qa_eval.reading.units.spellings import Unit, rate_at, unit_at
from qa_eval.values import value

if TYPE_CHECKING:
    from qa_eval.reading.numbers import Number
    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_DAYS_OF_MONTH, _DAYS_OF_YEAR = Fraction("30.4375"), Fraction("365.25")
# How many of the second go into one of the first.
_SMALLER: dict[tuple[str, str], Fraction] = {
    ("foot", "inch"): Fraction(12), ("yard", "foot"): Fraction(3), ("yard", "inch"): Fraction(36),
    ("mile", "yard"): Fraction(1760), ("mile", "foot"): Fraction(5280), ("kilometre", "metre"): Fraction(1000),
    ("metre", "centimetre"): Fraction(100), ("metre", "millimetre"): Fraction(1000), ("centimetre", "millimetre"): Fraction(10),
    ("pound", "ounce"): Fraction(16), ("stone", "pound"): Fraction(14), ("kilogram", "gram"): Fraction(1000),
    ("tonne", "kilogram"): Fraction(1000), ("hour", "minute"): Fraction(60), ("minute", "second"): Fraction(60),
    ("hour", "second"): Fraction(3600), ("day", "hour"): Fraction(24), ("day", "minute"): Fraction(1440),
    ("week", "day"): Fraction(7), ("year", "month"): Fraction(12), ("month", "day"): _DAYS_OF_MONTH,
    ("month", "week"): _DAYS_OF_MONTH / 7, ("year", "day"): _DAYS_OF_YEAR, ("year", "week"): _DAYS_OF_YEAR / 7,
    ("decade", "year"): Fraction(10), ("century", "year"): Fraction(100), ("degree", "arcminute"): Fraction(60),
    ("arcminute", "arcsecond"): Fraction(60), ("degree", "arcsecond"): Fraction(3600), ("gallon", "quart"): Fraction(4),
    ("gallon", "pint"): Fraction(8), ("litre", "millilitre"): Fraction(1000), ("litre", "centilitre"): Fraction(100),
    ("litre", "decilitre"): Fraction(10), ("gram", "milligram"): Fraction(1000), ("tablespoon", "teaspoon"): Fraction(3),
}  # fmt: skip
_CENTS = Fraction(100)
_JOINING = {"and", ",", "-"}
_LEAST_BEFORE = 3  # words: an article, a unit and "and"
_METRES = {"m", "metre", "metres", "meter", "meters"}
_LEAST_BARE_CENTS = 10
_AFTER_HEIGHT = set(
    "tall high deep long wide thick across below above beneath under down off from at on in and".split()  # noqa: SIM905 - a word list reads best as one text
)
_ENDS = {"", ".", ",", ";", "?", "!", ")", "more"}
_EACH = {"a", "an", "per", "each", "apiece"}
_COMPARING = {
    "taller",
    "shorter",
    "longer",
    "higher",
    "lower",
    "more",
    "less",
    "older",
    "younger",
    "faster",
    "slower",
    "heavier",
    "lighter",
    "deeper",
    "wider",
    "ahead",
    "behind",
    "clear",
}  # "1.83 m, 10 cm taller than her sister"
_TIMES = {"hour", "minute", "day", "week", "month", "year"}
_SHORTENED = {"h", "hr", "hrs", "min", "mins", "ft", "yd", "lb", "lbs", "st", "yr", "yrs", "wk", "wks", "mo"}
_BEFORE_ONE = set(
    "last lasts lasted take takes took for about is was in within after than nearly over under almost around only just exactly by of roughly some".split()  # noqa: SIM905 - a word list reads best as one text
)


@value
class Part:
    """A further part: its value and place value in the quantity's own unit, the unit it is written in, its end, and what all is taken by (" / month")."""

    value: Fraction
    step: Fraction | None
    unit: str
    end: int
    per: str = ""


def read_smaller_units(tokens: Tokens, draft: Draft) -> None:
    """Take in the further parts behind ``draft``."""
    unit = draft.unit
    following = tokens.words[draft.end]
    if following == "." and tokens.words[draft.end - 1] in _SHORTENED and tokens.words[draft.end + 1][:1].isdecimal():
        part = next_part(tokens, draft, unit, draft.end + 1)  # "1 hr. 40 min"
        if part is not None and part.unit != unit:
            draft.value, draft.step, draft.end, draft.alternatives = draft.value + part.value, part.step, part.end, ()
        return
    if following not in _JOINING and not following[:1].isdecimal() and following not in STARTERS:
        return
    while (part := next_part(tokens, draft, unit, draft.end)) is not None:
        draft.value += part.value if draft.value >= 0 else -part.value
        draft.step, unit, draft.end = part.step, part.unit, part.end
        draft.alternatives = ()
        if part.per:
            draft.unit, draft.other_units = f"{draft.unit}{part.per}", ()
            return


def read_one_and_part(tokens: Tokens, draft: Draft) -> None:
    """Take in the whole before "and a half", "and 40 minutes": "a litre and a half" is 1.5 of them, "three times a day and two hours" no 26 hours."""
    words, start = tokens.words, draft.start
    if start >= _LEAST_BEFORE - 1 and words[start - 2] in {"a", "an"}:
        _read_one_and_cents(tokens, draft)
        return
    if start < _LEAST_BEFORE or words[start - 1] != "and" or words[start - 3] not in {"a", "an"}:
        return
    unit = unit_at(tokens, start - 2)
    if unit is None or unit.end != start - 1:
        return
    ratio = _SMALLER.get((unit.name, draft.unit))
    if ratio and 0 < draft.value < ratio and (start == _LEAST_BEFORE or words[start - 4] in _BEFORE_ONE):
        draft.value, draft.step = 1 + draft.value / ratio, None if draft.step is None else draft.step / ratio
        draft.unit, draft.other_units, draft.alternatives = unit.name, unit.others, ()
        draft.start = draft.first = start - 3
    elif not draft.unit and draft.fraction and not draft.digits:
        draft.value += 1
        draft.unit, draft.other_units = unit.name, unit.others
        draft.start = draft.first = start - 3


def _read_one_and_cents(tokens: Tokens, draft: Draft) -> None:
    """Take in the whole before "a dollar fifty", "a pound twenty"."""
    start = draft.start
    unit = unit_at(tokens, start - 1)
    if unit is None or unit.end != start or draft.unit or draft.fraction or draft.ordinal:
        return
    money = unit.name in CODES or (unit.name == "pound" and "GBP" in unit.others)
    cents = draft.value.denominator == 1 and _LEAST_BARE_CENTS <= draft.value < _CENTS
    if not money or not cents or tokens.words[draft.end] not in _ENDS | _EACH:
        return
    draft.value, draft.step = 1 + draft.value / _CENTS, 1 / _CENTS
    draft.unit, draft.other_units = "GBP" if unit.name == "pound" else unit.name, ()
    draft.start = draft.first = start - 2


def next_part(tokens: Tokens, draft: Draft, unit: str, index: int) -> Part | None:
    """Read the next smaller part at ``index``; ``unit`` is that of the part before."""
    words = tokens.words
    word = words[index]
    if word == "and":
        half = part_at(words, index + 1)
        if half is not None and unit_at(tokens, half.end) is None and words[half.end] not in SCALES:
            return Part(half.value, None, unit, half.end)
    if word in {"and", ",", "-"}:
        index += 1
        index += words[index] == "and" and word == ","
    word = words[index]
    if not word[:1].isdecimal() and word not in STARTERS:
        return None
    number = number_at(tokens, index)
    if number is None or number.ordinal or number.start != index:
        return None
    return _in_larger_unit(tokens, draft, unit, number)


def _is_compared(tokens: Tokens, start: int, end: int, unit: str) -> bool:
    """Return whether what stands there is by how much something is more, and no part of that: "10 cm taller", but not "2 in more or less".

    "Two minutes and five seconds faster" is all of it.
    """
    if tokens.words[end] not in _COMPARING or tokens.words[end + 1 : end + 2] in (["or"], ["bars"]):
        return False
    return unit not in _TIMES or tokens.words[start - 1] != "and"


def _in_larger_unit(tokens: Tokens, draft: Draft, unit: str, number: Number) -> Part | None:
    hyphen = tokens.words[number.end] == "-" and tokens.glued(number.end) and tokens.glued(number.end + 1)
    smaller = _minute_of_arc(tokens, unit, number) or unit_at(tokens, number.end + hyphen)
    if unit == "hour" and (smaller is None or smaller.name == "metre"):
        return _minutes_of_hour(tokens, draft, number)
    if smaller is None:
        return (
            _bare_cents(tokens, draft, number)
            or _bare_inches(tokens, draft, number)
            or _bare_centimetres(tokens, draft, number)
        )
    if unit == "pound" and smaller.name.startswith("penny") and "GBP" in draft.other_units:
        unit = draft.unit = "GBP"
        draft.other_units = ()
    name, by, under = smaller.name.partition(" / ")
    if unit in CODES:
        ratio: Fraction | None = _CENTS if name in MINOR else None
        whole: Fraction | None = _CENTS
    else:
        first = draft.unit or unit
        ratio = _SMALLER.get((unit, name))
        whole = ratio if ratio is None or first == unit else _over(first, unit, name, ratio)
    if ratio is None or not whole or number.value >= ratio + 1 or _is_compared(tokens, number.start, smaller.end, unit):
        return None
    step = None if number.step is None else number.step / whole
    return Part(number.value / whole, step, name, smaller.end, f"{by}{under}")


def _minute_of_arc(tokens: Tokens, unit: str, number: Number) -> Unit | None:
    """Read the mark of 45°30' and 45°30'15"."""
    if unit not in {"degree", "arcminute"} or not tokens.glued(number.end):
        return None
    name = {"'": "arcminute", '"': "arcsecond"}.get(tokens.words[number.end])
    return None if name is None else Unit(name, (), number.end + 1)


def _over(first: str, last: str, smaller: str, ratio: Fraction) -> Fraction | None:
    """Return how many of ``smaller`` go into ``first``, if need be over ``last``: "1 year 1 month 21 days"."""
    known, between = _SMALLER.get((first, smaller)), _SMALLER.get((first, last))
    return known or (None if between is None else between * ratio)


def _minutes_of_hour(tokens: Tokens, draft: Draft, number: Number) -> Part | None:
    """Read "1h30" and "1h30m", glued together, and "1h 30m"."""
    word, has_mark = tokens.words[number.start], tokens.words[number.end] == "m" and tokens.glued(number.end)
    side_by_side = (
        has_mark and draft.unit == "hour" and draft.end == number.start and tokens.words[draft.end - 1] == "h"
    )
    if side_by_side:
        word = word.zfill(TWO_DIGITS)
    bare = draft.unit == "hour" and draft.end == number.start and tokens.words[number.end] in _ENDS  # "1 hour 40"
    if bare and word.isalpha() and number.value.denominator == 1 and number.value < SIXTY:
        return Part(number.value / SIXTY, Fraction(1, SIXTY), "minute", number.end)  # "one hour thirty"
    if (
        draft.unit not in {"", "hour"}
        or not (side_by_side or bare or tokens.glued(number.start))
        or not is_sixtieth(word)
    ):
        return None
    end = number.end + has_mark
    return Part(number.value / SIXTY, Fraction(1, SIXTY), "minute", end)


def _bare_cents(tokens: Tokens, draft: Draft, number: Number) -> Part | None:
    """Read "15 dollars 50", "thirteen dollars and forty-five", where nothing follows that is counted."""
    money = draft.unit in CODES or (draft.unit == "pound" and "GBP" in draft.other_units)
    if not money or draft.unit_before or draft.scale > 1 or draft.value.denominator > 1:
        return None
    if number.value.denominator > 1 or not _LEAST_BARE_CENTS <= number.value < _CENTS:
        return None
    rate = rate_at(tokens, number.end)
    if rate is None and tokens.words[number.end] not in _ENDS:
        return None
    if draft.unit == "pound":
        draft.unit, draft.other_units = "GBP", ()
    end, per = (number.end, "") if rate is None else (rate.end, rate.name.removeprefix("1"))
    return Part(number.value / _CENTS, 1 / _CENTS, "cent", end, per)


def _bare_inches(tokens: Tokens, draft: Draft, number: Number) -> Part | None:
    """Read "six foot one", where nothing follows that is counted."""
    if (
        draft.unit != "foot"
        or number.value.denominator > 1
        or not number.value < INCHES
        or number.end - number.start > 1
    ):
        return None
    if tokens.words[number.start - 1] in {",", "and"} or tokens.words[number.end] not in _ENDS | _AFTER_HEIGHT:
        return None
    return Part(number.value / INCHES, Fraction(1, INCHES), "inch", number.end)


def _bare_centimetres(tokens: Tokens, draft: Draft, number: Number) -> Part | None:
    """Read "1 m 85", "1m85" and "one metre eighty-five", where nothing follows that is counted."""
    word = tokens.words[number.start]
    if (
        draft.unit not in {"", "metre"}
        or not (
            (word.isdecimal() and len(word) == TWO_DIGITS) or (number.value >= _LEAST_BARE_CENTS and not number.digits)
        )
        or draft.value.denominator > 1
    ):
        return None
    if (
        (number.digits and number.end - number.start > 1)
        or number.value >= _CENTS
        or tokens.words[number.start - 1] not in _METRES
    ):
        return None
    if tokens.words[number.end] not in _ENDS | _AFTER_HEIGHT:
        return None
    return Part(number.value / _CENTS, 1 / _CENTS, "centimetre", number.end)
