r"""Exact values with a unit: "36π cm^3" is "113.1 cm³", "5\sqrt{2} m" is "7.07 m"."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._formal.expressions import value_at, written

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

LONGEST = 120  # characters of a stretch that may be one value
LEAST_DIGITS = 20  # how many times its last place a rounded value is at least
SAME = Fraction(1, 10**6)  # relative difference of values that are the same
_EXACT = regex(r"π|√|\\pi|\\sqrt|\bpi\b|\bsqrt\b")
_UNIT = regex(
    r"(?P<sum>.*?(?:[\d)]|(?<![a-z])pi))\s*(?P<unit>(?!pi\b|sqrt\b)[^\W\d_°][^\d=]{0,30}(?:\^?\(?-?\d\)?)?|°)?"
)
_PIECE = regex(
    r"\s*(?:=|≈|≃|≅|→|⇒|\\approx|\\simeq|(?<!\w)~|\b(?:is|are|was|or|about|approximately|roughly|around|nearly|which is|i\.e\.|equals|that is)\b|[;:]|[.,]\s|[()](?=\s*[≈=~a-z]|\s*\Z))\s*"
)


class Measure(NamedTuple):
    """A value, its unit ("" for none), and whether it is written exactly."""

    value: Fraction
    unit: str


@lru_cache(maxsize=512)
def read_measure(text: str) -> Measure | None:
    """Return the value of an exact expression with π or a root; None for any other text.

    >>> read_measure("36π cm^3").unit, round(float(read_measure("36π cm^3").value), 1), read_measure("36 cm^3")
    ('centimetre ** 3', 113.1, None)
    """
    if len(text) > LONGEST or not _EXACT.search(text):
        return None
    match = _UNIT.fullmatch(written(text))
    value = value_at(match["sum"], 0) if match else None
    if match is None or value is None or value != value_at(match["sum"], 1):
        return None
    like = read_quantities(f"7 {match['unit'] or ''}".strip())
    if len(like) != 1 or like[0].value != 7 or like[0].end < len(f"7 {match['unit'] or ''}".strip()):  # noqa: PLR2004 - the 7 of the line before
        return None
    return Measure(Fraction(value), like[0].unit)


def same_measure(answer: str, accepted: str) -> bool | None:
    """Return whether an answer ends with the accepted exact value or rounds it; None where none is accepted, or none is said.

    >>> same_measure("V = 36π ≈ 113 cm³", "36π cm^3"), same_measure("36 cm³", "36π cm^3"), same_measure("a lot", "36π cm^3")
    (True, False, None)
    """
    wanted = read_measure(accepted)
    if wanted is None or not wanted.unit:
        return None
    judged = [each for piece in _PIECE.split(answer) if piece and (each := _same(piece, wanted)) is not None]
    return judged[-1] if judged else None


def _same(piece: str, wanted: Measure) -> bool | None:
    exact = read_measure(piece.strip(" .$"))
    if exact is not None:
        return _is_near(exact.value, exact.unit or wanted.unit, wanted, SAME * abs(wanted.value))
    figures = read_quantities(piece)
    if len(figures) != 1 or len(piece) > LONGEST:
        return None
    return _rounds(figures[0], wanted)


def _rounds(figure: Quantity, wanted: Measure) -> bool:
    step = figure.step if figure.step is not None else abs(figure.value) * SAME
    if step and abs(figure.value) < LEAST_DIGITS * step:
        return False
    unit = figure.unit or wanted.unit
    return _is_near(figure.value, unit, wanted, max(_converted(step, unit, wanted.unit) / 2, SAME * abs(wanted.value)))


def _converted(value: Fraction, unit: str, into: str) -> Fraction:
    found = value if unit == into else convert(value, unit, into)
    return Fraction(0) if found is None else Fraction(found)


def _is_near(value: Fraction, unit: str, wanted: Measure, most: Fraction) -> bool:
    if unit != wanted.unit and convert(value, unit, wanted.unit) is None:
        return False
    return abs(_converted(value, unit, wanted.unit) - wanted.value) <= most
