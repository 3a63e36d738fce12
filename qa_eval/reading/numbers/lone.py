"""Single words that are as often no number: "one", "half", "quarter", "couple", "dozen"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.numbers.number import Number
from qa_eval.reading.numbers.words import DOZENS, HUNDREDS, PARTS, SCALES
from qa_eval.reading.units.spellings import unit_at

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_ARTICLES = {"a", "an"}
_VAGUE = frozenset({
    "few", "several", "many", "some", "of", "couple", "hundreds", "thousands", "millions", "dozens", "tens", "countless",
})  # fmt: skip
_BEFORE_PRONOUN = frozenset({
    "the", "this", "that", "which", "no", "any", "every", "each", "some", "another", "next", "previous", "last",
    "first", "other", "same", "new", "old", "right", "wrong", "current", "former", "latter", "good",
    "bad", "big", "small", "better", "best", "loved", "young", "little", "whole", "a", "second", "third", "anyone",
    "many",
})  # fmt: skip
_AFTER_PRONOUN = frozenset({
    "who", "which", "that", "whose", "another", "by", "thing", "hand", "way", "side", "off", "sided", "such", "should",
    "can", "must",
})  # fmt: skip
_BEFORE_OTHER_HALF = frozenset({
    "first", "second", "third", "fourth", "last", "this", "that", "next", "previous", "other", "better", "latter",
    "each", "northern", "southern", "eastern", "western", "the", "every", "1st", "2nd", "3rd", "4th", "current", "same",
    "-", "french", "latin", "jewish", "fiscal", "opening", "closing", "top", "bottom", "final", "his", "her", "no",
})  # fmt: skip
_AFTER_OTHER_HALF = frozenset({
    "time", "brother", "sister", "life", "way", "back", "truth", "hearted", "final", "finals", "moon", "marathon",
    "past",
})  # fmt: skip
# what recipes and roads have quarters of
_PARTED = frozenset({
    "cup", "teaspoon", "tablespoon", "pint", "gallon", "litre", "mile", "inch", "pound", "kilogram", "ounce", "tonne", "ton", "hour", "century", "acre",
    "percent", "percentage_point",
})  # fmt: skip
_NO_TWO_BEFORE = frozenset(["the", "every", "each", "this", "that", "young", "married"])


def half_or_quarter(tokens: Tokens, index: int) -> Number | None:
    """Read "half", "a half", "a quarter", "half a million", "quarter million", "quarter cup"; not "the first half", "last quarter"."""
    words = tokens.words
    word, before = words[index], words[index - 1]
    after = words[index + 1 + (words[index + 1] == "-")]
    article = before in _ARTICLES
    if (
        word not in {"half", "quarter"}
        or before in _BEFORE_OTHER_HALF
        or (word == "half" and after in _AFTER_OTHER_HALF)
    ):
        return None
    if word == "quarter" and not article and after not in SCALES and not is_parted(tokens, index + 1):
        of_one = after == "of" and words[index + 2] in _ARTICLES and is_parted(tokens, index + 3)
        return Number(Fraction(1, 4), index, index + 1, fraction=True) if of_one else None
    if article and words[index - 2] in {"once", "times"}:
        return None
    if after in {"to", "past"} and words[index + 2] not in {"a", "one", "half", "three"}:
        return None  # a time of day
    return Number(Fraction(1, PARTS[word]), index - article, index + 1, fraction=True)


def is_parted(tokens: Tokens, index: int) -> bool:
    """Say whether what follows a part of one at ``index`` is a unit that is parted so: "quarter cup", "quarter-mile"; no "quarter share", no date."""
    unit = unit_at(tokens, index + (tokens.words[index] == "-"))
    return unit is not None and unit.name in _PARTED


def two(words: list[str], index: int) -> Number | None:
    """Read "a couple of", "couple of", "a pair of"; "the couple" are people."""
    before = words[index - 1]
    article, of = before in _ARTICLES, words[index + 1] == "of"
    if not (of or article) or before in _NO_TWO_BEFORE:
        return None
    return Number(Fraction(2), index - article, index + 1 + of)


def means_number(words: list[str], index: int) -> bool:
    """Say whether a single number word stands for a number."""
    word, before, after = words[index], words[index - 1], words[index + 1]
    if word == "one":
        return _one_is_number(words[index - 2] if before == "only" else before, after, words[index + 2])
    if word in {"score", "gross", "doz", "dz"}:
        return False
    if word in DOZENS or word in SCALES or word in HUNDREDS:
        return before not in _VAGUE and not (before == "-" and words[index - 2] in {"multi", "per"})
    return True


def one_is_measured(tokens: Tokens, index: int) -> bool:
    """Say whether the "one" at ``index``, which looks like a pronoun, has a unit: "that one mile", "a one-year term"."""
    following = index + 1 + (tokens.words[index + 1] == "-")
    unit = unit_at(tokens, following)
    return unit is not None and len(tokens.words[following]) > len("in") and unit.name != "second"


def _one_is_number(before: str, after: str, second_after: str) -> bool:
    if (after == "in" and (second_after in CARDINALS or second_after[:1].isdecimal())) or (after, second_after) == (
        "-",
        "in",
    ):
        return True  # "a one in six chance", "a one-in-six chance"
    if before in _BEFORE_PRONOUN or after in _AFTER_PRONOUN:
        return False
    if before == "for" and after == "thing":
        return False
    if after in {"'", "-"}:
        return second_after not in _AFTER_PRONOUN and second_after not in {"s", "time"}
    return not (after == "of" and second_after.isalpha())
