"""The figures that a question accepts, out of its answer, its further accepted texts and the units that it names itself."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Bound, Tolerance, UnitPolicy
from qa_eval.reading.quantities import Quantity, read_quantity
from qa_eval.reading.quantities.amounts import amounts_in
from qa_eval.reading.quantities.bare import bare_amount, from_sea_level
from qa_eval.reading.quantities.below_zero import unbracketed
from qa_eval.reading.quantities.prefixes import SYMBOLS
from qa_eval.reading.quantities.twofold import twofold
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.reading.units import canonical
from qa_eval.reading.units.asked import (
    asks_for_account,
    asks_for_angle,
    asks_for_elevation,
    asks_for_length,
    asks_for_money,
    asks_for_weight,
)
from qa_eval.reading.units.expressions import CODES
from qa_eval.scorers.strict.quantities.accounts import as_temperature, in_moles
from qa_eval.scorers.strict.quantities.per_asked import bases_in, without_base
from qa_eval.scorers.strict.quantities.readings import AcceptedFigure, accepted_figure
from qa_eval.scorers.strict.quantities.wholes import as_whole, whole_of
from qa_eval.scorers.strict.unanswerable import is_none

if TYPE_CHECKING:
    from qa_eval.model import QuantityAnswer, Question

_NO_UNITS = frozenset("a am an as at do has in is it its many much of on or so the to us was what which".split())  # noqa: SIM905 - a word list reads best as one text
# words of a question that ask for a unit without being its name
_MEANT = {
    "percentage": "percent",
    "old": "year",
    "age": "year",
    "ages": "year",
    "aged": "year",
    "pounds": "GBP",
    "pound": "GBP",
}
# the second words of units that are written in two
_OF_TWO_WORDS = frozenset(
    """point points year years mile miles kilometre kilometres kilometer kilometers metre metres meter meters foot feet inch
    inches""".split()  # noqa: SIM905 - a word list reads best as one text
)
_COIN_NAMED = regex(r"(?<=in )[$€£¥]|(?<=\()[$€£¥](?=\)| ?(?:m|bn|k|in)\b)")  # "in $ millions"
_EXCHANGE = regex(r"\b(?:exchange|rate of)\b", re.IGNORECASE)
_MILLIONS = regex(r"\d[mM]\Z")  # "8.9m" inhabitants
_COUNTS = regex(r"\bhow many (?!met(?:re|er)s\b)", re.IGNORECASE)
_HOT = regex(
    r"\b(?:hot|cold|oven|(?:melting|boiling|freezing|transition|Curie|flash|dew) point|temperatures?|warm)\b",
    re.IGNORECASE,
)
_CAPITAL_C = regex(r"\d\s*C\W*\Z")  # degrees, or coulombs: the answer says which
_CONCENTRATION = regex(
    r"\b(?:concentrat|molar|buffer|solution|titrat|(?:dissociation|inhibition|Michaelis|binding) constant|affinity|K[_-]?[mdi]\b|[IE]C50)",
    re.IGNORECASE,
)
_PER = regex(  # "How many cars pass per day?"
    r"\b(?:per|an?|each|every)\s+(?P<period>second|minute|hour|day|night|week|month|year|square kilomet(?:re|er)|square mile|hectare)\b",
    re.IGNORECASE,
)
_SO_MANY_A = regex(r"\bhow many [a-z]+ (?:a|an|per|each|every) (?P<period>[a-z]+)\b", re.IGNORECASE)
_IN_SCALE = regex(
    r"\b(?i:how many|in) (?:(?P<coin>[$€£¥]|[A-Z]{3}\b) ?|[a-z]+ of )?(?P<scale>(?i:thousand|million|billion|trillion|lakh|crore)s?|(?<=[$€£¥])(?:mn?|bn|k))\b"
)
_BARE = regex(r"[\d.,()−-]+")
_ALREADY = 100  # times the scale: what is accepted is told in full
_SHORT = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand"}  # "in €m"
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7}


def accepted_figures(question: Question, answer: QuantityAnswer) -> tuple[AcceptedFigure, ...]:
    """Return the accepted figures of a question, the answer's own first; none when that is no quantity."""
    asked = _asked_units(question.text)
    main = _main_figure(answer, question.text)
    if main is None:
        return ()
    if not main.unit and not main.noun and asks_for_account(question.text):
        asked = asked if not CODES.isdisjoint(asked) else asked | CODES  # an account goes without its currency
    told = whole_of(answer.text, question.text)
    main = main if told is None else as_whole(main, told)
    figures = [(_in_pounds(main, question.text), answer.text)]
    others = [*twofold(answer.text)[1:], *(text for text in question.accepted if text != answer.text)]
    figures += [
        (_in_pounds(read, question.text), text)
        for other in others
        for text in twofold(without_base(other, bases_in(question.text)))
        if (read := read_quantity(bare_amount(unbracketed(text))))
    ]
    own = len(figures)
    figures += _in_asked_scale(question.text, main)
    figures = _in_one_currency(figures)
    found: list[AcceptedFigure] = []
    for position, (figure, shown) in enumerate(figures):
        tolerance = answer.tolerance if position == 0 else Tolerance(exact=answer.tolerance.exact)
        required = answer.unit_policy is UnitPolicy.REQUIRED
        each = accepted_figure(figure, shown, tolerance, asked, unit_required=required)
        if position >= own and main.value:  # on the scale that is asked for, as far off as the figure itself may be
            margin = found[0].margin * abs(figure.value / main.value)
            each = each._replace(margin=margin, is_loose=found[0].is_loose)
        found.append(each)
    return tuple(found)


