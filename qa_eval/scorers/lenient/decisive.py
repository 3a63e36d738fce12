"""What decides by itself where only figures are accepted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Bound, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.ages import is_before_a_birthday
from qa_eval.scorers.lenient.another_thing import are_numbered_names
from qa_eval.scorers.lenient.called_wrong import is_called_wrong
from qa_eval.scorers.lenient.codes import is_another_section
from qa_eval.scorers.lenient.concluding import concludes_with_another_figure, totals_otherwise
from qa_eval.scorers.lenient.contrasted import stands_in_the_other_clause
from qa_eval.scorers.lenient.corrected import is_corrected_by_figure
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.figures_open import is_roughly, leaves_figures_open
from qa_eval.scorers.lenient.first_value import is_valued_otherwise
from qa_eval.scorers.lenient.guessed import is_only_guessed
from qa_eval.scorers.lenient.kindred import is_of_another_kind
from qa_eval.scorers.lenient.lasted import is_told_by_its_ends
from qa_eval.scorers.lenient.leaving import is_told_of_another
from qa_eval.scorers.lenient.listed import lists_one_more
from qa_eval.scorers.lenient.nearness import ROUNDED
from qa_eval.scorers.lenient.nothing import says_none
from qa_eval.scorers.lenient.only_a_piece import is_only_its_number
from qa_eval.scorers.lenient.only_mentioned import is_only_mentioned
from qa_eval.scorers.lenient.range_ends import is_one_end
from qa_eval.scorers.lenient.rivals import by_rivals
from qa_eval.scorers.lenient.scales import own_scale
from qa_eval.scorers.lenient.several import SHORT, Decision, by_every_figure, lists_figures
from qa_eval.scorers.lenient.summed import is_told_by_equal_parts, is_told_by_parts
from qa_eval.scorers.lenient.tallies import is_ranked_from_the_end
from qa_eval.scorers.lenient.timed import is_after_the_limit
from qa_eval.scorers.lenient.to_places import TO_PLACES, is_rounded_otherwise
from qa_eval.scorers.lenient.turned_down import is_only_planned
from qa_eval.scorers.lenient.unstated import is_unstated
from qa_eval.scorers.lenient.values import EQUAL, NEAR, nearest
from qa_eval.scorers.lenient.words import form
from qa_eval.scorers.lenient.worked import is_the_expression, is_worked_out

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.values import Closest

OFF = 0.4  # values.closeness of more than one percent
_BETWEEN = frozenset((":", "to"))  # the sides of a ratio
_OPEN = regex(r"(?<![^\W\d])[a-z]\s+[-+]\s+\d|\d\s+[-+]\s+[a-z](?![^\W\d])")  # "e - 1"
# what counts the parts of anything, one word for another: "Series 6", for Season 6
_COUNTERS = frozenset(
    map(
        form,
        """season series episode chapter book part volume act scene grade year level stage number class type phase step round week
        day no""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_DEPENDS = regex(r"\W*(?:it|that|this) depends\b[^.;]*\bsome\b[^.;]*\b(?:others?|many|most)\b", re.IGNORECASE)
LARGE = 10**12  # whole numbers from which on no words count
FEW = 5  # words of an expression by itself


