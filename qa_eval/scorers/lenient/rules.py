"""Kinds of answers that rules decide alone: refusals where nothing is accepted, yes and no, letters of choices, expressions."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason, Unanswerable, Verdict, YesNoAnswer
from qa_eval.reading.dates import read_date, read_dates
from qa_eval.reading.dates.due import due_accepted
from qa_eval.reading.documents import asks_whether_told
from qa_eval.reading.frequencies import read_frequency
from qa_eval.reading.names.known import formulas_of
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.quantities.twofold import twofold
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.reading.votes import vote_accepted
from qa_eval.scorers._formal.expressions import is_expression
from qa_eval.scorers._formal.factors import FACTORS_ASKED, PRIMES_ASKED, has_fewer_factors, same_primes
from qa_eval.scorers._formal.formulas import INTERVAL_ASKED, read_formula, same_formula
from qa_eval.scorers._formal.in_order import ORDER_ASKED
from qa_eval.scorers._formal.sameness import is_set_equal, is_within_more, same_expression, same_result
from qa_eval.scorers._polarity.limited import limits_in
from qa_eval.scorers._words.named_by_code import named_by_code
from qa_eval.scorers.lenient.choices import options_of
from qa_eval.scorers.lenient.choosing import accepted_letters, chooses
from qa_eval.scorers.lenient.codes import same_by_code
from qa_eval.scorers.lenient.comparisons import notation_asked
from qa_eval.scorers.lenient.designated import designation_asked
from qa_eval.scorers.lenient.elements import is_molecule, of_compounds, same_substance
from qa_eval.scorers.lenient.growth import of_the_case, same_growth
from qa_eval.scorers.lenient.measures import same_measure
from qa_eval.scorers.lenient.multiples import multiple_asked
from qa_eval.scorers.lenient.notations import (
    same_configuration,
    same_molecule,
    same_ratio,
)
from qa_eval.scorers.lenient.often import tells_how_often
from qa_eval.scorers.lenient.polar import Polar, goes_that_way, on_condition, way_asked
from qa_eval.scorers.lenient.ranked_dates import same_due
from qa_eval.scorers.lenient.sequence import arranged, same_arrangement
from qa_eval.scorers.lenient.spoken import in_words, is_said_whole
from qa_eval.scorers.lenient.tallies import same_vote
from qa_eval.scorers.lenient.unanswerable import declined, tells_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qa_eval.model import Question
    from qa_eval.scorers.lenient.comparisons import Comparison

Decided: TypeAlias = "tuple[Verdict, float, Reason, str, str]"
SHOWN = 200
_YES = frozenset(("yes", "true"))
_NO = frozenset(("no", "false"))
_RATIO_ASKED = regex(r"\b(?:ratio|proportion|odds|scale)\b", re.IGNORECASE)
_TIMES = regex(r"\d+\.\d+\s?x")  # "6.0x", a multiple; an unknown has no such factor
_POLAR = regex(rf"(?:{AN_AUXILIARY})\b", re.IGNORECASE)
_FIRST_WORD = regex(r"[,.;:\s]")
_CONCLUDES = regex(
    r"[\s\S]*(?:\b(?:hence|thus|therefore|so|gives?|giving)\b|⇒|→|(?<![-=<])[-=]>)[\s,:]*", re.IGNORECASE
)
_JOINING = regex(r"(?:[\s,;&]|\b(?:and|or|the|in)\b)*")
_TWO_SIGNS = regex(r"\$?(?:[a-z]\s*=\s*)?(?:±|\\pm\b)")
_FRACTION_OF = regex(r"\\[dtc]?frac\s*(?:\{[^{}]*\}\s*\{[^{}]*\}|\d\s*\d)[a-z]{1,3}(?![a-z/])")  # "½ m v²"


def rule_for(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule that applies to a question, or None; a rule returns None for an answer that it cannot read."""
    if isinstance(question.answer, Unanswerable):
        decide = tells_nothing if asks_whether_told(question.text) else declined
        return lambda text: decide(text, question.text)
    yes = _accepted_polarity(question)
    if yes is not None:
        return Polar(question, yes=yes).judge
    told = _told_rule(question)
    if told is not None:
        return told
    options = options_of(question.text)
    if options and ORDER_ASKED.search(question.text) and all(arranged(text, options) for text in question.accepted):
        return lambda text: _arranges(question, text, options)
    letters = accepted_letters(question)
    if letters:
        return lambda text: chooses(question, text, letters)
    often = tells_how_often(question)  # "three times a week" is no multiple
    return (None if often else multiple_asked(question)) or _formal_rule(question) or designation_asked(question)


