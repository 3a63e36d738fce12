"""Roman numerals that are asked for as such: a letter more or less is another number."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

ROMAN_ASKED = regex(r"\bRoman (?:numerals?|numbers?|figures?|digits?|notation)\b", re.IGNORECASE)
_ROMAN = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_WHOLE = regex(rf"(?=\w){_ROMAN}")
_SAID = regex(rf"(?<!\w)(?=[MDCLXVI]){_ROMAN}(?!\w)")


def same_roman(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted Roman numeral; None where none is accepted, or neither it nor figures are said.

    >>> [same_roman(said, "XLIX") for said in ("It is XLIX.", "xlix", "XLVIII", "49", "the sign of the house")]
    [True, True, False, False, None]
    """
    if not _WHOLE.fullmatch(accepted.strip(" .")):
        return None
    bare = answer.strip(" .")
    said = {bare.upper()} if _WHOLE.fullmatch(bare.upper()) else set(_SAID.findall(answer)) - {"I"}
    if said:
        return accepted.strip(" .") in said
    return False if bare.isdecimal() else None
