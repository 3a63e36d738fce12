"""How dates and figures of an answer relate to the accepted ones, as people see it: a closeness within 0..1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound
from qa_eval.reading.dates import DateRelation, agrees
from qa_eval.reading.directions import goes_against, goes_along, told_at, wanted_way
from qa_eval.reading.quantities.margins import with_margin
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.attributed import is_of_another, is_of_another_year, is_set_aside
from qa_eval.scorers.lenient.expenses import flows_out, is_expense, is_told_as_expense
from qa_eval.scorers.lenient.nearness import ROUNDED, nearness, rounds_to, said_round
from qa_eval.scorers.lenient.only_digits import has_only_the_digits
from qa_eval.scorers.lenient.scales import NO, in_asked_scale, in_millions, is_a_share, is_percent, own_scale, scaled
from qa_eval.scorers.lenient.units import measures_otherwise, of_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.reading.directions import Told
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

DATE_CLOSENESS = {
    DateRelation.SAME: 1.0,
    DateRelation.FINER: 1.0,
    DateRelation.COARSER: 0.8,
    DateRelation.OVERLAPPING: 0.7,
    DateRelation.PART_OF_PERIOD: 0.6,
    DateRelation.AMBIGUOUS: 0.5,
    DateRelation.SAME_YEAR: 0.3,
    DateRelation.NEAR_YEAR: 0.15,
}

NEAR = 0.7  # closeness of half a percent
MAY_BE = 0.4  # up to this closeness a figure is another
BY_VALUE = 0.85  # from this closeness on, a date or figure counts as said


class Closest(NamedTuple):
    """The value of an answer nearest to an accepted one: how near, how many others compete, and how many stand before it.

    ``by_gold`` holds for each accepted value, by its place among them, how near the answer comes to it and where it says so.
    """

    near: float
    rivals: int
    before: int
    by_gold: Mapping[int, tuple[float, int, int]]


NONE = Closest(-1.0, 0, 0, {})


def closest_date(asked: Asked, said: Said) -> Closest:
    """Return how the answer's dates relate to the accepted ones; NONE where no accepted answer is a date."""
    if not asked.dates:
        return NONE
    by_gold: dict[int, tuple[float, int, int]] = {}
    near = []
    for date in said.dates:
        best = 0.0
        for place, gold in asked.dates:
            each = (
                0.0
                if date.negated or any(low <= date.start < high for low, high in said.aside)
                else DATE_CLOSENESS.get(agrees(date, gold), 0.0)
            )
            best = max(best, each)
            if each > by_gold.get(place, (0.0, 0, 0))[0]:
                by_gold[place] = each, date.start, date.end_offset
        known = best == 0.0 and any(agrees(date, given) in _SAME for given in asked.given_dates)
        near.append((best, known))
    return _summed(near, by_gold)


_SAME = frozenset((DateRelation.SAME, DateRelation.COARSER))


def closest_figure(asked: Asked, said: Said) -> Closest:
    """Return how the answer's figures relate to the accepted ones; NONE where no accepted answer is a figure."""
    if not asked.figures:
        return NONE
    by_gold: dict[int, tuple[float, int, int]] = {}
    near = []
    for told in said.figures:
        figure, best = _counted_out(told, asked), 0.0
        denied = figure.negated or is_set_aside(figure, asked, said)
        for place, gold in asked.figures:
            each = NO if denied else max(closeness(one, gold, asked, said) for one in _readings(figure))
            if each > MAY_BE and (
                is_of_another(figure, asked, said)
                or has_only_the_digits(figure, gold, asked.wanted[place], asked, said)
            ):
                each, denied = NO, True
            best = max(best, each)
            if each > by_gold.get(place, (0.0, 0, 0))[0]:
                by_gold[place] = each, figure.start, figure.end
        known = best < 1.0 and (
            any(figure.value == given.value for given in asked.given) or is_of_another_year(figure, asked, said)
        )
        near.append((best, known))
    return _summed(near, by_gold)


def nearest(figure: Quantity, golds: Iterable[Quantity], asked: Asked, said: Said) -> float:
    """Return how near one figure comes to the nearest of some accepted ones."""
    return max((closeness(one, gold, asked, said) for one in _readings(figure) for gold in golds), default=NO)


def _readings(figure: Quantity) -> tuple[Quantity, ...]:
    """Return a figure in each way that it can be read: "1.300" as 1.3 and as 1,300, not so "1.300 million"."""
    if not figure.alternatives or own_scale(figure):
        return (figure,)
    return (figure, *(figure._replace(value=value, step=None, alternatives=()) for value in figure.alternatives))