def _in_pounds(figure: Quantity, asked: str) -> Quantity:
    """Take pounds for money or for a weight where the question tells which, and where other money is given for one."""
    over, _, under = figure.unit.partition(" / ")
    if under == "pound" and over in CODES and _EXCHANGE.search(asked):
        return figure._replace(unit=f"{over} / GBP")
    if figure.unit != "pound" or "GBP" not in figure.other_units:
        return figure
    if asks_for_money(asked):
        return figure._replace(unit="GBP", other_units=())
    return figure._replace(other_units=()) if asks_for_weight(asked) else figure


def _in_one_currency(figures: list[tuple[Quantity, str]]) -> list[tuple[Quantity, str]]:
    """Take a bare number for money where the same number is accepted as such: the 0.35 beside "$0.35" is no share."""
    money = {figure.value: figure.unit for figure, _ in figures if figure.unit in CODES}
    return [
        (figure._replace(unit=money[figure.value]) if not figure.unit and figure.value in money else figure, shown)
        for figure, shown in figures
    ]


def _main_figure(answer: QuantityAnswer, asked: str) -> Quantity | None:
    written = without_base(bare_amount(unbracketed(twofold(answer.text)[0])), bases_in(asked))
    written = from_sea_level(written) if asks_for_elevation(asked) else written
    written = as_temperature(written) if _HOT.search(asked) else written
    figure = read_quantity(in_moles(written) if _CONCENTRATION.search(asked) else written)
    if figure is None:
        several = amounts_in(answer.text)
        figure = several[0] if len(several) == 1 else None
    if figure is None and (answer.value is not None or is_none(answer.text)):
        figure = Quantity(
            Fraction(answer.value or 0), None, "", "", None, Bound.NONE,
            approximate=False, ordinal=False, negated=False, parenthesised=False, start=0, end=0, text=answer.text,
        )  # fmt: skip
    if figure is None:
        return None
    if figure.unit == "metre" and _MILLIONS.search(figure.text) and _COUNTS.search(asked):
        figure = figure._replace(
            value=figure.value * 10**6, unit="", other_units=(), step=figure.step and figure.step * 10**6
        )
    if figure.unit == "degree_Celsius" and _CAPITAL_C.search(answer.text):
        figure = figure._replace(other_units=(*figure.other_units, "coulomb"))
    if answer.value is not None:
        exponent = answer.value.as_tuple().exponent
        step = Fraction(10) ** exponent if isinstance(exponent, int) else None
        figure = figure._replace(value=Fraction(answer.value), high=None, step=step, alternatives=())
    if answer.unit:
        unit = canonical(answer.unit)
        figure = figure._replace(unit=unit or "", noun=figure.noun if unit else answer.unit, other_units=())
    if (figure.unit == "metre" and asks_for_length(asked)) or (figure.unit == "degree" and asks_for_angle(asked)):
        figure = figure._replace(other_units=())  # "300 m" are no minutes there
    return figure._replace(bound=answer.bound) if answer.bound is not None else figure


def _asked_units(question: str) -> frozenset[str]:
    """Return the units that a question names: "what percentage", "how many kilometres"."""
    every = words(question)
    pairs = (f"{one} {other}" for one, other in pairwise(every) if other in _OF_TWO_WORDS)
    found = {unit for pair in pairs if (unit := canonical(pair))}
    found |= {unit for word in every if word not in _NO_UNITS and len(word) > 1 and (unit := canonical(word))}
    found |= {unit for word, unit in _MEANT.items() if word in every}
    if a_period := _SO_MANY_A.search(question):
        found.discard(canonical(a_period["period"].lower()) or "")  # "How many days a week": no weeks
    if coins := _COIN_NAMED.findall(question):
        found |= {SYMBOLS[coin] for coin in coins}
    if "calorie" in found:
        found.add("kilocalorie")  # as food is said to have
    found |= {unit for rate in _PER.finditer(question) if (unit := canonical(f"per {rate['period'].lower()}"))}
    return frozenset(found)


def _in_asked_scale(question: str, main: Quantity) -> list[tuple[Quantity, str]]:
    """Return the accepted figure as a bare number of the millions that the question asks for."""
    scale = _IN_SCALE.search(question)
    if scale is None or main.high is not None:
        return []
    name = scale["scale"].lower()
    size = _SCALES[_SHORT.get(name, name.rstrip("s"))]
    if (
        not main.unit
        and not main.noun
        and _BARE.fullmatch(main.text)
        and (abs(main.value) < _ALREADY * size or asks_for_account(question))
    ):
        money = next((unit for unit in _asked_units(question) if unit in CODES), "")
        step = None if main.step is None else main.step * size
        return [(main._replace(value=main.value * size, unit=money, step=step, alternatives=()), main.text)]
    step = None if main.step is None else main.step / size
    return [(main._replace(value=main.value / size, unit="", noun="", step=step, alternatives=()), main.text)]
