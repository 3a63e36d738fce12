"""Which figures of an answer answer the question, and which of them compete with each other.

A full sentence holds figures that answer nothing: those that the question gave, dates, the base of a share ("13 of the
40 ships"), counts of other things. They compete with the right figure only when the answer leaves a choice ("170 or 240").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.hedges import negated_spans
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import Quantity, read_quantities
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.quantities.sameness import same_dimension, same_figure
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.units import convert
from qa_eval.scorers.strict.parts.clauses import compares
from qa_eval.scorers.strict.quantities.again import is_share_of_one
from qa_eval.scorers.strict.quantities.asides import is_labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

_SLIGHTLY = r"(?:\s+(?:the|these|those|its|their|his|her|all|about|some|around|an|a|estimated|roughly|approximately|nearly|total|possible|maximum|potential|first|[a-z]{3,}ed|[\w-]+['’]s))*"
_JOINED = regex(
    r"\s*[,;]?\s*(?:and/or|or|and|&|/|\?|perhaps|maybe|possibly|alternatively|versus|vs\.?)\s*"
    r"(?:perhaps|maybe|possibly|even|about|around|some|up to|the|as many as)?\s*",
    re.IGNORECASE,
)
_CHOICE = regex(r"\W*(?:or|perhaps|maybe|possibly|alternatively|/|\?)\W*(?:\w+\W*)?", re.IGNORECASE)
_OR_ELSE = regex(r"(?:,?\s+or\s+(?:perhaps|maybe|possibly|even)|\s+or)\s+", re.IGNORECASE)
_OF_THE = regex(
    r"(?:\A|[.;:]\s)\W*(?:out\s+)?of\s+(?:(?:the|its|their|these|those|all|a total of|some|about)\s+)*$", re.IGNORECASE
)
_BASE = regex(
    rf"\s*(?:\w+\s+){{0,2}}?(?:out\s+)?of{_SLIGHTLY}(?:\s+(?:[a-z]+\s+){{1,4}}of{_SLIGHTLY})?\s*",
    re.IGNORECASE,
)
# "4,000, including 1,000 killed", "14,000, of which 3,000 are new", "3,000, on top of the 11,000 already there"
_BESIDE = regex(
    r"(?:[,;(]|\s)\s*(?:including|of (?:which|whom|them|these|those)|among (?:them|these|those)|on top of|in addition to|besides|beyond|compared (?:with|to)"
    r"|up from|down from|(?:restated|revised|corrected) from|as against|out of)(?:\s+[a-z]+){0,3}?\s+(?:an?\s+|the\s+|some\s+|about\s+|estimated\s+)*$",
    re.IGNORECASE,
)
_THE_OTHERS = regex(r"\b(?:the|its|their)\s+(?:other|remaining)\s+\Z", re.IGNORECASE)
_GROUP_OF = regex(  # "The jury of seven chose from 143 entries"
    r"\b(?:jury|panel|team|group|crew|board|committee|squad|staff|council|cast|band|class|delegation|bench|commission|court)\s+of\s+(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
_PART = regex(r"\s*(?:\w+\s+){0,2}?(?:of|among)\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF_THAT = regex(r"\s+of\s+(?:it|that|this|which|them)\b", re.IGNORECASE)
_WORKING = regex(
    r"[\w)%]\s*(?:[+*/×÷−–-]|times|plus|minus|x|of|(?:divided|multiplied)\s+by)\s*[$€£]?[\d(⅓⅔½¼¾]|\d\s+(?:of\s|(?:over|less|:)\s+[$€£]?\d)",
    re.IGNORECASE,
)
_RESULT = regex(r"[=≈≅≃→⇒]")
_WORKED = regex(r"[=≈≅≃→⇒]|\s(?:minus|plus|times|less|over|(?:divided|multiplied)\s+by)\s", re.IGNORECASE)
_MAKES = regex(r"\b(?:makes?|equals|is|gives|leaves|comes to)\s", re.IGNORECASE)
_SCORE_AFTER, _SCORE_BEFORE = regex(r"[-–:]\d|\s+to\s+\d"), regex(r"\d[-–:]\Z|\d\s+to\s+\Z")
_OF_IT = regex(r"\s+of\s", re.IGNORECASE)
_MOST_OF_IT = 100  # per cent: more than these is a count
_SURENESS = regex(
    r"\s*\b(?:(?:confidence|credible) intervals?|CI|interquartile range|IQR|standard (?:deviation|error)|SD|SE|p(?:[ -]value)?\s*[<=>])(?!\w)",
    re.IGNORECASE,
)
_IN_SO_MANY = regex(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine)\s+in\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand)",
    re.IGNORECASE,
)
# "$36 million, from which it earned $2 million"
_SO_MUCH_MORE = regex(
    r"\s*(?:[a-z]+\s+){0,2}?(?:more|less|fewer|higher|lower|cheaper|dearer|longer|shorter|larger|smaller|bigger)\s+than\b",
    re.IGNORECASE,
)
_ON_SCALE = regex(
    r"\bon\s+(?:an?|the|its)\s+(?:[\w-]+\s+)?scale\s+(?:of|from|that\s+(?:runs|goes)\s+from|running\s+from|between)\s+\Z",
    re.IGNORECASE,
)
_OF_WHICH = regex(r",\s+(?:of|from|on|with|by|for|through|out of|off) (?:which|whom)\s+[^.;:!?,]{2,40}$", re.IGNORECASE)
_BY_WHAT = regex(r"\s+per\s+(?:[a-z]+\s+)?[a-z]+", re.IGNORECASE)
_OF_SIDES = regex(r"\s+(?:sets|games|goals|points|frames|votes|matches|legs|rounds)\s+to\s+", re.IGNORECASE)
_FOR_RUNS = regex(r"\s+(?:wickets?\s+)?for\s+", re.IGNORECASE)
_EACH_FOR = regex(r"(?:\s+[a-z]+)?\s+for\s+(?:the\s+|an?\s+|its\s+|their\s+|her\s+|his\s+)?[a-z]+", re.IGNORECASE)
_QUALIFIERS = frozenset(
    ("", "about", "around", "approximately", "roughly", "some", "nearly", "almost", "up to", "more than", "over", "at least")
)  # fmt: skip
_NUMBERING = regex(r"\s*\(?\d{1,2}[.)]\s+(?=\S)")  # "1. 3,000"
_BOUND_WORDS = regex(r"\b(?:no|not)\s+\w+\s+than\s+(?:the\s+)?$", re.IGNORECASE)


def stands_alone(text: str, figure: Quantity) -> bool:
    """Return whether an answer is one figure with what belongs to it, so that nothing can deny it or decline to answer.

    >>> [stands_alone(text, read_quantities(text)[0]) for text in ("about 12,000 troops.", "not 12,000 troops")]
    [True, False]
    """
    if figure.negated:
        return False
    before, after = text[: figure.start], text[figure.end :]
    return (not before or before.strip().lower() in _QUALIFIERS) and (
        not after or after.strip(" .!") in ("", figure.noun)
    )


def asserted(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures that an answer stands by: not denied, not taken back, and no working before a result."""
    spans = negated_spans(text) if _says_more(text, figures) else ()
    live = [
        figure
        for figure in figures
        if not figure.negated
        and (not any(start <= figure.start < end for start, end in spans) or _is_bound(text, figure))
    ]
    if len(live) > 1 and (
        own := [
            figure
            for figure in live
            if not compares(text, figure.start, whole=" to " in figure.text) or _is_limit(figure, live)
        ]
    ):
        live = own
    if len(live) > 1 and _WORKED.search(text):
        live = _results(text, live)
    return live[1:] if len(live) > 1 and _NUMBERING.match(text) else live


