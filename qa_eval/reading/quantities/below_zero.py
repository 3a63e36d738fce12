"""Figures below zero as accounts set them: a minus with a blank behind it, "- 125 million euros", and brackets, "$(0.42)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    import re

DASHES = "-–−‒"
COIN = r"(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}(?=[ \d]))"
LOOSE = regex(rf"(?P<led>\A\W*?|[:(]\s*)[{DASHES}]\s+(?=(?:{COIN}\s?)?\d)")
BRACKETED_FIGURE = r"(?P<before>[$€£¥]?)\((?P<sign>[$€£¥]?)\s*(?P<number>\d[\d.,]*)\s*(?P<unit>%|percent|per cent|thousand|million|billion|[mkb]|bn)?\)"
_WHOLE = regex(rf"(?i:{BRACKETED_FIGURE}(?P<behind>\s*(?:%|percent|thousand|million|billion))?)")


def glued(text: str) -> str:
    """Return a text that is one figure with a minus before it and a blank between them, with none between them.

    >>> glued("- 12.5 million euros"), glued("– $3"), glued("- 12 km"), glued("- one")
    ('-12.5 million euros', '-$3', '-12 km', '- one')
    """
    return LOOSE.sub(r"\g<led>-", text, count=1) if text[:1] in DASHES and "\n" not in text else text


def unbracketed(text: str) -> str:
    """Return a figure that is all in brackets as accounts write it, one below zero.

    >>> unbracketed("(1,234)"), unbracketed("$(0.42)"), unbracketed("12 (of 30)")
    ('-1,234', '-$0.42', '12 (of 30)')
    """
    whole = _WHOLE.fullmatch(text.strip()) if "(" in text else None
    return text if whole is None else out_of_brackets(whole) + (whole["behind"] or "")


def out_of_brackets(found: re.Match[str]) -> str:
    """Return a bracketed figure as one below zero."""
    unit = found["unit"] or ""
    return f"-{found['before'] or found['sign']}{found['number']}{' ' if unit.isalpha() else ''}{unit}"
