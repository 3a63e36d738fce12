"""Figures with their margin, "9.81 ± 0.02 m/s²": both count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

LONGEST = 120  # characters of a figure with its margin
_MARGIN = regex(
    r"\(?(?P<value>[-−]?\d[\d.,]*(?:\s?[^\s\d±(][^±()]{0,20})?)\s*(?:±|\+/-|\\pm|\+\s?-|plus or minus)\s*(?P<margin>\d[\d.,]*)(?P<within>\s?[^\s\d±()][^±()]{0,20})?\)?\s*(?P<unit>[^\s\d±()][^±()]{0,20})?"
)


def same_margin(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted figure and margin; None where none is accepted, or the answer gives no margin.

    >>> [same_margin(said, "9.81 ± 0.02 m/s²") for said in ("(9.81 ± 0.02) m/s^2", "9.81 +/- 0.2 m/s²", "9.81 m/s²")]
    [True, False, None]
    """
    wanted = _read(accepted, whole=True)
    said = _read(answer) if wanted else None
    if wanted is None or said is None:
        return None
    return all(_is_same(one, other) for one, other in zip(said, wanted, strict=True))


def _read(text: str, *, whole: bool = False) -> tuple[Quantity, Quantity] | None:
    if len(text) > LONGEST or not any(sign in text for sign in ("±", "+", "pm", "plus")):
        return None
    shown = text.strip(" .$")
    found = _MARGIN.fullmatch(shown) if whole else _MARGIN.search(shown)
    if found is None:
        return None
    unit = found["unit"] or found["within"] or ""
    shared = unit if found["value"].strip()[-1:].isdecimal() else ""  # "74 ± 3 thousand years"
    figures = [read_quantity(each) for each in (f"{found['value']} {shared}", f"{found['margin']} {unit}")]
    value, margin = figures
    if value is None or margin is None:
        return None
    return (value if value.unit else value._replace(unit=margin.unit)), margin


def _is_same(one: Quantity, other: Quantity) -> bool:
    if one.unit and other.unit and one.unit != other.unit:
        return convert(one.value, one.unit, other.unit) == other.value
    return one.value == other.value