def _is_limit(figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Return whether "fewer than 42" is the answer itself: there is no other figure to compare it with, or all others come behind "no fewer than 42"."""
    if figure.bound is Bound.NONE:
        return False
    at_most_or_least = figure is figures[0] and figure.bound in (Bound.AT_LEAST, Bound.UP_TO)
    return at_most_or_least or all(each is figure or each.ordinal or each.dated for each in figures)


def _is_bound(text: str, figure: Quantity) -> bool:
    """Return whether the denial before a figure is its bound: "no younger than 30"."""
    return _BOUND_WORDS.search(text, max(0, figure.start - 40), figure.start) is not None


def _says_more(text: str, figures: Sequence[Quantity]) -> bool:
    said = sum(figure.end - figure.start for figure in figures)
    return len(text.strip()) - said > 1


def _results(text: str, figures: list[Quantity]) -> list[Quantity]:
    """Return what stands after the last "=" or "≈" of a calculation, or what it "makes"."""
    equals = max((told.start() for told in (*_RESULT.finditer(text), *_MAKES.finditer(text))), default=-1)
    if equals < 0:
        return figures
    after = [figure for figure in figures if figure.end > equals + 1]
    return after if after and _WORKING.search(text, 0, equals) else figures


def among(figure: Quantity, others: Iterable[Quantity]) -> bool:
    """Return whether one of ``others`` is the same figure."""
    return any(same_figure(figure, other) for other in others)


@lru_cache(maxsize=256)
def figures_of(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a document or a question, read once."""
    return read_quantities(text)


def joined(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether nothing but "or", "and", a slash or their like stands between two figures."""
    first, second = sorted((one, other), key=lambda figure: figure.start)
    return _JOINED.fullmatch(text, first.end, second.start) is not None


def offered_as_choice(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether an answer leaves the choice between two figures: "14 or 14.2 km", "7? 8?"."""
    first, second = sorted((one, other), key=lambda figure: figure.start)
    return _CHOICE.fullmatch(text, first.end, second.start) is not None


def competes(text: str, figure: Quantity, right: Quantity, live: Sequence[Quantity], noun: str) -> bool:
    """Return whether ``figure`` competes with ``right``, the figure that is accepted; ``noun`` is what is asked for."""
    if _is_told_beside(text, figure, right, noun):
        return False
    if _EACH_FOR.match(text, right.end) and _EACH_FOR.match(text, figure.end):
        return True  # "two years for parts, five for the engine"
    base = is_base(text, figure, live)
    if joined(text, figure, right) and not base:
        return not figure.dated or right.dated
    if figure.dated or figure.ordinal != right.ordinal or base:
        return False
    if figure.unit or right.unit:
        return same_dimension(figure, right)
    if right.noun and right_before(_GROUP_OF, text, figure.start):
        return False
    if _PART.match(text, figure.end) or _is_fraction(figure) != _is_fraction(right):
        return False
    other = figure.noun if is_plural(figure.noun.lower()) else ""
    counted = singular(noun.lower()), singular(other.lower())
    return not all(counted) or counted[0] == counted[1]


def _is_told_beside(text: str, figure: Quantity, right: Quantity, noun: str) -> bool:
    """Return whether a figure is told as a part or the whole of the right one, as what it is of something, or in a score."""
    before = figure.end <= right.start
    part = right.end <= figure.start and figure.value < right.value and _OF_THAT.match(text, figure.end)
    if part or (before and _PART.match(text, right.end)):
        return True  # "$1.2 billion, $300 million of it in cash", "310 species, 28 of which are orchids"
    if figure.value == -right.value and not offered_as_choice(text, figure, right):
        return True  # a booking of -$164.35 is one of $164.35
    if is_labelled(text, figure, right) or _is_whole_or_part(text, figure, right) or _is_statistic(text, figure, right):
        return True
    if _BY_WHAT.match(text, figure.end) and not (
        _BY_WHAT.match(text, right.end) or _OR_ELSE.fullmatch(text, right.end, figure.start)
    ):
        return True  # "$812 million, or $1.94 per diluted share"
    if _is_of_it(text, figure, right):
        return True
    if _OF_SIDES.fullmatch(text, right.end, figure.start) and not figure.unit:
        return True  # "two sets to one"
    if noun == "wickets" and _FOR_RUNS.fullmatch(text, right.end, figure.start):
        return True  # "5 for 32"
    return bool(noun) and _is_of_score(text, figure) and not _is_of_score(text, right)


def _is_of_it(text: str, figure: Quantity, right: Quantity) -> bool:
    """Return whether a figure is the share that the right one is, or what came of it: "5,200, or one in eight", "$36 million, from which it made $2 million"."""
    so_much = right.unit or right.value >= _MOST_OF_IT
    if figure.unit == "percent" != right.unit and so_much and _OF_IT.match(text, figure.end):
        return True  # "£54 billion, or 2.3 % of GDP"; "3,000, or 6% of them"
    if right.end > figure.start:
        return False
    if _ON_SCALE.search(text, right.end, figure.start):
        return True  # "5.4 on a scale of 0 to 24"
    if _THE_OTHERS.search(text, right.end, figure.start):
        return True  # "21 were saved; the other 67 drowned"
    if is_so_much_more(text, figure):
        return True  # "250 pence, 30p more than now"
    if right.value > 1 and _IN_SO_MANY.match(text, figure.start):
        return True
    return _OF_WHICH.search(text, right.end, figure.start) is not None


def is_so_much_more(text: str, figure: Quantity) -> bool:
    """Return whether a figure says by how much another one is more or less than something."""
    return _SO_MUCH_MORE.match(text, figure.end) is not None


def _is_statistic(text: str, figure: Quantity, right: Quantity) -> bool:
    """Return whether a figure says how sure the right one is: "0.74 (95 % confidence interval, 0.65 to 0.85)"."""
    if right.end > figure.start:
        return False
    return _SURENESS.search(text, right.end, figure.start) is not None or _SURENESS.match(text, figure.end) is not None


def _is_of_score(text: str, figure: Quantity) -> bool:
    """Return whether a figure is one of the two of a score: the 98 of "98-86"."""
    return (
        _SCORE_AFTER.match(text, figure.end) is not None or right_before(_SCORE_BEFORE, text, figure.start) is not None
    )


def _is_whole_or_part(text: str, figure: Quantity, right: Quantity) -> bool:
    """Return whether one figure is told as a part of the other, or as what it comes on top of."""
    first, second = sorted((figure, right), key=lambda each: each.start)
    return _BESIDE.search(text[first.end : second.start]) is not None


def is_base(text: str, figure: Quantity, live: Sequence[Quantity]) -> bool:
    """Return whether a share is taken of this figure: the 40 of "13 of the 40" and of "Of the 40, 13"."""
    if right_before(_OF_THE, text, figure.start) and any(figure.end <= other.start for other in live):
        return True
    return any(other.end <= figure.start and _BASE.fullmatch(text, other.end, figure.start) for other in live)


def _is_fraction(figure: Quantity) -> bool:
    return figure.value.denominator != 1 and abs(figure.value) < 1


def converted(value: Fraction, unit: str, to: str) -> Fraction | None:
    """Return the value in another unit, as it stands when one of the two units is missing; None for another dimension."""
    return value if not unit or not to or unit == to else convert(value, unit, to)


def another_value(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether two accepted figures are still two: unlike in one unit, and not the same one said more precisely."""
    one_unit = (one.unit == other.unit or not one.unit or not other.unit) and not is_share_of_one(one, other)
    if one.value == other.value or not one_unit or one.step is None or other.step is None:
        return False
    if offered_as_choice(text, one, other):
        return True
    return abs(one.value - other.value) > max(one.step, other.step) / 2
