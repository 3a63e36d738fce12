"""Rates that are so much above another one: "SOFR plus 2.25 %", "2.25 percent over SOFR"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ADDED = regex(
    r"(?P<rate>(?:the\s+)?[^\W\d][\w -]{1,40}?)\s+(?:plus|\+)\s+(?P<more>\d+(?:\.\d+)?)\s?(?P<unit>%|per\s?cent|percentage points?|points?|basis points|bps?)",
    re.IGNORECASE,
)
_PER_CENT = frozenset(("%", "percent", "per cent"))


def rates_alike(names: Sequence[str]) -> Iterator[str]:
    """Yield a rate above another one as people write it.

    >>> list(rates_alike(["SOFR plus 2.25 %"]))[:3]
    ['2.25 % over SOFR', '2.25 % above SOFR', 'SOFR + 2.25 %']
    """
    for added in filter(None, map(_ADDED.fullmatch, names)):
        rate, more, unit = added["rate"], added["more"], added["unit"].lower()
        units = (" %", "%", " percent", " per cent", " percentage points") if unit in _PER_CENT else (f" {unit}",)
        for figure in (f"{more}{told}" for told in units):
            yield from (
                f"{figure} over {rate}",
                f"{figure} above {rate}",
                f"{rate} + {figure}",
                f"{rate} plus {figure}",
            )
