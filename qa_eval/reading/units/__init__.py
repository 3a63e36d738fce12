"""Unit words to canonical units, their dimensions, and exact conversion.

A canonical unit is an expression of pint's names, "kilometre ** 2" or "kilogram / metre ** 3"; "percent", "permille", "ppm"
and "percentage_point" stand for shares, ISO codes for currencies ("USD", with "cent" and "penny" as hundredths), and ""
for no unit. Only spellings of the closed table in ``measures`` and ``currencies`` count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.late import late

if TYPE_CHECKING:
    from qa_eval.reading.units.conversion import convert, dimension
    from qa_eval.reading.units.naming import canonical
else:  # most answers are told at a glance, without all this
    __getattr__ = late(__name__, {"conversion": ("convert", "dimension"), "naming": ("canonical",)})

__all__ = ["canonical", "convert", "dimension"]
