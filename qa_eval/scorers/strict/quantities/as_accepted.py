"""A figure of an answer as the accepted one counts: in pairs or single, so much a period or not, with its bound."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.quantities.periodical import SAID
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.reading.units import canonical, convert
from qa_eval.reading.units.expressions import CODES

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.asked import Asked
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_MILLIONS = regex(r"\d[mM]\Z")
_MANY = 10**5  # things that are counted in millions
_DEGREES = {"degree_Celsius": Fraction(1), "kelvin": Fraction(1), "degree_Fahrenheit": Fraction(5, 9)}
_MARGIN = regex(r"\b(?:margin|spread|premium|gap|above|over)\b", re.IGNORECASE)
_PAIR = frozenset(("pair", "pairs"))
_RATE = regex(r"\b(?:interest|yield|coupon|inflation|growth|return)\b", re.IGNORECASE)
# what is paid by the year, the month or the week, so that nobody needs to say so
_REGULAR = regex(
    r"\b(?:rents?|salar(?:y|ies)|wages?|fees?|subscriptions?|memberships?|pensions?|allowances?|stipends?|dues|premiums?|instal?ments?|earns?|earned|earning)\b",
    re.IGNORECASE,
)
_SALARY = regex(
    r"\b(?:salar(?:y|ies)|earn(?:s|ed)?|paid)\b(?!.*\b(?:month|week|day|hour)\b)", re.IGNORECASE
)  # a year's, where no period is named
_REGULARLY = frozenset(("year", "month", "week"))
_EXCHANGE = regex(r"\b(?:exchange|rate of)\b", re.IGNORECASE)
_SAYS_OF_WHAT = regex(
    r"\b(?:to (?:the|an?|one)|against|hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|a (?:night|fortnight|quarter)|per|each|every)\b",
    re.IGNORECASE,
)
_OF_ALL_TIME = regex(
    r"\bone-off\b|\bonce\b|\b(?:over|for|in|across)\s+(?:\d+|an?|one|two|three|four|five|six|ten|several)\s+(?:year|month|week|day)s?\b",
    re.IGNORECASE,
)
_NEARLY = regex(r"\b(?:nearly|almost|close to|approaching|not quite|nearing|getting on for)\b", re.IGNORECASE)
_JUST_UNDER = regex(
    r"\b(?:(?:just|slightly|a little|a bit|a shade|a fraction) (?:under|below|short of|shy of|less than|fewer than)|not quite|shy of)\s+(?:an?\s+)?\Z",
    re.IGNORECASE,
)
_SAYS_JUST_UNDER = regex(_JUST_UNDER.pattern.removesuffix(r"\s+(?:an?\s+)?\Z"), re.IGNORECASE)
_PLUS = regex(r"\s*(?:\+|-?\s?plus\b)(?!\s*\d)", re.IGNORECASE)  # "300+"
_SAYS_PLUS = regex(r"\d(?:\s?[a-z]+)?\s?(?:\+|-?plus\b)(?!\s*\d)", re.IGNORECASE)
_AFTER_HOW_MANY = regex(r"\bafter\s+how\s+many\b", re.IGNORECASE)
_A_UNIT = regex(r"\b(?:an?|per|each|every|one)\s+(?P<what>[a-z]{3,})\b", re.IGNORECASE)


def _as_cardinal(figure: Quantity, gold: Quantity, question: str) -> Quantity:
    """Return "after the third" as after three, where it is asked after how many."""
    so_many = figure.ordinal and not gold.ordinal and _AFTER_HOW_MANY.search(question) is not None
    return figure._replace(ordinal=False) if so_many else figure


def as_counted(figure: Quantity, accepted: AcceptedFigure, asked: Asked, text: str) -> Quantity:
    """Return a figure as the accepted one counts: "23 pairs" as 46, "£1,250 a year" as £1,250 where the year's is asked for."""
    gold, question = accepted.figure, asked.question
    figure = _in_pairs(_as_cardinal(figure, gold, question), gold, asked.told)
    if figure.bound is not gold.bound:
        figure = _as_bounded(figure, accepted, text)
    if accepted.is_share and figure.unit and "out of" in figure.text:
        return figure._replace(unit="")  # "two out of three euros"
    if figure.unit == "metre" and not gold.unit and abs(gold.value) >= _MANY and _MILLIONS.search(figure.text):
        return figure._replace(value=figure.value * 10**6, unit="", alternatives=())  # "2.1m visitors"
    if figure.unit == "percentage_point" and gold.unit == "percent" and _MARGIN.search(question):
        return figure._replace(unit=gold.unit)  # a margin over another rate
    if figure.unit == gold.unit or "/" not in figure.unit + gold.unit:
        return figure
    if not gold.unit and figure.unit.startswith("1 / ") and _is_left_to(question, figure):
        return figure._replace(unit="")  # "12 per day", where the accepted answer leaves the period to the question
    if figure.unit.endswith(" / pound") and _EXCHANGE.search(question):
        figure = figure._replace(unit=f"{figure.unit.removesuffix('pound')}GBP")
    if _is_of_what_is_asked(figure.unit, accepted, question):
        return figure._replace(unit=figure.unit.partition(" / ")[0] if gold.unit else "")
    said = _SAYS_OF_WHAT.search(text, figure.end) or _OF_ALL_TIME.search(text)
    unsaid = not said and _goes_without_saying(figure.unit, gold.unit, question)
    if unsaid or _is_periodical(figure.unit, gold.unit, question):
        return figure._replace(unit=gold.unit)
    return figure._replace(unit=_as_much_a_unit(figure, gold.unit, question))


