"""Numbers as people write them, in digits, words and both, read exactly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.late import late

if TYPE_CHECKING:
    from qa_eval.reading.numbers.beginning import number_at
    from qa_eval.reading.numbers.number import Number
    from qa_eval.reading.numbers.vulgar import STARTERS
else:  # most answers are told at a glance, without all this
    _HOMES = {"beginning": ("number_at",), "number": ("Number",), "vulgar": ("STARTERS",)}
    __getattr__ = late(__name__, _HOMES)

__all__ = ["STARTERS", "Number", "number_at"]
