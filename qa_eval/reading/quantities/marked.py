"""Quantities whose parts are told by marks: "2:30 h", 6'1" and 10″."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.units.spellings import unit_at

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

INCHES = 12
SIXTY = 60
TWO_DIGITS = 2
_CLOCK_PARTS = 3
_LOOKED_BACK = 64  # words; a quotation that was opened earlier is not found


def read_clock_duration(tokens: Tokens, draft: Draft) -> None:
    """Take in "2:30 h", "1:59:40 hours", "5:30 min"."""
    words, index = tokens.words, draft.end
    parts = [draft.value]
    while words[index] == ":" and tokens.glued(index) and tokens.glued(index + 1) and is_sixtieth(words[index + 1]):
        parts.append(Fraction(int(words[index + 1])))
        index += 2
    unit = unit_at(tokens, index) if 1 < len(parts) <= _CLOCK_PARTS else None
    if unit is None or unit.name not in {"hour", "minute"}:
        return
    draft.value = sum((part / SIXTY**place for place, part in enumerate(parts)), Fraction(0))
    draft.step = Fraction(1, SIXTY ** (len(parts) - 1))
    draft.unit, draft.end = unit.name, unit.end


def read_feet_and_inches(tokens: Tokens, draft: Draft) -> None:
    """Take in 6'1", 6′ and 10"; a mark that may close a quotation is none."""
    words, index = tokens.words, draft.end
    mark = tokens.written(index)
    if words[index] == "'" and tokens.glued(index):
        if _read_inches(tokens, draft):
            return
        if mark == "′":
            draft.unit, draft.other_units, draft.end = "foot", ("arcminute",), index + 1
    elif mark == "″" or (mark == '"' and words[max(0, draft.start - _LOOKED_BACK) : draft.start].count('"') % 2 == 0):
        draft.unit, draft.other_units, draft.end = "inch", ("arcsecond",), index + 1


def _read_inches(tokens: Tokens, draft: Draft) -> bool:
    words, index = tokens.words, draft.end + 1
    inches = words[index]
    if not inches.isdecimal() or len(inches) > TWO_DIGITS or int(inches) >= INCHES or not tokens.glued(index):
        return False
    end = index + 1
    if words[end] == '"':
        end += 1
    elif words[end] == "'" and words[end + 1] == "'":
        end += 2
    elif words[end] and tokens.glued(end) and words[end] not in {".", ",", ")", ";"}:
        return False
    draft.value += Fraction(int(inches), INCHES)
    draft.step = Fraction(1, INCHES)
    draft.unit, draft.other_units, draft.end = "foot", (), end
    return True


def is_sixtieth(word: str) -> bool:
    """Return whether a word is a number of minutes or seconds as clocks write it: two digits, below 60."""
    return word.isdecimal() and len(word) == TWO_DIGITS and int(word) < SIXTY
