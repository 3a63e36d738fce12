"""Two numbers that make one range: "10–15 km", "between 10 and 12 thousand", "$5 million to $10 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_DASHES = {"-", "–", "—", "~", "−"}
_CONNECTORS = {"to", "through", "till", "until", "and", "&", "-", "–", "—", "~", "−"}
_WORDS = {"to", "through", "till", "until"}
_CENTURY = 100
_WHOLE = 100  # per cent
_FAR = 10  # times: nobody leaves the unit out of the far end of so wide a range
_FIRST_YEAR, _LATE_YEAR, _LAST_YEAR = 1000, 1900, 2100
_BETWEEN_QUALIFIERS = frozenset({
    "between", "ages", "age", "of", "the", "a", "an", "about", "approximately", "around", "roughly", "some", "$", "€", "£", "-", "minus",
    "negative", "~",
})  # fmt: skip


def opened_by_between(words: list[str], index: int) -> bool:
    """Say whether "between" stands before the number at ``index``."""
    place = index - 1
    while place >= 0 and words[place] in _BETWEEN_QUALIFIERS:
        if words[place] == "between":
            return True
        place -= 1
    return False


def connector_at(tokens: Tokens, index: int, *, between: bool) -> int:
    """Return where the high end may start behind a connector at ``index``; -1 where there is no connector."""
    word = tokens.words[index]
    if word == "-" and tokens.words[index + 1] == "to" and tokens.glued(index):  # "three- to six-year-olds"
        index, word = index + 1, "to"
    if word not in _CONNECTORS:
        return _behind_dots(tokens, index)
    if word in _DASHES:
        if (
            word == tokens.words[index + 1] == "-"
            and tokens.words[index + 2][:1].isdecimal()
            and not tokens.glued(index)
        ):
            return index + 2  # "1990 -- 91"
        glued, following = tokens.glued(index), tokens.glued(index + 1)
        if glued is not following or (word in {"—", "~"} and not glued):
            return -1
        return index + 1
    if word in _WORDS or (between and word in {"and", "&"}):
        index += 1
        return index + (
            tokens.words[index]
            in {"the", "about", "as", "around", "approximately", "roughly", "some", "nearly", "almost", "plus"}
        )
    return -1


def _behind_dots(tokens: Tokens, index: int) -> int:
    """Return where the high end starts behind dots: "-40…+85", "4...20"; -1 where no dots stand between two figures."""
    end = index
    while tokens.words[end] in {"…", "."}:
        end += 1
    dots = tokens.span(index, end) if end > index else ""
    spaced = (not tokens.glued(index), not tokens.glued(end))
    return end if (dots in {"..", "..."} or "…" in dots) and spaced[0] is spaced[1] else -1


def merge(low: Draft, high: Draft) -> bool:
    """Make ``low`` a range up to ``high``; False where the two are no ends of one range."""
    if low.ordinal is not high.ordinal or high.high is not None:
        return False
    if _is_late_year(low) and (
        high.unit_before or (high.value > high.scale > 1 and low.value >= high.value / high.scale)
    ):
        return False  # "€1.1 billion in 2021 to €1.3 billion"
    value, step = low.value, low.step
    if high.scale > 1 and low.scale == 1 and not low.fraction and _below(low, high):
        value, step = value * high.scale, None if step is None else step * high.scale
    end = high.value
    if _is_year(low) and high.digits and value % _CENTURY < end < _CENTURY and not high.unit:  # "1950–53"
        end += value - value % _CENTURY
    if value >= end or (low.unit and high.unit and low.unit != high.unit):
        return False
    if low.unit and not (low.unit_before or high.unit) and end > _FAR * value:
        return False  # "grew 12% to 3,400"
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


def _is_late_year(draft: Draft) -> bool:
    return _is_year(draft) and draft.value >= _LATE_YEAR


def _finer(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else min(one, other)


def share_unit(tokens: Tokens, found: list[Draft]) -> None:
    """Give the last quantity's unit to bare numbers listed with it: "170 or 240 mm", "10 × 15 cm", "10, 12 and 15 km".

    A scale is shared over "or" alone: "5 or 6 million".
    """
    last = found[-1]
    if (not last.unit and last.scale == 1) or last.unit_before or last.ordinal or last.dated:
        return
    place = len(found) - 2
    follower = last
    while place >= 0 and _is_listed(tokens, found[place], follower, alone=follower is last):
        bare = found[place]
        if last.unit == "percent" and bare.value >= _WHOLE > last.value:
            return  # "3,000, or 6% of them"
        if last.scale > 1 and tokens.words[bare.end] == "or" and bare.value < last.value / last.scale:
            bare.value, bare.scale = bare.value * last.scale, last.scale
            bare.step = None if bare.step is None else bare.step * last.scale
        bare.unit, bare.other_units, bare.noun = last.unit, last.other_units, last.noun
        follower = bare
        place -= 1


def _is_listed(tokens: Tokens, bare: Draft, follower: Draft, *, alone: bool) -> bool:
    """Say whether a number without a unit stands just before ``follower``, joined by "or", "and", "×" or a comma."""
    if (
        bare.unit
        or bare.noun
        or bare.dated
        or bare.ordinal
        or not bare.digits
        or bare.scale > 1
        or bare.high is not None
    ):
        return False
    between = tokens.words[bare.end : follower.start]
    if not between or len(between) > 2:  # noqa: PLR2004 - ", or"
        return False
    return between[-1] in _LISTING or (not alone and between == [","])


_LISTING = {"or", "and", "/", "×", "x", "by", "&"}
