"""Shares and multiples that are told beside yes or no: "half fare" is not "the full fare", nor "double" three times as much."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Bound
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.quantities import Quantity

    Share: TypeAlias = tuple[Fraction, Fraction]

_PRICE = r"(?:fares?|prices?|fees?|rates?|charges?|cost|amount|tariff|sum|rent|tax|pay|salary|wages?|time|strength|speed|dose|[a-z]+ (?:fare|price|fee|rate))"
_MULTIPLES = (
    (Fraction(1), regex(rf"\b(?:full|whole|entire|normal|usual|regular)\s+{_PRICE}\b|\bin full\b|\b(?:all|every one) of (?:it|them|the)\b", re.IGNORECASE)),
    (Fraction(2), regex(r"\b(?:double|doubled|doubles|twice|two times)\b", re.IGNORECASE)),
    (Fraction(3), regex(r"\b(?:triple|tripled|treble|thrice|triples|three times)\b", re.IGNORECASE)),
    (Fraction(4), regex(r"\b(?:quadruple|quadruples|quadrupled|four times)\b", re.IGNORECASE)),
)  # fmt: skip
_MULTIPLE = regex(
    r"\b(?:full|whole|entire|normal|usual|regular|all|every|doubl|twice|times|tripl|trebl|thrice|quadrupl)",
    re.IGNORECASE,
)
_OFF = regex(r"\b(?:off|less|cheaper|discount|reduction|reduced by|rebate|lower|fewer)\b", re.IGNORECASE)
_ON_TOP = regex(r"\b(?:more|again|extra|surcharge|on top|dearer|higher|increase[ds]?)\b", re.IGNORECASE)
_WHOLE = Fraction(1)
_HUNDRED = 100
_PAID = regex(rf"\b(?:pay|pays|paid|get|gets|{_PRICE})\b", re.IGNORECASE)
_NUMBER = regex(
    r"\b(?:only|just|[a-z]+ (?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|half)|\d+)\b", re.IGNORECASE
)
_A_PART = regex(r"\b(?:a|one)\s+[a-z]+\Z", re.IGNORECASE)
_TIMES = regex(r"\s+times\b", re.IGNORECASE)


def shares_otherwise(told: str, said: str) -> bool:
    """Return whether an answer gives another share, multiple or number of the same things than the accepted text does.

    >>> [shares_otherwise("they pay half fare", said) for said in ("they pay a third of the fare", "they pay 50%", "they pay less")]
    [True, False, False]
    >>> shares_otherwise("in three instalments", "in four instalments")
    True
    """
    figures = read_quantities(told)
    wanted = list(_shares(told, figures))
    if not figures and not wanted:
        return False
    given = read_quantities(said)
    if _counts_otherwise(figures, given):
        return True
    shares = list(_shares(said, given)) if wanted else []
    if not shares:
        return False
    possible = list(_possible(told, said, shares))
    return not any(abs(one - other) <= max(a, b) for one, a in wanted for other, b in possible)


def _possible(told: str, said: str, shares: list[Share]) -> Iterator[Share]:
    """Yield what the shares of an answer may be in terms of the accepted text: "a third off" is two thirds of the price."""
    off, on_top = (bool(each.search(told)) is not bool(each.search(said)) for each in (_OFF, _ON_TOP))
    if not (off and _PAID.search(told) and _PAID.search(said)):
        yield from shares
    if off or opposite_in(told, said) or not _matter(told) & _matter(said):
        yield from ((_WHOLE - share, step) for share, step in shares if share <= _WHOLE)
    if on_top:
        yield from ((_WHOLE + share, step) for share, step in shares)
        yield from ((share - _WHOLE, step) for share, step in shares if share > _WHOLE)


def _matter(text: str) -> frozenset[str]:
    return stems(_NUMBER.sub("", text))


def _shares(text: str, figures: tuple[Quantity, ...]) -> Iterator[Share]:
    """Yield what of a whole a text tells, and how far it may be off by rounding."""
    for figure in figures:
        if figure.high is not None or figure.bound is not Bound.NONE:
            continue
        if figure.unit == "percent":
            yield figure.value / _HUNDRED, (figure.step or Fraction(0)) / (2 * _HUNDRED)
        elif figure.ordinal:
            if figure.value > 1 and _A_PART.search(text[: figure.end]):
                yield 1 / figure.value, Fraction(0)
        elif not figure.unit and (0 < figure.value < 1 or _TIMES.match(text, figure.end)):
            yield figure.value, Fraction(0)
    if _MULTIPLE.search(text):
        yield from ((value, Fraction(0)) for value, pattern in _MULTIPLES if pattern.search(text))


def _counts_otherwise(figures: tuple[Quantity, ...], given: tuple[Quantity, ...]) -> bool:
    """Return whether a number is told of the same things with another value, and the accepted one nowhere."""
    for figure in figures:
        if not figure.noun or figure.unit or figure.bound is not Bound.NONE or figure.value < 1 or figure.ordinal:
            continue
        same = [
            each
            for each in given
            if each.noun and not each.unit and not each.ordinal and singular(each.noun) == singular(figure.noun)
        ]
        if (
            same
            and all(each.value != figure.value and each.bound is Bound.NONE for each in same)
            and not any(each.value == figure.value for each in given)
        ):
            return True
    return False
