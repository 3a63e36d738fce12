"""So much for so many: "6.4 litres per 100 km", "€2.40/100 g", "3.4 deaths per 100,000 inhabitants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.numbers import STARTERS, number_at
from qa_eval.reading.units.conversion import convert
from qa_eval.reading.units.expressions import DIMENSIONS, expression_of, factors_of
from qa_eval.reading.units.spellings import unit_at

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.reading.numbers import Number
    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_PER = frozenset(("per", "/"))
_EACH = frozenset(("every", "each"))
_OF_WHOLE = frozenset(("in", "on"))
_HUNDRED = 100
_NAME = 3  # letters of the shortest noun that is trusted before a stroke
_EXTENTS = frozenset(("length", "area", "volume", "time", "mass"))
_FOR = frozenset(("for", "in", "of"))
# so many of which things are counted, as people put a share that is no percentage
_SHARES = {
    100: "percent",
    1_000: "permille",
    10_000: "per_ten_thousand",
    100_000: "per_hundred_thousand",
    1_000_000: "ppm",
    1_000_000_000: "ppb",
}


def read_per_many(tokens: Tokens, draft: Draft, index: int) -> bool:
    """Take in what a quantity is told for so many of from ``index`` on, as so much of it for one, or as a share; say whether it was."""
    if draft.unit and _read_of_money(tokens, draft, index):
        return True
    start = _base_start(tokens.words, index)
    word = tokens.words[start] if start > index else ""
    base = number_at(tokens, start, joins=False) if word in STARTERS or word[:1].isdecimal() else None
    if base is None or base.ordinal or base.value <= 1:
        return False
    if draft.unit and DIMENSIONS.get(draft.unit) not in {"ratio", "angle", "temperature"}:
        return _of_measured(tokens, draft, base)
    if draft.unit or draft.dated:
        return False
    named = len(draft.noun) >= _NAME and draft.noun.islower()  # neither "170/240 mm" nor "6.2 L/100 km"
    counted = tokens.words[index] == "per" or (tokens.words[index] in _PER and named)
    return (counted and _of_counted_in(tokens, draft, base)) or _of_counted(draft, base)


def _read_of_money(tokens: Tokens, draft: Draft, index: int) -> bool:
    """Read "20p in the pound" and "40 cents on the dollar" as a percentage."""
    words = tokens.words
    whole = unit_at(tokens, index + 2) if words[index] in _OF_WHOLE and words[index + 1] == "the" else None
    for unit in (whole.name, *whole.others) if whole else ():
        part = convert(draft.value, draft.unit, unit) if DIMENSIONS.get(unit) == "money" else None
        if whole and part is not None and draft.value and part < 1:
            draft.step = None if draft.step is None else draft.step * part / draft.value * _HUNDRED
            draft.value, draft.unit, draft.other_units = part * _HUNDRED, "percent", ()
            draft.end = draft.last = whole.end
            return True
    return False


def _base_start(words: list[str], index: int) -> int:
    """Return where the number of what it is taken for begins; ``index`` where it is taken for nothing."""
    if words[index] in _PER:
        return index + 1
    if words[index] == "out" and words[index + 1] == "of":
        index += 1
    if words[index] in _FOR and words[index + 1] in _EACH:
        return index + 2
    return index


def _of_measured(tokens: Tokens, draft: Draft, base: Number) -> bool:
    """Read "10 litres per 100 km" as 0.1 of them per kilometre, and "$5 per 1,000 views" as half a cent."""
    per = unit_at(tokens, base.end)
    if per is not None and DIMENSIONS.get(factors_of(per.name)[0][0]) == "money":
        return False
    if (per is None and base.value not in _SHARES) or (per is not None and per.name == draft.unit):
        return False  # "8 g per 100 g" is a share of two figures
    _divide(draft, base.value)
    if per is not None:
        below = tuple((unit, -power) for unit, power in factors_of(per.name))
        draft.unit, draft.other_units = expression_of((*factors_of(draft.unit), *below)), ()
    draft.end = draft.last = per.end if per else base.end
    return True


def _of_counted_in(tokens: Tokens, draft: Draft, base: Number) -> bool:
    """Read "8 otters per 10 km" as 0.8 of them per kilometre."""
    per = unit_at(tokens, base.end)
    below = tuple((unit, -power) for unit, power in factors_of(per.name)) if per else ()
    if per is None or any(DIMENSIONS.get(unit) not in _EXTENTS for unit, _ in below):
        return False
    _divide(draft, base.value)
    draft.unit, draft.other_units = expression_of(below), ()
    draft.end = draft.last = per.end
    return True


def _of_counted(draft: Draft, base: Number) -> bool:
    """Read "3.4 deaths per 100,000" as a share."""
    share = _SHARES.get(int(base.value)) if base.value.denominator == 1 else None
    if share is None:
        return False
    draft.unit, draft.end, draft.last = share, base.end, base.end
    return True


def _divide(draft: Draft, many: Fraction) -> None:
    draft.value /= many
    draft.high = None if draft.high is None else draft.high / many
    draft.step = None if draft.step is None else draft.step / many
    draft.alternatives = tuple(each / many for each in draft.alternatives)
