"""Charges and oxidation states: the sign counts, and may stand before or behind, "2+", "+2", "+II", "plus two"."""

from __future__ import annotations

import re

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex

CHARGE_ASKED = regex(
    r"\b(?:charges?|oxidation (?:states?|numbers?)|valenc(?:y|e|ies)|charge numbers?)\b", re.IGNORECASE
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_SIZE = rf"(?:\d|{'|'.join(sorted(_ROMAN[1:], key=len, reverse=True))}|(?i:{'|'.join(CARDINALS[:9])}))"
_CHARGE = regex(
    rf"(?<![\w.+−–-])(?:(?P<sign>[+−–-]|(?i:plus|minus|positive|negative)\s)\s?(?P<size>{_SIZE})|(?P<before>{_SIZE})\s?(?P<behind>[+−–-]|(?i:plus|minus|positive|negative)\b)?|\((?P<within>{'|'.join(_ROMAN[:0:-1])})\))(?![\w+−–-]|\.\d)"
)
_POSITIVE = ("+", "plus", "positive")


def same_charge(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted charge with its sign, which none need be if positive; None where none is accepted or said.

    >>> [same_charge(said, "2+") for said in ("+2", "two positive charges", "2-", "minus two", "a cation")]
    [True, True, False, False, None]
    """
    wanted = _CHARGE.fullmatch(accepted.strip(" .$"))
    if wanted is None:
        return None
    said = {_value(found) for found in _CHARGE.finditer(answer.replace("^", "").replace("$", ""))}
    return (said == {_value(wanted)}) if said else None


def _value(found: re.Match[str]) -> int:
    sign = (found["sign"] or found["behind"] or "+").strip().lower()
    size = found["size"] or found["before"] or found["within"]
    known = _ROMAN if size in _ROMAN else CARDINALS
    value = int(size) if size.isdigit() else known.index(size if size in _ROMAN else size.lower())
    return value if sign in _POSITIVE else -value
