"""Answers that differ in their number alone: once "about 12,000 troops" was read, "about 9,500 troops" says the same of 9,500.

What a reader makes of the words around a number depends on its size only where it may be a day, an hour, a year, a part of
something or a count of one: so a number has three digits here or is larger than any year, and no other one is beside it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.quantities.quantity import Quantity
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Read: TypeAlias = Callable[[str], tuple[Quantity, ...]]

MOST_FRAMES, _LONGEST = 4_096, 80  # frames that are kept, and the characters of the longest
_LONE = regex("([^0-9]*)([1-9](?:[0-9]{2,14}|[0-9]{0,2}(?:,[0-9]{3}){1,4}))([^0-9]*)")
_FIRST_YEAR, _LAST_YEAR, _SHORT = 1000, 2100, 3
_WORD = re.compile("[^\\W\\d_]+")
_MARKUP = frozenset("\\{<=^")  # marks that make a number part of something else, or reach over one of a certain length
_JOINED = frozenset(".,'_")  # what makes one figure of a number and what stands before it


class _Frame(NamedTuple):
    """A quantity that was read, and how many characters before its number and behind it belong to it."""

    quantity: Quantity
    before: int
    behind: int


_frames: dict[tuple[str, str, bool], _Frame | None] = {}


def read_in_frame(text: str, read: Read) -> tuple[Quantity, ...]:
    """Return what ``read`` makes of a text, without reading it where a text that differs in its number alone was read before.

    >>> from qa_eval.reading.quantities.reader import read
    >>> [read_in_frame(text, read)[0].noun for text in ("about 12,000 troops", "about 9,500 troops")]
    ['troops', 'troops']
    """
    lone = _LONE.fullmatch(text)
    if lone is None:
        return read(text)
    head, digits, tail = lone.groups()
    number = int(digits.replace(",", ""))
    if _FIRST_YEAR <= number <= _LAST_YEAR:
        return read(text)
    key = head, tail, len(digits) == _SHORT
    frame = _frames.get(key)
    if frame is not None:
        return (_filled(frame, text, Fraction(number), len(head), len(tail)),)
    found = read(text)
    if key not in _frames and len(head) + len(tail) <= _LONGEST:
        if len(_frames) >= MOST_FRAMES:
            _frames.clear()
        _frames[key] = _frame_of(found, number, head, tail, len(text))
    return found


def _filled(frame: _Frame, text: str, number: Fraction, head: int, tail: int) -> Quantity:
    """Return the quantity of a frame with another number; ``head`` and ``tail`` are the characters around that in ``text``."""
    start, end = head - frame.before, len(text) - tail + frame.behind
    known = frame.quantity
    return Quantity(
        number, None, known.unit, known.noun, known.step, known.bound, known.approximate, known.ordinal, known.negated,
        known.parenthesised, start, end, text[start:end], (), known.other_units, known.dated,
    )  # fmt: skip


def _frame_of(found: tuple[Quantity, ...], number: int, head: str, tail: str, length: int) -> _Frame | None:
    """Return the frame of a quantity that was read, None where another number might be read otherwise in it."""
    if len(found) != 1 or tail[:1] == "s" or head[-1:] in _JOINED:
        return None
    frame = head + " " + tail
    if not _MARKUP.isdisjoint(frame) or not STARTERS.isdisjoint(_WORD.findall(frame.lower())):
        return None
    quantity = found[0]
    as_written = quantity.value == number and quantity.step == 1 and quantity.high is None
    before, behind = len(head) - quantity.start, quantity.end - (length - len(tail))
    if not as_written or quantity.alternatives or quantity.ordinal or before < 0 or behind < 0:
        return None
    return _Frame(quantity, before, behind)
