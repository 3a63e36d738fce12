"""Numbers of base 16: "0xFF", "FFh", "#ff" and "FF₁₆" are one."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

HEX_ASKED = regex(r"\b(?:hexa?|hexadecimal|base[- ](?:16|sixteen)|colou?r code)\b", re.IGNORECASE)
_HEX = regex(
    r"(?<![\w.])(?:0x|#|\\x)?(?P<digits>[\da-f]{1,16})(?:h|_?\{?16\}?|₁₆|\s?\(?(?:hex(?:adecimal)?|base 16)\)?)?(?![\w.]\d|\w)",
    re.IGNORECASE,
)
_MARKED = regex(r"0x|#|\\x|\d|h\Z|\A[A-F]+\Z")
_LEAST = 2  # signs of a number that needs no mark, "FF"


def same_hexadecimal(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted number of base 16; None where none is accepted or said.

    >>> [same_hexadecimal(said, "0xFF") for said in ("FF", "It is ffh.", "FF₁₆", "0xFE", "F", "255", "a byte")]
    [True, True, True, False, False, None, None]
    """
    wanted = _HEX.fullmatch(accepted.strip(" .$"))
    if wanted is None or not any(sign in "abcdefABCDEF" for sign in wanted["digits"]):
        return None
    said = {
        match["digits"].lower().lstrip("0")
        for match in _HEX.finditer(answer)
        if _is_number(match[0]) or len(answer.strip(" .")) == len(match[0])
    }
    said = {each for each in said if not each.isdecimal()}
    return said == {wanted["digits"].lower().lstrip("0")} if said else None


def _is_number(written: str) -> bool:
    """Return whether signs are no word of English: "be" and "a" are."""
    return _MARKED.search(written) is not None and (len(written) >= _LEAST or written.isupper()) and written != "A"
