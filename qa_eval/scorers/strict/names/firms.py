"""Firms' names with their words short and in full: "Ellis & Co." and "Ellis and Company", "Orr Bros" and "Orr Brothers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_FULL = {"bros": "Brothers", "mfg": "Manufacturing", "intl": "International", "int'l": "International"}
_SHORT = regex(r"\b(?:Bros|Mfg|Int'?l)\b\.?")
_AND_COMPANY = regex(r"\s+(?:&|and|And)\s+(?:Co\b\.?|Company)(?=\W*\Z)")


def forms_of_firm(name: str) -> Iterator[str]:
    """Yield a firm's name in full and short.

    >>> list(forms_of_firm("Orr Bros.")), list(forms_of_firm("Ellis & Co."))[:2], list(forms_of_firm("Orr and Ellis"))
    (['Orr Brothers', 'Orr Bros'], ['Ellis and Company', 'Ellis & Co'], [])
    """
    full = _SHORT.sub(lambda found: _IN_FULL[found[0].rstrip(".").lower()], name)
    full = _AND_COMPANY.sub(" and Company", full)
    if full != name:
        yield full
    yield from (full.replace(f" {long}", f" {short.title()}") for short, long in _IN_FULL.items() if f" {long}" in full)
    if company := _AND_COMPANY.search(full):
        yield from (f"{full[: company.start()]}{mark}" for mark in (" & Co", " and Co", " & Company"))