def _summed(near: list[tuple[float, bool]], by_gold: Mapping[int, tuple[float, int, int]]) -> Closest:
    if not near:
        return Closest(0.0, 0, 0, by_gold)
    best = max(value for value, _ in near)
    first = next(place for place, (value, _) in enumerate(near) if value == best)
    rivals = sum(value < best - 0.35 and not known for value, known in near)
    before = sum(value < best - 0.35 and not known for value, known in near[:first])
    return Closest(best, rivals, before, by_gold)


NEGATIVE = regex(
    r"([$€£]?\s*)\(([$€£]?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|percent|thousand|million|billion)?)\s*\)(\s?%| (?:percent|thousand|million|billion))?"
)
DOWN = regex(
    r"\b(?:decreas|declin|drop|fell|fall|loss|lost|lower|reduc|negative|minus|below|down|deficit|shrank|decay|outflow|burn)",
    re.IGNORECASE,
)
UP = regex(
    r"\b(?:increas|grew|grow|rise|rising|rose|gain|improv|higher|surplus|climb|soar|surg|inflow|(?:went|go|goes|going|gone|was|were|is|are|moved|edged) up\b|up (?:by|from)\b)",
    re.IGNORECASE,
)
EQUAL, ONE_END = 1.0, 0.5  # closeness of the same, and of two ranges that share one end
NARROW = 0.02  # share of a range's upper end up to which it tells one figure
_GAIN = regex(r"\b(?:income|profit|earnings|return|margin)\b", re.IGNORECASE)  # what is a loss where it is negative
_PROFIT = regex(r"\b(?:profits?|income|earn(?:ed|ings)|made)\b", re.IGNORECASE)
_LOSS = regex(
    r"\b(?:loss(?:es)?|lost|losing|negative|deficit|minus|in the red|burn(?:ed|t|s)?|fell|fall|(?:decreas|declin|dropp?|reduc)[a-z]*)\b|\(\s*[$€£]?\d",
    re.IGNORECASE,
)
_EITHER = regex(
    r"\(\s*(?:net\s+)?(?:loss(?:es)?|deficit|decrease)\s*\)", re.IGNORECASE
)  # "net income (loss)" asks for either
_OF_TIME = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))  # "six terms" are no six years
_PAIRS = frozenset(("pair", "pairs"))
_HUNDRED = 100
_SHARE_ASKED = regex(r"%|\bper ?cent|\bpercentage|\bpoints?\b|\brates?\b", re.IGNORECASE)
# "more than 12,000" for "up to 12,000"; between a bound and none, people see no difference
_OPPOSITE_BOUNDS = [
    {one, other} for one in (Bound.UP_TO, Bound.LESS_THAN) for other in (Bound.AT_LEAST, Bound.MORE_THAN)
]


