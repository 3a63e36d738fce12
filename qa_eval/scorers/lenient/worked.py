"""Figures that an answer works out, or leaves as an expression: "(120 + 135)/2 = 127.5", "255/2", "4π rad"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import FUNCTIONS, value_at, written
from qa_eval.scorers.lenient.labelled import is_at
from qa_eval.scorers.lenient.nearness import ROUNDED
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import NEAR, NEGATIVE, nearest

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LONGEST = 80  # characters of an expression by itself
REACH = 200  # characters before a "=" that may hold the sum that it ends
_OPERATION = regex(r"(?:[-+*/×÷^·]|\s:\s)\s?\(?[$€£]?\d|\d\)?\s?!")
_RESULT = regex(r"[=≈→⇒]")
_REASON = regex(
    r"\A\W*(?:(?:it|that|the answer)(?:'s| is| was) )?[\d.,]+[^=]{0,20},? (?:because|since|as|for) ", re.IGNORECASE
)
_ALONE = regex(r"[=≈→⇒]\s*[-+−(]?[$€£]?\d[\d,.]*\)?\s?[%\w°/²³]{0,12}[.\s]*\Z")
_WRITTEN = regex(r"\\(?:frac|sqrt|pi)|[√π^*/×·]|\d\s?\(")
_SIGN = regex(r"√|π|\\sqrt|\\pi")
_UNIT = regex(r"(?P<sum>.*?(?:[\d)]|\bpi|[^a-z]pi))\s*(?P<unit>(?!pi\b|sqrt)[^\W\d_°][^\d=()]{0,30}|°)?")
_NO_SUM = regex(r"[a-zA-Z]{2,}")
_STEP = Fraction(1, 10**9)  # to which place what is worked out is known


def is_worked_out(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer works its figure out: what stands behind the last "=" or arrow is what it says."""
    text = said.plain
    marks = [mark.start() for mark in _RESULT.finditer(text) if not is_at(text, mark.end())]
    if not marks or "\n" in text[marks[-1] :].strip():
        return None
    end = marks[-1]
    if _REASON.search(text, 0, end):
        return None
    if text[end] in "→⇒":
        if not _ALONE.match(text, end):
            return None
    elif not _OPERATION.search(text[max(0, end - REACH) : end].rpartition("\n")[2]):
        return None
    results = [
        each
        for each in said.figures
        if each.start >= end and not any(low <= each.start < high for low, high in said.aside)
    ]
    if results and results[0].unit:  # "= 4.5 Ω. For the two resistors together"
        results = [each for each in results if each.unit]
    if not results:
        return None
    if NEGATIVE.fullmatch(text[end + 1 :].strip(" .")):
        results = [each._replace(value=-abs(each.value)) for each in results]
    return _judged(results, asked, said)


def is_the_expression(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is nothing but an expression, with a unit or without, that can be worked out."""
    if len(said.text) > LONGEST or not _WRITTEN.search(said.text) or _REASON.match(said.plain) or _is_one_figure(said):
        return None
    match = _UNIT.fullmatch(written(said.text).rpartition("=")[2].strip())
    if match is None or any(word not in FUNCTIONS and word != "pi" for word in _NO_SUM.findall(match["sum"])):
        return None
    value = value_at(match["sum"], 0)
    if value is None or value != value_at(match["sum"], 1):
        return None
    like = read_quantities(f"7 {match['unit'] or ''}")
    if len(like) != 1 or like[0].value != 7:  # noqa: PLR2004 - the 7 of the line before
        return None
    return _judged([like[0]._replace(value=Fraction(value), step=_STEP)], asked, said)


def _is_one_figure(said: Said) -> bool:
    """Return whether all digits of an answer are those of one figure that was read: "4.5 × 10⁶"."""
    if _SIGN.search(said.text):
        return False
    digits = [place for place, sign in enumerate(said.plain) if sign.isdigit()]
    if len(said.figures) != 1 or not digits:
        return False
    return said.figures[0].start <= digits[0] and digits[-1] < said.figures[0].end


def _judged(results: list[Quantity], asked: Asked, said: Said) -> Decision | None:
    golds = [gold for _, gold in asked.figures]
    near = max(nearest(each, golds, asked, said) for each in results)
    if near >= ROUNDED * ROUNDED:
        return Decision(0.95, Reason.EQUAL_VALUE, "works out the same value")
    return Decision(0.08, Reason.WRONG_VALUE, "works out another value") if near < NEAR else None
