"""Unit words to canonical units, their dimensions, and exact conversion.

A canonical unit is an expression of pint's names, "kilometre ** 2" or "kilogram / metre ** 3"; "percent", "permille", "ppm"
and "percentage_point" stand for shares, ISO codes for currencies ("USD", with "cent" and "penny" as hundredths), and ""
for no unit. Only spellings of the closed table in ``measures`` and ``currencies`` count.
"""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.tokens import tokens_of
from qa_eval.reading.units.conversion import convert, dimension
from qa_eval.reading.units.expressions import DIMENSIONS
from qa_eval.reading.units.spellings import rate_at, unit_at

__all__ = ["canonical", "convert", "dimension"]


@lru_cache(maxsize=4096)
def canonical(word: str) -> str | None:
    """Return the canonical name of a unit as people write it, None when it is none.

    >>> canonical("sq km"), canonical("miles an hour"), canonical("people per km²"), canonical("exact")
    ('kilometre ** 2', 'mile / hour', '1 / kilometre ** 2', None)
    """
    tokens = tokens_of(word.strip())
    if not tokens.count:
        return None
    unit = unit_at(tokens, 0) or rate_at(tokens, 0) or rate_at(tokens, 1)
    if unit is not None and tokens.words[unit.end : tokens.count] in ([], ["."]):
        return unit.name
    return word if word in DIMENSIONS or (" " in word and dimension(word) != word) else None
