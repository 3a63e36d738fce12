"""Text to quantities: number, unit, bound, approximation, range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from qa_eval.model import Bound
from qa_eval.reading.units import canonical

_NUMBER = re.compile(r"(?P<sign>[-−])?(?P<currency>[$€£])?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)")
_UNIT = re.compile(r"[\s-]?((?:sq\.? |square )?[a-z°%]+[²2]?)", re.IGNORECASE)
_BOUNDS = {
    "up to": Bound.UP_TO, "as many as": Bound.UP_TO, "no more than": Bound.UP_TO, "at most": Bound.UP_TO,
    "a maximum of": Bound.UP_TO, "at least": Bound.AT_LEAST, "no fewer than": Bound.AT_LEAST, "more than": Bound.MORE_THAN,
    "over": Bound.MORE_THAN, "less than": Bound.LESS_THAN, "fewer than": Bound.LESS_THAN, "under": Bound.LESS_THAN,
    "<": Bound.LESS_THAN, ">": Bound.MORE_THAN,
}  # fmt: skip
_ABOUT = ("about", "around", "roughly", "approximately", "nearly", "~", "some")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what belongs to it, as read from ``text[start:end]``."""

    value: Fraction
    high: Fraction | None
    unit: str
    noun: str
    step: Fraction | None
    bound: Bound
    approximate: bool
    ordinal: bool
    negated: bool
    parenthesised: bool
    start: int
    end: int
    text: str
    alternatives: tuple[Fraction, ...] = ()
    other_units: tuple[str, ...] = ()
    dated: bool = False


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of ``text``, in order."""
    return tuple(_quantity(text, match) for match in _NUMBER.finditer(text))


def read_quantity(text: str) -> Quantity | None:
    """Return the quantity that ``text`` is, None when it is none, several or more than that."""
    found = read_quantities(text)
    return found[0] if len(found) == 1 else None


def written(quantity: Quantity) -> str:
    """Return a short form for people: ``1,300 km²``."""
    whole = f"{quantity.value.numerator:,}" if quantity.value.denominator == 1 else str(float(quantity.value))
    return f"{quantity.bound} {whole} {quantity.unit or quantity.noun}".strip()


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    digits = match["digits"].replace(",", "")
    value = Fraction(digits) * (-1 if match["sign"] else 1)
    unit = canonical(match["currency"]) or "" if match["currency"] else ""
    end = match.end()
    noun = ""
    after = _UNIT.match(text, end)
    if after and not unit:
        unit = canonical(after[1]) or ""
        end = after.end() if unit else end
        noun = "" if unit else after[1]
    before = text[max(0, match.start() - 20) : match.start()].rstrip().lower()
    approximate = before.endswith(_ABOUT)
    bound = next((bound for words, bound in _BOUNDS.items() if before.endswith(words)), Bound.NONE)
    _, _, decimals = digits.partition(".")
    return Quantity(
        value, None, unit, noun, Fraction(1, 10 ** len(decimals)), bound, approximate,
        ordinal=False, negated=before.endswith("not"), parenthesised=before.endswith("("),
        start=match.start(), end=end, text=text[match.start() : end],
    )  # fmt: skip