def by_figure(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Return what the figures of an answer decide; None where they leave it to the words."""
    if not (asked.several_figures or asked.only_figures):
        return None
    none = says_none(asked, said) if asked.is_count and any(not gold.value for _, gold in asked.figures) else None
    if none is not None:
        return none
    if (other := is_told_of_another(asked, said)) is not None:
        return other
    if not said.figures:
        return is_the_expression(asked, said) if asked.only_figures else None
    if _OPEN.search(said.plain) and len(said.words) <= FEW:
        return Decision(0.1, Reason.WRONG_VALUE, "an expression that is not worked out")
    if asked.several_figures:
        return by_every_figure(asked, said)
    beside = is_only_its_number(asked, said)
    if beside is None and are_numbered_names(asked):
        beside = by_rivals(asked, said) or is_another_of_the_number(asked, said) or is_only_mentioned(asked, said)
    if beside is not None:
        return beside
    return _by_what_is_told(asked, said) or _by_closeness(asked, said, figure)


def _by_what_is_told(asked: Asked, said: Said) -> Decision | None:
    """Return what is decided by how an answer tells its figures; None where it tells them plainly."""
    return (
        lists_one_more(asked, said)
        or is_another_section(asked, said)
        or is_unstated(asked, said)
        or is_of_another_kind(asked, said)
        or is_one_end(asked, said)
        or lists_figures(asked, said)
        or is_after_the_limit(asked, said)
        or is_ranked_from_the_end(asked, said)
        or is_told_by_parts(asked, said)
        or is_told_by_equal_parts(asked, said)
        or is_before_a_birthday(asked, said)
        or is_told_by_its_ends(asked, said)
        or is_the_ratio(asked, said)
        or totals_otherwise(asked, said)
        or is_worked_out(asked, said)
        or is_the_expression(asked, said)
        or concludes_with_another_figure(asked, said)
        or is_corrected_by_figure(asked, said)
        or is_only_guessed(asked, said)
        or is_called_wrong(asked, said)
        or stands_in_the_other_clause(asked, said)
        or is_only_planned(asked, said)
        or is_valued_otherwise(asked, said)
    )


def _by_closeness(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Return what is decided by how near the nearest figure comes; None where that leaves it to the words."""
    return (
        leaves_figures_open(asked, said, figure)
        or depends(asked, said)
        or is_rounded_otherwise(asked, said)
        or is_the_figure(figure)
        or is_told_roughly_too(asked, said, figure)
        or is_only_within(asked, said)
        or is_in_another_scale(asked, said, figure)
        or is_nearly_computed(asked, said, figure)
        or is_no_such_figure(asked, said, figure)
    )


def is_another_of_the_number(asked: Asked, said: Said) -> Decision | None:
    """Decide where another name stands before the accepted number, and no accepted word anywhere: "Luna 2", for Ranger 2."""
    if any(form in said.bag and not form.isdigit() for form in asked.words):
        return None
    numbers = {str(gold.value) for _, gold in asked.figures}
    before = [one for one, word in pairwise(said.words) if word.form in numbers and one.end + 1 == word.start]
    if not before or not all(one.capital and one.form not in _COUNTERS and is_strange(one, asked) for one in before):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another name with the accepted number")


def is_the_ratio(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks for a ratio and the answer gives both its sides: "seven to two", for 3.5."""
    if not asked.asks_ratio or len(said.words) > SHORT:
        return None
    for one in said.figures:
        if one.high and not one.unit and said.plain[one.start : one.end].count(" to "):
            return _of_ratio(one, one.high, asked, said)
    for one, other in pairwise(said.figures):
        if said.plain[one.end : other.start].strip() in _BETWEEN and other.value and not (one.unit or other.unit):
            return _of_ratio(one, other.value, asked, said)
    return None


def _of_ratio(one: Quantity, other: Fraction, asked: Asked, said: Said) -> Decision | None:
    ratio = one._replace(value=one.value / other, high=None, step=None)
    near = nearest(ratio, [gold for _, gold in asked.figures if not gold.unit], asked, said)
    return Decision(0.9, Reason.EQUAL_VALUE, "the same ratio") if near >= ROUNDED * ROUNDED else None


def depends(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says that it depends, and the accepted figure is told of some cases: "It depends: some have 6, others 8"."""
    if _DEPENDS.match(said.plain) is None or asked.is_negated:
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "says that it depends")


def is_the_figure(figure: Closest) -> Decision | None:
    """Decide where a figure is the accepted one in its writing, unit, rounding or scale, and no other competes."""
    if figure.near < ROUNDED * ROUNDED or figure.rivals:
        return None
    if figure.near == EQUAL:
        return Decision(0.97, Reason.EQUAL_VALUE, "the same value")
    return Decision(0.9, Reason.ROUNDS_TO_GOLD, "the same value once rounded or scaled")


def is_told_roughly_too(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where all that competes with the accepted figure says in words about what share it is: "23 %, or nearly a quarter"."""
    if figure.near < ROUNDED * ROUNDED:
        return None
    golds = [gold for _, gold in asked.figures]
    right = [each for each in said.figures if nearest(each, golds, asked, said) == figure.near]
    others = [each for each in said.figures if each not in right]
    if not right or not others or not all(any(is_roughly(each, one) for one in right) for each in others):
        return None
    return Decision(0.9, Reason.EQUAL_VALUE, "the same value")


_TO_WHAT = regex(r"\b(?:up\s+)?to\s+(?:what|which|how)\b", re.IGNORECASE)
_FROM = regex(r"\W*from\s", re.IGNORECASE)


def is_only_within(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is a bare range, and one figure is accepted: "six to eight", for 8."""
    if len(said.words) > FEW or not all(each.high is not None for each in said.figures):
        return None
    if any(gold.high is not None or gold.approximate or gold.bound is not Bound.NONE for _, gold in asked.figures):
        return None
    if any(asked.wanted[place].text[:1].isalpha() and gold.start for place, gold in asked.figures):
        return None  # "season 6" is no count
    ends = {each.high for each in said.figures} == {gold.value for _, gold in asked.figures}
    if ends and _TO_WHAT.search(asked.text) and _FROM.match(said.plain):
        return Decision(0.85, Reason.EQUAL_VALUE, "the figure up to which it goes")
    return Decision(0.25, Reason.LESS_PRECISE, "a range for one figure")


def is_in_another_scale(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where a figure has the accepted digits and another scale by name: "68.2 thousand", for 68.2 million."""
    if figure.near >= NEAR:
        return None
    for one in said.figures:
        mine = own_scale(one)
        for _, gold in asked.figures:
            theirs = own_scale(gold)
            if mine and theirs and mine != theirs and one.value * theirs == gold.value * mine:
                return Decision(0.05, Reason.SCALE_ERROR, "the accepted digits at another scale")
    return None


def is_nearly_computed(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where both figures are written with decimals, as what is worked out is, and lie within half a percent."""
    decimals = any(gold.step is not None and gold.step < 1 for _, gold in asked.figures)
    worked_out = any(each.step is not None and each.step < 1 for each in said.figures)
    reported = any(gold.unit.isupper() for _, gold in asked.figures)  # $6.13 a share is told, not worked out
    if figure.near < NEAR or figure.rivals or reported or TO_PLACES.search(asked.text) or not (decimals and worked_out):
        return None
    return Decision(0.7, Reason.ROUNDS_TO_GOLD, "within half a percent of what is worked out")


def is_no_such_figure(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where a short answer gives figures and none is near an accepted one, a long one if that is a decimal or fraction."""
    if figure.near > OFF or all(each.dated for each in said.figures):
        return None
    if len(said.words) > SHORT and any(_is_whole(gold) for _, gold in asked.figures) and not _in_its_money(asked, said):
        return None
    return Decision(0.04, Reason.WRONG_VALUE, "another value")


def _in_its_money(asked: Asked, said: Said) -> bool:
    """Return whether only amounts of money are accepted, and an answer gives another one of that money."""
    units = {gold.unit for _, gold in asked.figures}
    money = all(unit.isupper() and len(unit) == len("USD") for unit in units)
    return money and any(each.unit in units and not each.negated for each in said.figures)


def _is_whole(gold: Quantity) -> bool:
    """Return whether an accepted figure is a whole number, or one of several steps, that words may stand for."""
    return (gold.value.denominator == 1 and abs(gold.value) < LARGE) or gold.ordinal or gold.high is not None
