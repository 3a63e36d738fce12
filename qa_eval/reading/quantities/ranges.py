"""Two numbers that make one range: "10–15 km", "between 10 and 12 thousand", "$5 million to $10 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_DASHES = {"-", "–", "—", "~", "−"}
_WORDS = {"to", "through", "till", "until"}
_CENTURY = 100
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_QUALIFIERS = 4


def opened_by_between(words: list[str], index: int) -> bool:
    """Say whether "between" stands before the number at ``index``."""
    for place in range(index - 1, max(-1, index - 1 - _QUALIFIERS), -1):
        if words[place] == "between":
            return True
        if words[place] not in {
            "the",
            "a",
            "an",
            "about",
            "approximately",
            "around",
            "roughly",
            "some",
            "$",
            "€",
            "£",
            "-",
            "minus",
            "negative",
            "~",
        }:
            return False
    return False


def connector_at(tokens: Tokens, index: int, *, between: bool) -> int:
    """Return where the high end may start behind a connector at ``index``; -1 where there is no connector."""
    word = tokens.words[index]
    if word in _DASHES:
        glued, following = tokens.glued(index), tokens.glued(index + 1)
        if glued is not following or (word in {"—", "~"} and not glued):
            return -1
        return index + 1
    if word in _WORDS or (between and word in {"and", "&"}):
        index += 1
        return index + (
            tokens.words[index]
            in {"the", "about", "as", "around", "approximately", "roughly", "some", "nearly", "almost"}
        )
    return -1


def merge(low: Draft, high: Draft) -> bool:
    """Make ``low`` a range up to ``high``; False where the two are no ends of one range."""
    if low.ordinal is not high.ordinal or high.high is not None:
        return False
    value, step = low.value, low.step
    if high.scale > 1 and low.scale == 1 and not low.fraction and _below(low, high):
        value, step = value * high.scale, None if step is None else step * high.scale
    end = high.value
    if _is_year(low) and high.digits and value % _CENTURY < end < _CENTURY and not high.unit:  # "1950–53"
        end += value - value % _CENTURY
    if value >= end or (low.unit and high.unit and low.unit != high.unit):
        return False
    low.value, low.high, low.step = value, end, _finer(step, high.step)
    if not low.unit:
        low.unit, low.other_units, low.unit_before = high.unit, high.other_units, high.unit_before
    low.end, low.scale = high.end, high.scale
    low.alternatives = ()
    return True


def _below(low: Draft, high: Draft) -> bool:
    return low.value < high.value / high.scale and (not low.unit or low.unit_before)


def _is_year(draft: Draft) -> bool:
    return draft.digits and draft.step == 1 and _FIRST_YEAR <= draft.value <= _LAST_YEAR and not draft.unit


def _finer(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else min(one, other)
