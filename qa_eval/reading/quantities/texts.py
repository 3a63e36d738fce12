"""The quantities of a text; those of a short one are kept, and most texts without any are told at a glance."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.quantities.frames import read_in_frame
from qa_eval.reading.quantities.plainly import has_no_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.reading.quantities.quantity import Quantity

_SHORT = 200  # characters; an answer is often read more than once, a document need not be kept


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of ``text``, in order; those of dates are marked ``dated``, names such as "T-72" left out.

    >>> [(float(q.value), q.unit, q.noun) for q in read_quantities("up to 12,000 troops on 1,300 sq km")]
    [(12000.0, '', 'troops'), (1300.0, 'kilometre ** 2', '')]
    """
    return () if has_no_number(text) else _read_short(text) if len(text) <= _SHORT else _reader()[0](text)


def read_quantity(text: str) -> Quantity | None:
    """Return the quantity that ``text`` is, with nothing else beside it; None when it is none, several, or more than that.

    >>> read_quantity("approximately 3,000 additional troops").noun
    'troops'
    """
    if has_no_number(text):
        return None
    return _read_short_whole(text) if len(text) <= _SHORT else _reader()[1](text)


@lru_cache(maxsize=512)
def _read_short(text: str) -> tuple[Quantity, ...]:
    return read_in_frame(text, _reader()[0])


@lru_cache(maxsize=512)
def _read_short_whole(text: str) -> Quantity | None:
    return _reader()[1](text)


@cache
def _reader() -> tuple[Callable[[str], tuple[Quantity, ...]], Callable[[str], Quantity | None]]:
    """Import what reads all of a text and what reads it as one: what most answers are is told at a glance."""
    from qa_eval.reading.quantities.reader import read, read_whole  # noqa: PLC0415 - takes as long as reading a thousand answers

    return read, read_whole
