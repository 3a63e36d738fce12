"""Which of the figures of an answer is the one asked for: "The atomic number is 12. It has 6 electrons."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.attributed import is_in_another_unit
from qa_eval.scorers.lenient.corrected import THOUGHT
from qa_eval.scorers.lenient.dated import CLAUSE
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.values import BY_VALUE, MAY_BE, nearest

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 2  # words of the question that the clause of the other figure repeats


def is_figured_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Return what decides that an answer gives another figure; None where nothing does."""
    return is_measured_otherwise(asked, said) or gives_another_figure(asked, said)


def is_measured_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that a short answer gives are the accepted digits in another unit: "42 days", for 42 weeks, where dates are accepted too."""
    if asked.only_figures or not asked.figures or len(said.figures) != 1 or said.dates or len(said.words) > SHORT:
        return None
    (one,) = said.figures
    golds = [gold for _, gold in asked.figures]
    if " / " in one.unit and not any(" / " in gold.unit for gold in golds):
        return None  # "2.5 Gbit/s", for 2.5 Gbit
    if not any(is_in_another_unit(one, gold) for gold in golds) or nearest(one, golds, asked, said) > MAY_BE:
        return None
    return Decision(0.1, Reason.WRONG_UNIT, "the accepted digits in another unit")


def gives_another_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where a clause that repeats the question gives another figure, and an accepted one stands where nothing is repeated."""
    if not asked.only_figures or len(said.figures) < 2 or asked.is_negated:  # noqa: PLR2004 - one and another
        return None
    golds = [gold for _, gold in asked.figures]
    if any(gold.ordinal or gold.value.denominator > 1 for gold in golds):
        return None
    given = {each.value for each in asked.given}
    marks = [0, *(mark.end() for mark in CLAUSE.finditer(said.plain)), len(said.plain) + 1]
    best, right = 0, False
    for low, high in pairwise(marks):
        figures = [
            each for each in said.figures if low <= each.start < high and not each.dated and each.value not in given
        ]
        if not figures or (THOUGHT.search(said.plain, low, high) and high <= len(said.plain)):
            continue  # what is only thought, before something else is said
        near = max(nearest(each, golds, asked, said) for each in figures)
        echoes = {word.form for word in said.between(low, high) if is_echo(word, asked)}
        if near >= BY_VALUE:
            right = True
            if echoes or not low:
                return None  # said of what is asked, or first of all
        elif near <= MAY_BE and any(each.unit in {gold.unit for gold in golds} or not each.unit for each in figures):
            best = max(best, len(echoes))
    if not right or best < LEAST:
        return None
    return Decision(0.2, Reason.WRONG_VALUE, "another figure is given for what is asked")
