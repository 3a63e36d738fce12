"""The canonical name of a unit."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.tokens import tokens_of
from qa_eval.reading.units.conversion import dimension
from qa_eval.reading.units.expressions import DIMENSIONS
from qa_eval.reading.units.spellings import rate_at, unit_at


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
