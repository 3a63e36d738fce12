"""Which of two is more so: "ice is less dense than water" is "water is denser than ice", and not "ice is denser than water"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.words import SMALL, plain, stem, words_of

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LONGEST = 300  # characters of an answer that is read
LEAST = 3  # letters of a stem
_THAN = regex(
    r"(?P<one>[^.;:]*?)\b(?:(?P<less>less|more|lower|higher|greater|smaller) (?P<what>[a-z]{3,})(?: \w+)?|(?P<er>(?!other|rather|either|number|water|over|after|under|matter|never)[a-z]{2,}er)) than (?P<other>[^.;:,]*)"
)
_SIGN = {"less": -1, "lower": -1, "smaller": -1, "more": 1, "higher": 1, "greater": 1}
# what is compared by either word: the one that is more so, and the one that is less
_SIDES = {
    low: high
    for high, lows in (
        ("fast", "slow"), ("hot", "cold cool"), ("heavi", "light"), ("long", "short"), ("large", "small"), ("big", "small"), ("high", "low"), ("strong", "weak"),
        ("old", "young"), ("thick", "thin"), ("wide", "narrow"), ("hard", "soft"), ("bright", "dim"), ("rich", "poor"), ("great", "small"), ("near", "far"),
    )
    for low in lows.split()
}  # fmt: skip


class Comparison(NamedTuple):
    """Two sides by their words, what is compared by its stem, and which way: 1 where the first is more so, -1 where it is less."""

    one: frozenset[str]
    what: str
    way: int
    other: frozenset[str]


@lru_cache(maxsize=512)
def comparison_in(text: str) -> Comparison | None:
    """Return the one comparison of a text; None for none or several.

    >>> comparison_in("ice is less dense than water") == comparison_in("Ice is less dense than water."), comparison_in("It is ice.")
    (True, None)
    """
    shown = plain(text).lower()
    found = list(_THAN.finditer(shown))[:2]
    if len(found) != 1 or len(text) > LONGEST:
        return None
    match = found[0]
    if match["less"]:
        what, way = match["what"].removesuffix("ly"), _SIGN[match["less"]]
    else:
        what, way = match["er"].removesuffix("er"), 1
    if what in _SIDES:
        what, way = _SIDES[what], -way
    one, other = _sides(match["one"]), _sides(match["other"])
    return Comparison(one, what[: LEAST + 1], way, other) if one and other and len(what) >= LEAST else None


def _sides(text: str) -> frozenset[str]:
    return frozenset(stem(word.form) for word in words_of(text) if word.form not in SMALL)


def compares_alike(asked: Asked, said: Said) -> bool | None:
    """Return whether an answer compares the same two as every accepted text does, and the same way; None where it does not compare them."""
    if " than " not in said.plain or asked.is_negated or asked.only_figures:
        return None
    mine = comparison_in(said.plain)
    wanted = [comparison_in(each.text) for each in asked.wanted]
    told = {_is_along(mine, each) if mine and each else None for each in wanted}
    return told.pop() if len(told) == 1 else None


def _is_along(mine: Comparison, wanted: Comparison) -> bool | None:
    if mine.what != wanted.what:
        return None
    along = bool(mine.one & wanted.one and mine.other & wanted.other)
    across = bool(mine.one & wanted.other and mine.other & wanted.one)
    if along == across:
        return None
    return mine.way == (wanted.way if along else -wanted.way)