def _told_rule(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule for results of votes, conditions or deadlines that are accepted, or None."""
    accepted = question.accepted
    votes = [vote for text in accepted if (vote := vote_accepted(text, question.text))]
    if votes and len(votes) == len(accepted):
        return lambda text: same_vote(question, text, votes)
    limits = limits_in(question)
    if limits:
        return lambda text: on_condition(question, text, limits)
    up = way_asked(question)
    if up is not None:
        return lambda text: goes_that_way(question, text, up=up)
    dues = [due for text in accepted if (due := due_accepted(text))]
    if dues and len(dues) == len(accepted):
        return lambda text: same_due(question, text, dues)
    by_code = named_by_code(question) if len(accepted) == 1 else None
    return (lambda text: same_by_code(question, text, by_code)) if by_code else None


def _arranges(question: Question, text: str, options: Mapping[str, str]) -> Decided | None:
    """Decide where the choices of a question are to be put in order, and the answer puts all of them; else its words decide."""
    judged = [same_arrangement(question.text, text, each, options) for each in question.accepted]
    if True in judged:
        return Verdict.CORRECT, 1.0, Reason.EQUAL_VALUE, f"the same order as {question.accepted[0]}", text[:SHOWN]
    if False in judged:
        return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"another order than {question.accepted[0]}", text[:SHOWN]
    return None


def _formal_rule(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule for what is written as a notation, a substance, mathematics or chemistry; None for anything else."""
    if notation := notation_asked(question):
        return lambda text: is_same_expression(text, question.accepted, notation)
    if question.accepted and all(same_measure(text, text) for text in question.accepted):
        return lambda text: is_same_expression(text, question.accepted, same_measure)
    formulas = tuple(chain.from_iterable(map(formulas_of, question.accepted)))
    if formulas or of_compounds(question):
        return lambda text: _as_substance(question, text, formulas)
    ratio = _RATIO_ASKED.search(question.text) is not None
    expressions = tuple(text for text in question.accepted if _is_formal(text, ratio=ratio) and not _is_plain(text))
    if expressions:
        only = len(expressions) == len(question.accepted)
        compare = _comparison_asked(question, expressions)
        return lambda text: is_same_expression(text, expressions, compare, only=only)
    return None


def _comparison_asked(question: Question, expressions: tuple[str, ...]) -> Comparison | None:
    """Return how a question wants its expressions compared: as an interval, in factors, for one case; None where it says nothing."""
    if PRIMES_ASKED.search(question.text) and all(same_primes(text, text) for text in expressions):
        return same_primes
    if FACTORS_ASKED.search(question.text):
        return _as_factored
    if all(same_growth(text, text) for text in expressions):
        return of_the_case(question.text)
    interval = INTERVAL_ASKED.search(question.text) and read_formula(expressions[0]) is not None
    return partial(same_formula, interval=True) if interval else None


def _as_factored(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted expression in as many factors: x(x² - 4) is not x(x - 2)(x + 2)."""
    same = _comparison(accepted)(answer, accepted)
    return False if same and has_fewer_factors(answer, accepted) else same


def _is_formal(text: str, *, ratio: bool) -> bool:
    """Return whether an accepted text is written as mathematics or chemistry; ``ratio``: one is asked for."""
    if (
        is_expression(text)
        or read_formula(text) is not None
        or same_molecule(text, text)
        or same_configuration(text, text)
        or same_growth(text, text)
    ):
        return True
    return ratio and same_ratio(text, text) is not None


def is_same_expression(
    text: str, accepted: tuple[str, ...], compare: Comparison | None = None, *, only: bool = True
) -> Decided | None:
    """Decide where an expression is accepted and the answer is one as well; else its words decide.

    An answer is only wrong where nothing but expressions is accepted.
    """
    judged = [(compare or _comparison(each))(text, each) for each in accepted]
    concludes = None if True in judged else _CONCLUDES.match(text)
    if concludes:
        judged += [(compare or _comparison(each))(text[concludes.end() :], each) for each in accepted]
    if True not in judged and not (compare and read_frequency(text)):  # "2 times every 10 s" is no product
        worded = [
            (said, (compare or _comparison(each))(said, each)) for each in accepted for said in in_words(text, each)
        ]
        judged += [same for said, same in worded if same or is_said_whole(said)]
    if True not in judged:
        judged += [True for each in accepted if not _lists(each) and is_set_equal(text, each)]
    if not any(same is not None for same in judged):
        judged += [same_result(text, each) for each in accepted]
    if True not in judged and False not in judged:
        judged += [False for each in accepted if is_within_more(text, each)]
    read = text.strip()[:SHOWN]
    if True in judged:
        return Verdict.CORRECT, 1.0, Reason.EQUAL_VALUE, f"the same as {accepted[0]}", read
    if False in judged and only:
        return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"another than {accepted[0]}", read
    return None


def _as_substance(question: Question, text: str, formulas: tuple[str, ...]) -> Decided | None:
    """Decide where substances are accepted, by the formula that an answer gives, or because it names only a part of one; else its words decide."""
    if formulas and (decided := is_same_expression(text, formulas, same_molecule, only=False)):
        return decided
    other = is_molecule(text) and all(map(formulas_of, question.accepted))
    if other or all(same_substance(text, each) is False for each in question.accepted):
        shown = question.accepted[0]
        return Verdict.INCORRECT, 0.1, Reason.WRONG_NAME, f"another substance than {shown}", text.strip()[:SHOWN]
    return None


def _lists(accepted: str) -> bool:
    """Return whether an accepted text is several values, of which one is not enough."""
    formula = read_formula(accepted)
    return formula is not None and formula.kind in {"set", "named"}


def _comparison(accepted: str) -> Comparison:
    """Return how an accepted text is compared with an answer."""
    for compare in (same_configuration, same_growth, same_molecule):
        if compare(accepted, accepted):
            return compare
    if read_formula(accepted) is not None:
        return same_formula
    return same_ratio if same_ratio(accepted, accepted) else same_expression


def _accepted_polarity(question: Question) -> bool | None:
    """Return whether yes is accepted, or no; None where neither is. "No, it fell" is a no where the question asks for one."""
    if isinstance(question.answer, YesNoAnswer):
        return question.answer.yes
    said = {text.strip().rstrip(".").casefold() for text in question.accepted}
    if _POLAR.match(question.text.strip()):
        said = {_FIRST_WORD.split(text, maxsplit=1)[0] for text in said}
    if said & _YES and not said & _NO:
        return True
    return False if said & _NO and not said & _YES else None


def _are_dates(text: str) -> bool:
    """Return whether a text is dates, of which one is more than a number: "the 1930s and 1950s", not "1930 and 1950"."""
    dates = read_dates(text)
    rest = text
    for date in reversed(dates):
        rest = f"{rest[: date.start]} {rest[date.end_offset :]}"
    return any(not date.text.isdigit() for date in dates) and _JOINING.fullmatch(rest) is not None


def _is_plain(text: str) -> bool:
    """Return whether a text is a date, or a number with or without a unit, which is compared as that; "x = ±4" is two, "½mv²" none."""
    if _TWO_SIGNS.match(text) or _FRACTION_OF.search(text):
        return False
    if _TIMES.fullmatch(text) or len(twofold(text)) > 1:
        return True
    if read_date(text) is not None or _are_dates(text):
        return True
    figure = read_quantity(text)
    return figure is not None and (bool(figure.unit) or figure.step is not None)
