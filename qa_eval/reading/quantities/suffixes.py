"""What stands directly behind a number: its unit, and what that is taken by ("$5 a barrel")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.quantities.compounds import next_part
from qa_eval.reading.units.expressions import CODES, DIMENSIONS
from qa_eval.reading.units.spellings import Unit, begins_unit, rate_at, unit_at

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_AFTER_INCH = frozenset(
    ["", ".", ",", ";", ")", "]", ":", "x", "×", "by", "to", "-", "–", "(", "or", "and", "long", "wide", "tall", "high", "thick", "deep", "diameter", "?", "!"]
)  # fmt: skip
_ARTICLES = frozenset(("a", "an", "each", "every"))
_AFTER_TEMPERATURE = frozenset({
    "in", "and", "or", "to", "at", "is", "was", "on", "for", "during", "outside", "today", "by", "below", "above",
    "with", "as", "temperature", "the", "it", "they", "a", "an", "after", "before", "while", "when", "overnight", "until",
})  # fmt: skip
_CAPITALS = frozenset("ABCFJKLNTVW")
_FIRST_DECADE, _LAST_DECADE = 1000, 2090
_YEAR_DIGITS, _TWO_DIGITS = 4, 2
_BEFORE_DECADE = frozenset(["the", "his", "her", "their", "my", "early", "mid", "late", "'"])
_TEMPERATURE_DIGITS = 2
_ONE_HUNDRED = 100
_MILLION = 10**6
_LAST_DIMENSION = 3  # "3d" is no three days
_STROKES = frozenset(("stroke", "strokes", "shot", "shots"))
_BESIDE_PAR = {"under": -1, "below": -1, "over": 1, "above": 1}
_ZERO = frozenset(("zero", "freezing"))
_ALL_OF = frozenset(("full", "whole", "entire", "complete", "solid"))
_COUNTED_FROM_FREEZING = frozenset(("degree", "degree_Celsius"))


def _is_frost(unit: str, zero: str) -> bool:
    return unit.startswith("degree") if zero == "zero" else zero == "freezing" and unit in _COUNTED_FROM_FREEZING


def read_unit(tokens: Tokens, draft: Draft) -> None:
    """Take in the unit behind ``draft``, behind a hyphen or in brackets, unless its word means something else there."""
    words = tokens.words
    index = draft.end
    if not words[index] or draft.ordinal:
        return
    if draft.unit_before:
        _read_rate_of_money(tokens, draft)
        return
    closing = _BRACKETS.get(words[index])
    if closing is not None:
        unit = unit_at(tokens, index + 1)
        if unit is not None and words[unit.end] == closing and unit.name != "second":
            set_unit(draft, unit, unit.end + 1)
        return
    if words[index] == "below" and words[index + 1] in _ZERO:
        draft.value, draft.end = -draft.value, index + 2
        return
    if _read_par(words, draft):
        return
    start = _unit_start(tokens, draft)
    unit = _millions_of_money(tokens, draft, start) or unit_at(tokens, start) or _joined_million(tokens, draft, start)
    if unit is not None and _fits(tokens, draft, start, unit):
        set_unit(draft, unit, unit.end)
        _prefer_money(tokens, draft)
        following = words[draft.end]
        if following == "below" and _is_frost(draft.unit, words[draft.end + 1]):
            draft.value, draft.end = -draft.value, draft.end + 2


def _read_par(words: list[str], draft: Draft) -> bool:
    """Take in "four under par", "two strokes over par", as golfers count; say whether it was."""
    index = draft.end + (words[draft.end] in _STROKES)
    if words[index] not in _BESIDE_PAR or words[index + 1] != "par":
        return False
    draft.value, draft.end = _BESIDE_PAR[words[index]] * draft.value, index + 2
    return True


def read_scale_behind_code(tokens: Tokens, draft: Draft) -> None:
    """Take in the scale of "75 USD million"."""
    word = tokens.words[draft.end]
    if word in {"million", "billion"} and draft.unit in CODES and draft.scale == 1 and draft.digits:
        factor = _MILLION if word == "million" else _MILLION * 1000
        draft.value *= factor
        draft.step = None if draft.step is None else draft.step * factor
        draft.end += 1


def set_unit(draft: Draft, unit: Unit, end: int) -> None:
    """Give ``draft`` a unit that reaches to ``end``."""
    draft.unit, draft.other_units, draft.end = unit.name, unit.others, end


def _unit_start(tokens: Tokens, draft: Draft) -> int:
    """Return where the unit may start: behind a hyphen, the article of "half an hour" and the adjective of "two full days"."""
    words, index = tokens.words, draft.end
    if words[index] in _ALL_OF and begins_unit(words[index + 1]):
        unit = unit_at(tokens, index + 1)
        return index + 1 if unit is not None and DIMENSIONS.get(unit.name) == "time" else index
    if words[index] == "-" and tokens.glued(index) and tokens.glued(index + 1):
        return index + 1
    if draft.fraction or (0 < draft.value < 1 and words[index] == "of"):  # "0.5 of a percentage point"
        start = index + (words[index] == "of")
        if words[start] in {"a", "an"}:
            return start + 1
    return index


def _prefer_money(tokens: Tokens, draft: Draft) -> None:
    """Take millions of pounds, but of nothing, for money: what weighs so much is given in tons."""
    if draft.scale >= _MILLION and "GBP" in draft.other_units and tokens.words[draft.end] != "of":
        draft.unit, draft.other_units = "GBP", ("pound",)


def _millions_of_money(tokens: Tokens, draft: Draft, start: int) -> Unit | None:
    """Read "950m francs" and "420 m €"."""
    if tokens.words[start] != "m" or not draft.digits or draft.scale != 1:
        return None
    money = unit_at(tokens, start + 1)
    if money is None or money.name not in CODES:
        return None
    draft.value *= _MILLION
    draft.step = None if draft.step is None else draft.step * _MILLION
    draft.scale = _MILLION
    return money


def _joined_million(tokens: Tokens, draft: Draft, start: int) -> Unit | None:
    """Read "30 MUSD"."""
    written = tokens.written(start)
    if written[:1] != "M" or written[1:] not in CODES:
        return None
    draft.value *= _MILLION
    draft.step = None if draft.step is None else draft.step * _MILLION
    return Unit(written[1:], (), start + 1)


def _read_rate_of_money(tokens: Tokens, draft: Draft) -> None:
    """Take in the code that repeats a symbol ("$5 USD") and what the money is paid for ("$5 a barrel")."""
    words = tokens.words
    again = unit_at(tokens, draft.end) if words[draft.end].isalpha() else None
    if (
        again is not None
        and again.name in CODES
        and (again.name in {draft.unit, *draft.other_units} or draft.unit in again.others)
    ):
        draft.unit, draft.other_units, draft.end = again.name, (), again.end
    rate = rate_at(tokens, draft.end + (words[draft.end] == "-" and words[draft.end + 1] in {"a", "per"}))
    if rate is not None:
        draft.unit, draft.other_units, draft.end = f"{draft.unit}{rate.name.removeprefix('1')}", (), rate.end


def _fits(tokens: Tokens, draft: Draft, start: int, unit: Unit) -> bool:
    """Say whether the word at ``start`` is a unit here, not a word or a letter of something else."""
    word, following = tokens.words[start], tokens.words[unit.end]
    glued, glued_on = tokens.glued(start), tokens.glued(unit.end) and following[:1].isdecimal()
    if unit.name in CODES and not glued and glued_on:
        return False  # "3 USD50 cards"
    if word == "in" and tokens.words[start + 1] in _ARTICLES:
        return False  # "3,500 in each litre"
    if unit.end == start + 1:
        if word in _PARTICULAR:
            return _particular_fits(tokens, draft, start)
        if tokens.written(start) in _CAPITALS or (glued and len(word) == 1 and word.isalpha()):
            return _letter_fits(tokens, draft, start, unit)
    if glued_on and len(word) == 1:
        return next_part(tokens, draft, unit.name, unit.end) is not None
    # "a third second" is the third one, "a third of a second" a time
    return not (draft.fraction and not draft.digits and word == "second" and tokens.words[start - 1] != "a")


_PARTICULAR = {"in", "s", "won", "p"}


def _particular_fits(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Judge the words that are common in other meanings."""
    word, following = tokens.words[start], tokens.words[start + 1]
    if word == "in":
        return (tokens.glued(start) and not following.isdecimal()) or following in _AFTER_INCH
    if word == "p":
        return tokens.glued(start)
    if word == "won":
        return draft.scale > 1 or draft.value >= _ONE_HUNDRED
    return not (tokens.glued(start) and _is_decade(tokens, draft))