def _is_left_to(question: str, figure: Quantity) -> bool:
    """Return whether an accepted number leaves the period of "12 per day" to the question: it asks for no rate, or for a daily number."""
    period = SAID.get(figure.unit.removeprefix("1 / "))
    return (not figure.noun and not _asks_rate(question)) or (
        period is not None and period.search(question) is not None
    )


def _as_much_a_unit(figure: Quantity, gold: str, question: str) -> str:
    """Return a unit with so much a unit, or without, as the accepted one has it: that of "800 mm a year" as mm, where 0.8 m is accepted."""
    (over, _, under), (wanted, _, of_each) = figure.unit.partition(" / "), gold.partition(" / ")
    if over == "1" and under == of_each and not figure.noun:
        return gold  # "34 per dollar", where liras are accepted
    known = wanted and _asks_per(question, under or of_each) and convert(Fraction(1), over, wanted) is not None
    told = f"{over} / {of_each}" if of_each else over
    return told if known and bool(under) != bool(of_each) else figure.unit


def _in_pairs(figure: Quantity, gold: Quantity, told: str) -> Quantity:
    """Return what is counted in pairs as single things, or the other way round, as the accepted figure has it."""
    if figure.noun in _PAIR and not gold.unit and not _PAIR.intersection(words(told)):
        return figure._replace(value=2 * figure.value, noun="", alternatives=())
    if gold.noun in _PAIR and figure.noun and figure.noun not in _PAIR:
        return figure._replace(value=figure.value / 2, noun=gold.noun, alternatives=())
    return figure


def _is_periodical(unit: str, gold: str, question: str) -> bool:
    """Return whether two units differ in a period that the question asks about, or that a salary goes by: "£1,250 a year" and £1,250."""
    if gold in CODES and unit in (f"{gold} / year", "1 / year") and _SALARY.search(question):
        return True
    return any(
        unit == f"{gold} / {period}" or gold == f"{unit} / {period}"
        for period, asked in SAID.items()
        if asked.search(question) or (period == "year" and "percent" in (unit, gold) and _RATE.search(question))
    )


def _is_of_what_is_asked(unit: str, accepted: AcceptedFigure, question: str) -> bool:
    """Return whether a unit says of what it is so much where the question does: "€2.80 per kilo", "$1.10 per euro" for the rate of the euro."""
    over, _, under = unit.partition(" / ")
    gold = accepted.figure.unit
    same = over == gold or (gold and "/" not in gold and convert(Fraction(1), over, gold) is not None)
    if not under or not (same or (not gold and over in (*accepted.asked, "1"))):
        return False
    asked = under in CODES and {under, *_ALSO.get(under, ())} & accepted.asked and _EXCHANGE.search(question)
    a_period = bool(gold) and under in SAID and SAID[under].search(question) is not None
    return bool(asked) or a_period or _asks_per(question, under)


_ALSO = {"GBP": ("pound",)}


def _goes_without_saying(unit: str, gold: str, question: str) -> bool:
    """Return whether an answer may leave out what the accepted figure is taken by: the month of a rent, the euro of an exchange rate."""
    over, _, under = gold.partition(" / ")
    if unit != over or over not in CODES:
        return False
    return bool((_REGULAR if under in _REGULARLY else _EXCHANGE).search(question)) and under in _REGULARLY | CODES


def _as_bounded(figure: Quantity, accepted: AcceptedFigure, text: str) -> Quantity:
    """Return a figure with the accepted bound where its own says the same: "just under 9,000" as nearly so many, "300+" as more than 300."""
    gold, before = accepted.figure, text[max(0, figure.start - _REACH) : figure.start]
    if gold.bound is Bound.NONE:
        same = figure.bound is Bound.LESS_THAN and _NEARLY.search(accepted.shown) and _JUST_UNDER.search(before)
    elif gold.bound is Bound.LESS_THAN:
        same = figure.bound is Bound.NONE and _SAYS_JUST_UNDER.search(accepted.shown) and _NEARLY.search(before)
    elif gold.bound is Bound.MORE_THAN:
        same = figure.bound is Bound.AT_LEAST and _PLUS.match(text, figure.end)
    else:
        same = figure.bound is Bound.MORE_THAN and gold.bound is Bound.AT_LEAST and _SAYS_PLUS.search(accepted.shown)
    return figure._replace(bound=gold.bound) if same else figure


_REACH = 30  # characters before a figure in which its bound stands


@lru_cache(maxsize=512)
def _asks_per(question: str, unit: str) -> bool:
    """Return whether a question asks for so much a unit: "What does a kilo cost?", "hours a week"."""
    return any(canonical(found["what"].lower()) == unit for found in _A_UNIT.finditer(question))


@lru_cache(maxsize=512)
def _asks_rate(question: str) -> bool:
    """Return whether a question asks for so much of some unit."""
    return any(canonical(found["what"].lower()) for found in _A_UNIT.finditer(question))


def as_difference(figure: Quantity, unit: str) -> Quantity:
    """Return a difference of temperatures in another scale: 2.7 °F more are 1.5 °C more."""
    if figure.unit == unit or figure.unit not in _DEGREES or unit not in _DEGREES:
        return figure
    return figure._replace(value=figure.value * _DEGREES[figure.unit] / _DEGREES[unit], unit=unit, alternatives=())
