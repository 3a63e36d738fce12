"""Early years as they are said, in two numbers: "ten sixty-six"; later ones are read as dates wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_EARLY = regex(r"\W*(1[0-2]\d\d)(?: AD| CE)?\W*")
_TWENTY = len(CARDINALS) - 1


def spelled_years(accepted: Iterable[str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how the accepted years before 1300 are said, and the years.

    >>> [pattern.sub(year, "In ten sixty-six, not in ten sixteen") for pattern, year in spelled_years(["1066"])]
    ['In 1066, not in ten sixteen']
    """
    years = sorted({match[1] for text in accepted if (match := _EARLY.fullmatch(text))})
    return tuple((re.compile(_said(int(year)), re.IGNORECASE), year) for year in years)


def _said(year: int) -> str:
    """Return the pattern of a year in words: "twelve forty", "twelve hundred and forty", "eleven oh one"."""
    hundreds, rest = divmod(year, 100)
    if not rest:
        return rf"\b{CARDINALS[hundreds]}[- ]hundred\b(?! and\b)"
    few = rest < CARDINALS.index("ten")
    between = "[- ]oh[- ]|[- ]hundred (?:and )?" if few else "[- ](?:hundred (?:and )?)?"
    more = "|".join(CARDINALS[1:10])
    return rf"\b{CARDINALS[hundreds]}(?:{between}){_below_hundred(rest)}\b(?![- ](?:{more})\b)"


def _below_hundred(number: int) -> str:
    if number < _TWENTY:
        return CARDINALS[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens - 2]}[- ]{CARDINALS[ones]}" if ones else TENS[tens - 2]