def closeness(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> float:
    """Return how near a figure is to an accepted one: 1 the same, 0.95 the same once rounded or scaled, 0 another."""
    pair = figure, gold, id(asked)
    known = said.near.get(pair)
    if known is None:
        known = said.near[pair] = _closeness(figure, gold, asked, said)
    return known


def _closeness(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> float:
    if _conflicts(figure, gold) or _turns(figure, gold, asked, said) or flows_out(figure, gold, asked, said):
        return NO
    if gold.value > 0 and figure.value > 0 and is_told_as_expense(asked, said):
        return NO
    figure = in_millions(figure, gold)
    if (is_percent(figure) and _is_a_count(gold, asked)) or measures_otherwise(figure, gold, asked):
        return NO
    if figure.unit and gold.unit and figure.unit != gold.unit and gold.unit not in figure.other_units:
        return of_units(figure, gold, asked)
    if gold.high is not None:
        return _of_range(with_margin(said.plain, figure), gold)
    if figure.high is not None:
        return 0.6 if figure.value <= gold.value <= figure.high else NO
    figure = _counted_out(figure, asked)
    gold = in_asked_scale(figure, gold, asked)
    best = NO if is_a_share(figure, gold, asked) else nearness(figure.value, gold.value, figure.step, gold.step)
    about = (gold.approximate and rounds_to(figure.value, gold.value)) or (
        figure.approximate and said_round(figure.value, gold.value)
    )
    if about:
        best = max(best, ROUNDED)
    if best < BY_VALUE and figure.value and gold.value:
        times = figure.unit in _OF_TIME and gold.unit in _OF_TIME  # "5 million years" are never 5
        best = max(
            best, _of_sign(figure, gold, asked, said), 0 if times else ROUNDED * scaled(figure, gold, asked, said)
        )
    if figure.ordinal != gold.ordinal and best == EQUAL and (figure.unit or gold.unit):
        best = 0.6
    return best


def _is_a_count(gold: Quantity, asked: Asked) -> bool:
    """Return whether an accepted figure counts what the question does: 12 is no share."""
    whole = gold.value.denominator == 1 and gold.value > 1 and not gold.unit
    return whole and bool(asked.counted) and _SHARE_ASKED.search(asked.text) is None


def _counted_out(figure: Quantity, asked: Asked) -> Quantity:
    """Return how many there are in so many pairs, where the question asks for no pairs."""
    if figure.noun not in _PAIRS or asked.asks_pairs:
        return figure
    return figure._replace(value=2 * figure.value, noun="")


def _conflicts(figure: Quantity, gold: Quantity) -> bool:
    """Return whether a figure is none of the accepted kind: the other bound, a day of the month, "six terms" for six years."""
    return (
        {figure.bound, gold.bound} in _OPPOSITE_BOUNDS
        or (figure.dated and figure.value != gold.value)
        or (gold.unit in _OF_TIME and bool(figure.noun) and not figure.unit)
        or (is_percent(gold) and _is_a_part(figure) and figure.value * _HUNDRED != gold.value)
    )


def _is_a_part(figure: Quantity) -> bool:
    """Return whether a figure is a part told in words: "half" is 50 %, and no half a percent."""
    return not figure.unit and figure.step is None and figure.value.denominator > 1


def _turns(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether an answer says that something rose where the accepted text says that it fell, or the other way round."""
    told = told_at(said.plain, figure.start, figure.end)
    if told.senses:
        wanted = _way_to(gold, asked)
        if goes_against(told, wanted):
            return True
        if goes_along(told, wanted):
            return False
    falls, rises = asked.falls, asked.rises
    if not (falls or rises) and asked.is_positive:
        falls, rises = asked.asks_fall, asked.asks_rise or asked.asks_change
    against, along = (UP, DOWN) if falls else (DOWN, UP)
    return falls != rises and bool(against.search(said.plain)) and not along.search(said.plain)


def _way_to(gold: Quantity, asked: Asked) -> Told:
    """Return which way an accepted figure goes: as the text that it is read from tells, else as the question does."""
    text = next((asked.wanted[place].text for place, figure in asked.figures if figure is gold), "")
    return wanted_way(asked.text, text, gold if text else gold._replace(end=0))


def _of_sign(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> float:
    """Compare two figures of unlike signs: a fall of 5 is -5, and the size of a fall may go without its sign."""
    if (figure.value < 0) == (gold.value < 0):
        return NO
    # "minus" within the figure is its sign, and tells of no fall
    told = f"{said.plain[: figure.start]} {said.plain[figure.end :]}" if figure.value < 0 else said.plain
    less = asked.asks_change and ("amount", "-") in told_at(said.plain, figure.start, figure.end).senses
    down = less or DOWN.search(told) is not None or is_expense(asked, said)
    sums = not (is_percent(gold) and is_percent(figure))  # "income was down 8.3 %" is no income
    profit = gold.value < 0 and sums and _PROFIT.search(said.plain) and not _LOSS.search(said.plain)
    if profit or (not down and UP.search(said.plain)):
        return NO
    in_brackets = NEGATIVE.fullmatch(said.plain.strip()) is not None
    wanted = _EITHER.sub("", asked.text)
    if _GAIN.search(wanted) and not DOWN.search(wanted) and not (gold.value < 0 and (in_brackets or down)):
        return NO
    bracketed = in_brackets or gold.text.startswith("(")
    if not (asked.falls or bracketed or down or DOWN.search(asked.text)):
        return NO
    turned = figure._replace(value=-figure.value)
    if figure.approximate and said_round(turned.value, gold.value):
        return ROUNDED
    near = nearness(turned.value, gold.value, figure.step, gold.step)
    return ROUNDED * max(near, scaled(turned, gold, asked, said))


def _within_range(figure: Quantity, gold: Quantity) -> float:
    """Return how near a figure is to a range that it lies in: one so narrow that it tells one figure is it, "75 to 76 years" 76 years."""
    high = gold.high or gold.value
    if not gold.value <= figure.value <= high:
        return NO
    narrow = gold.unit and figure.unit and high - gold.value <= NARROW * high
    return ROUNDED if narrow else 0.6


def _of_range(figure: Quantity, gold: Quantity) -> float:
    if figure.high is None:
        return _within_range(figure, gold)
    same = (figure.value == gold.value) + (figure.high == gold.high)
    overlap = figure.value <= (gold.high or 0) and gold.value <= figure.high
    return (0.2 if overlap else 0.0, ONE_END, 1.0)[same]
