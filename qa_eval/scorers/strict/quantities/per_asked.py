"""What a figure is told for so many of, where the question gives it: "3.4 per 100,000" are 3.4 where it is asked per 100,000."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.quantities.figures import among
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from qa_eval.reading.quantities import Quantity

    Bases: TypeAlias = frozenset[tuple[Fraction, str]]  # numbers with their units, for which so much is told

_OUT_OF = regex(r"(?<!\s)\s+(?:(?:out\s+)?of|per|in)\s+|(?<=\d)/(?=\d)", re.IGNORECASE)
_EACH_TIME = r"(?:at a time|at once|each time|per dose|in one go)\b"
_EACH_TIME_ASKED = regex(rf"\b{_EACH_TIME}", re.IGNORECASE)
_SO_MANY_EACH_TIME = regex(rf"\s+(?:[a-z]+\s+)?{_EACH_TIME}", re.IGNORECASE)
_LONGEST = 200  # characters of an answer in which it is looked for
_BASE = r"(?P<base>(?:an? )?(?:\d[\d.,]*\d|\d|hundred|thousand|million)(?:\s?(?:thousand|million|billion))?(?:\s?[a-z]{1,15})?)"
_PER = regex(rf"\s*(?:/|\bper\b|\b(?:for|in|out of) (?:every|each)\b)\s*{_BASE}\b", re.IGNORECASE)
_IN = regex(rf"\s+(?:(?:for|in|over|to)(?:\s+(?:every|each))?|every|each)\s+{_BASE}\b", re.IGNORECASE)


def bases_in(text: str) -> Bases:
    """Return the numbers, with their units, for which a question asks so much: 100 km of "How much does it use per 100 km?"."""
    found = (_read(each["base"]) for each in _PER.finditer(text)) if "per" in text or "every" in text else ()
    return frozenset(base for base in found if base)


def without_base(text: str, bases: Bases) -> str:
    """Return a text without what its figures are told for, where that is one of ``bases``.

    >>> without_base("6.4 l/100 km", bases_in("How much does it use per 100 kilometres?"))
    '6.4 l'
    """
    if not bases or len(text) > _LONGEST:
        return text
    return _PER.sub(lambda told: "" if _read(told["base"]) in bases else told[0], text)


def as_per(text: str, bases: Bases) -> str:
    """Return an answer whose figure is told for, in or over so much as one that is told per so much, where that is one of ``bases``.

    >>> as_per("250 kcal in 100 grams", bases_in("250 kcal per 100 g")), as_per("2 km in 20 minutes", bases_in("5 g per 100 g"))
    ('250 kcal per 100 grams', '2 km in 20 minutes')
    """
    if not bases or len(text) > _LONGEST:
        return text
    return _IN.sub(lambda told: f" per {told['base']}" if _read(told["base"]) in bases else told[0], text)


def per_another(text: str, bases: Bases) -> Closeness | None:
    """Return that a figure is told for another number of things, or another measure, than the question asks it for.

    >>> per_another("3.4 per 10,000", bases_in("How many died per 100,000?")).note, per_another("3.4", bases_in("per 100,000"))
    ('so many per 10,000', None)
    """
    told = next((each for each in _PER.finditer(text) if _read(each["base"]) not in (None, *bases)), None)
    return Closeness(Reason.WRONG_UNIT, f"so many per {told['base']}") if told else None


def beside_of_each_time(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether one of two figures is told for each time, and the right one as it is asked: "8 a day, two at a time"."""
    if " a" not in text and " each" not in text and " per" not in text and " in" not in text:
        return False
    of_right, of_figure = (_SO_MANY_EACH_TIME.match(text, each.end) is not None for each in (right, figure))
    return of_right is not of_figure and of_right is (_EACH_TIME_ASKED.search(question) is not None)


def apart(figure: Quantity, in_question: Sequence[Quantity], *, counts: bool) -> Quantity:
    """Return "13 out of 40" and "8 g per 100 g" as 13 and 8 g where the question gives the rest, another figure as it is."""
    parted = _OUT_OF.split(figure.text) if " " in figure.text or "/" in figure.text else ()
    if len(parted) != 2:  # noqa: PLR2004 - the figure and what it is taken of
        return figure
    first, base = map(read_quantity, parted)
    if first is None or base is None or base.ordinal:  # "per second" is no 2nd
        return figure
    if not among(base, in_question) and not (
        " " in figure.text and counts and not base.unit and base.value > first.value
    ):
        return figure
    return first._replace(bound=figure.bound, negated=figure.negated, start=figure.start, end=figure.end)


def _read(base: str) -> tuple[Fraction, str] | None:
    figure = read_quantity(base) or read_quantity(base.rpartition(" ")[0])
    return (figure.value, figure.unit) if figure and figure.value > 1 else None