def _letter_fits(tokens: Tokens, draft: Draft, start: int, unit: Unit) -> bool:
    """Judge a single letter: "777F", "5G", "3D", "24703L202", "2021 C.P.I." and "14.7C/" are no quantities."""
    words, end = tokens.words, unit.end
    following, written = words[end], tokens.written(start)
    if following == "/" and words[end + 1].isdecimal() and unit_at(tokens, end + 2) is not None:
        return True  # "6.2 L/100 km"
    if tokens.glued(end) and (following[:1].isdecimal() or following in {"/", "-", "'"}):
        is_range = following == "-" and written.islower() and words[end + 1][:1].isdecimal()
        return is_range or next_part(tokens, draft, unit.name, end) is not None
    if written in _CAPITALS and (
        following == "-" or (following == "." and tokens.glued(end + 1) and words[end + 1].isalpha())
    ):
        return False
    if written in {"C", "F"}:
        if following[:1].isalpha() and following not in _AFTER_TEMPERATURE:
            return False
        return not tokens.glued(start) or len(words[start - 1]) <= _TEMPERATURE_DIGITS or "." in words[start - 1]
    return not (written == "d" and tokens.glued(start) and draft.value <= _LAST_DIMENSION)


def _is_decade(tokens: Tokens, draft: Draft) -> bool:
    number = tokens.words[draft.end - 1]
    before = tokens.words[draft.start - 1 - (tokens.words[draft.start - 1] == "-")]
    if before in {"over", "under"} and number.isdecimal():
        return len(number) == _TWO_DIGITS  # "the over-50s" are people
    if not number.isdecimal() or not number.endswith("0"):
        return False
    if len(number) == _TWO_DIGITS:
        return before in _BEFORE_DECADE
    return len(number) == _YEAR_DIGITS and _FIRST_DECADE <= int(number) <= _LAST_DECADE
