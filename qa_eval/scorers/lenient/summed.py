"""Counts that an answer tells part by part: "three in front and three behind" are 6, and "the rows have 2, 2 and 3, which makes 7"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_LESS = frozenset(map(form, ("fewer", "less", "than", "minus", "without")))
MOST = 40  # words of an answer that tells the parts of a count
_PAIR = regex(r"pairs?\b", re.IGNORECASE)
_HALF = regex(r"hal(?:f|ves)", re.IGNORECASE)  # "in the first half"
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
# "plus a goalkeeper"; what a number or a share begins with counts nothing by itself
_ONE_MORE = regex(
    r"(?:\bplus|\band|\bwith|\bas well as|[,+&])\s+(?:an?|the) (?!total|half|quarter|third|fifth|few|dozen|couple|pair|lot|number|hundred|thousand|million|bit|further|part|half)[a-z]"
)
_EQUAL_PARTS = regex(
    r"\s*(?:times|(?:(?:equal|further|separate|full) )?[a-z]+s(?:,? each)?(?: of| lasting| at|,)(?: about)?)\s*"
)
_TIMES = regex(r"\s*[x×]\s*")
_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_NAMED_PARTS = regex(r" (?!each\b)[a-z]+s\b")  # "two 15-minute halves"
_JOIN = regex(r"\b(?:and|plus|then)\b|[,;+&]")
_PARTED = regex(
    r"\b(?:of (?:which|whom|them|these|those)|out of|from|or|not|but|than|versus|vs|against)\b|\b[io]n\s\Z|[.!?]\s"
)


def is_told_by_parts(asked: Asked, said: Said) -> Decision | None:
    """Decide where a count is accepted and an answer tells its parts, with their sum or without it; None where it leaves out one."""
    if not asked.is_count or asked.is_negated or len(said.words) > MOST:
        return None
    golds = [gold for _, gold in asked.figures]
    if not all(map(_is_a_count, golds)):
        return None
    figures = [each for each in said.figures if not (each.ordinal or _HALF.fullmatch(each.text))]
    if not figures or not all(map(_is_a_count, figures)) or _picks_one(figures, asked, said):
        return None
    parts = list(_parts(figures, said))
    if len(parts) < TWO or not _LESS.isdisjoint(said.bag) or not _add_up(parts, golds, said):
        return None
    return Decision(0.9, Reason.EQUAL_VALUE, "its parts add up to the same value")


def is_told_by_equal_parts(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer tells how many parts of how much come to the accepted figure: "two halves of 15 minutes each", for 30 minutes."""
    golds = [gold for _, gold in asked.figures if gold.unit and gold.high is None]
    if not golds or asked.is_negated or len(said.words) > MOST:
        return None
    for times, each in pairwise(said.figures):
        spread = each.unit in _OF_TIME and _TIMES.fullmatch(said.plain, times.end, each.start)  # "2 x 15 minutes"
        count = times._replace(unit="") if spread else times
        if not _is_a_count(count) or not TWO <= count.value <= MOST or each.unit not in {gold.unit for gold in golds}:
            continue
        parted = (
            spread
            or _EQUAL_PARTS.fullmatch(said.plain, times.end, each.start)
            or (said.plain[times.end : each.start] == " " and _NAMED_PARTS.match(said.plain, each.end))
        )
        if parted and any(times.value * each.value == gold.value and each.unit == gold.unit for gold in golds):
            return Decision(0.9, Reason.EQUAL_VALUE, "its equal parts come to the same value")
    return None


def _add_up(parts: Sequence[tuple[int, Fraction]], golds: Sequence[Quantity], said: Said) -> bool:
    """Return whether parts that are joined in one sentence come to an accepted count, which the last of them may be."""
    first, *rest = [part for _, part in parts]
    if len(rest) > 1 and first == sum(rest):  # "two, one on each side"
        return False
    *told, last = first, *rest
    total = last if len(told) >= TWO and sum(told) == last else sum((*told, last))
    if any(each.ordinal and each.value == total for each in said.figures):  # "five, and a spare as a sixth"
        return False
    if all(total != gold.value for gold in golds) or (total != last and any(gold.value in told for gold in golds)):
        return False
    places = [start for start, _ in parts]
    if any(places[0] < begin <= places[-1] for begin in said.sentences):
        return False
    places = places[: len(told)] if total == last else places
    return all(_joins(said.plain, one, other) for one, other in pairwise(places))


def _is_a_count(figure: Quantity) -> bool:
    plain = not (figure.unit or figure.ordinal or figure.dated or figure.negated or figure.high is not None)
    return plain and figure.value.denominator == 1 and figure.value > 0 and not _YEAR.fullmatch(figure.text)


def _parts(figures: Sequence[Quantity], said: Said) -> Iterator[tuple[int, Fraction]]:
    """Yield where each part is told, and how many it is: a pair is two, "plus a keeper" one more."""
    found = [(figure.start, figure.value * (TWO if _is_pairs(figure) else 1)) for figure in _own(figures)]
    first = min((start for start, _ in found), default=len(said.plain))
    found += [(more.start(), Fraction(1)) for more in _ONE_MORE.finditer(said.plain, first)]
    yield from sorted(found)


def _own(figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the figures, but for the "one" of "one pair of claws", whose pair is read as a figure too."""
    for place, figure in enumerate(figures):
        behind = figures[place + 1] if place + 1 < len(figures) else None
        if not (behind and _is_pairs(figure) and _PAIR.match(behind.text) and behind.start <= figure.end + 1):
            yield figure


def _is_pairs(figure: Quantity) -> bool:
    return _PAIR.fullmatch(figure.noun) is not None


def _joins(text: str, start: int, end: int) -> bool:
    """Return whether two parts are joined to one another, and not one set apart from the other."""
    between = text[start:end]
    return not _PARTED.search(between) and (_JOIN.search(between) is not None or _ONE_MORE.match(text, end) is not None)


def _picks_one(figures: Sequence[Quantity], asked: Asked, said: Said) -> bool:
    """Return whether one part alone is told in all the words of what is counted: "3 gold medals and 2 silver ones", for gold medals."""
    if len(asked.counted) < TWO:
        return False
    ends = [*(figure.start for figure in figures[1:]), len(said.plain)]
    named = [
        asked.counted <= {word.form for word in said.words if figure.end <= word.start < end and word.form not in SMALL}
        for figure, end in zip(figures, ends, strict=True)
    ]
    return any(named) and not all(named)
