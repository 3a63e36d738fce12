"""How answers are compared where a notation of its own is accepted: a score, a time of day, a dose, a unit, a label."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.reading.labels import asks_label, labels_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.angles import ANGLE_ASKED, same_angle
from qa_eval.scorers._formal.charges import CHARGE_ASKED, same_charge
from qa_eval.scorers._formal.in_order import ORDER_ASKED, same_sequence
from qa_eval.scorers._formal.margins import same_margin
from qa_eval.scorers._formal.pairs import MATCHING_ASKED, same_pairs
from qa_eval.scorers._formal.per_item import same_per_item
from qa_eval.scorers._formal.romans import ROMAN_ASKED, same_roman
from qa_eval.scorers.lenient.clock_times import HOURS_ASKED, TIME_ASKED, same_elapsed, same_hours, same_time
from qa_eval.scorers.lenient.designated import same_codes
from qa_eval.scorers.lenient.hexadecimal import HEX_ASKED, same_hexadecimal
from qa_eval.scorers.lenient.identifiers import same_identifier
from qa_eval.scorers.lenient.notations import (
    RATING_ASKED,
    same_bits,
    same_blood,
    same_compound,
    same_label,
    same_letters,
    same_score,
    same_size,
)
from qa_eval.scorers.lenient.numerals import same_numerals
from qa_eval.scorers.lenient.often import same_dose, same_frequency, tells_how_often
from qa_eval.scorers.lenient.qualities import same_quality
from qa_eval.scorers.lenient.species import species_asked
from qa_eval.scorers.lenient.unit_names import same_currency, same_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question

    Comparison: TypeAlias = Callable[[str, str], bool | None]

_SCORE_ASKED = regex(r"\b(?:score|result|record)\b", re.IGNORECASE)
_SIGN_ASKED = regex(
    r"\b(?:e-?mail|address|website|web ?site|url|domain|page|link|phone|telephone|fax|number|hotline|coordinates?|latitude|longitude|where|position|location)\b",
    re.IGNORECASE,
)
_BLOOD_ASKED = regex(r"\bblood\b", re.IGNORECASE)
_CURRENCY_ASKED = regex(r"\bcurrency\b", re.IGNORECASE)
_UNIT_ASKED = regex(r"\bunits?\b", re.IGNORECASE)
_NUMERALS_ASKED = regex(r"\bI\b[\s\S]*\bII\b")
_COMPOUND_ASKED = regex(r"\bformulas?\b", re.IGNORECASE)
_BITS_ASKED = regex(r"\b(?:binary|bits?|complement|hexadecimal)\b|-bit\b", re.IGNORECASE)


# what nearly no question has one of, found in one pass
_ANY_ASKED = regex(
    "|".join(
        f"(?:{each.pattern})"
        for each in (
            _SCORE_ASKED, _BITS_ASKED, HEX_ASKED, ROMAN_ASKED, _COMPOUND_ASKED, _BLOOD_ASKED, CHARGE_ASKED, ANGLE_ASKED, MATCHING_ASKED,
            _UNIT_ASKED, _CURRENCY_ASKED, _NUMERALS_ASKED, ORDER_ASKED, TIME_ASKED, HOURS_ASKED, RATING_ASKED, _SIGN_ASKED,
        )
    ),
    re.IGNORECASE,
)  # fmt: skip


def notation_asked(question: Question) -> Comparison | None:
    """Return how answers are compared where scores, times of day or numbers of base 2 are accepted; None where none are."""
    if tells_how_often(question):
        return partial(same_frequency, asked=question.text)
    if species := species_asked(question):
        return species
    if asks_label(question.text) and question.accepted and all(map(labels_in, question.accepted)):
        return same_label
    asked = (
        (_SCORE_ASKED, same_score),
        (_BITS_ASKED, same_bits),
        (HEX_ASKED, same_hexadecimal),
        (ROMAN_ASKED, same_roman),
        (_COMPOUND_ASKED, same_compound),
        (_BLOOD_ASKED, same_blood),
        (CHARGE_ASKED, same_charge),
        (ANGLE_ASKED, same_angle),
        (MATCHING_ASKED, same_pairs),
        (_UNIT_ASKED, same_unit),
        (_CURRENCY_ASKED, same_currency),
        (_NUMERALS_ASKED, same_numerals),
        (ORDER_ASKED, partial(same_sequence, asked=question.text)),
        (None, same_codes),
        (None, same_margin),
        (None, same_dose),
        (None, same_quality),
        (None, same_elapsed),
        (HOURS_ASKED, partial(same_hours, asked=question.text)),
        (TIME_ASKED, partial(same_time, asked=True)),
        (None, same_time),
        (None, same_size),
        (RATING_ASKED, same_letters),
        (_SIGN_ASKED, same_identifier),
        (None, partial(same_per_item, asked=question.text)),
    )
    any_asked = _ANY_ASKED.search(question.text) is not None
    for pattern, compare in asked if question.accepted else ():
        if (pattern is None or (any_asked and pattern.search(question.text))) and all(
            compare(text, text) for text in question.accepted
        ):
            return compare
    return None
