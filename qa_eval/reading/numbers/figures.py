"""Numbers written in digits, one token each: which digits group, which are decimals, and what else they may mean."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex

LONGEST = 300  # digits; what is longer is no figure that an answer states
_GROUPED_BY_COMMA = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_GROUPED_BY_POINT = regex(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DOUBTFUL = regex(r"[1-9]\d{0,2}\.\d{3}")
_HIGHEST_OCTET = 255
_OCTETS = 4


class Figure(NamedTuple):
    """A number as its digits say: exact value, place value of the last digit, and the value when read another way."""

    value: Fraction
    step: Fraction
    alternatives: tuple[Fraction, ...] = ()


@lru_cache(maxsize=65536)
def figure(digits: str) -> Figure | None:
    """Read one token of digits; None for an address, a version, or more digits than any figure has.

    >>> figure("1,300.50").value, figure("1.300").value, figure("1.300").alternatives, figure("192.168.1.2")
    (Fraction(2601, 2), Fraction(13, 10), (Fraction(1300, 1),), None)
    """
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return Figure(Fraction(int(digits)), Fraction(1))
    plain = digits.replace(" ", "").replace("'", "").replace("_", "")
    groups = digits.split(" ")
    if len(groups) > 1 and len(set(groups)) == 1:
        return figure(groups[0])  # "170 170 170" is said three times
    alternatives: tuple[Fraction, ...] = ()
    if _GROUPED_BY_COMMA.fullmatch(plain) and not plain.startswith("0"):
        plain = plain.replace(",", "")
    elif _DOUBTFUL.fullmatch(plain):
        alternatives = (Fraction(int(plain.replace(".", ""))),)
    elif plain.count(".") > 1 or ("." in plain and "," in plain):
        if not _GROUPED_BY_POINT.fullmatch(plain) or _is_address(plain):
            return None
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    whole, _, decimals = plain.partition(".")
    return Figure(Fraction(int(whole + decimals), 10 ** len(decimals)), Fraction(1, 10 ** len(decimals)), alternatives)


def _is_address(digits: str) -> bool:
    parts = digits.split(".")
    return len(parts) == _OCTETS and all(part.isdecimal() and int(part) <= _HIGHEST_OCTET for part in parts)
