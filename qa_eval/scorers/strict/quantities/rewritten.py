"""An answer's figures as they come to what is asked: products worked out, ends of a range told as one, those of another condition left out."""

from __future__ import annotations

from decimal import Decimal
from re import IGNORECASE
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.quantities.conditions import of_condition

if TYPE_CHECKING:
    import re

    from qa_eval.scorers.strict.quantities.asked import Asked

_FIGURE = r"\d[\d.,]*"
_UNIT = r"(?:\s?(?!and\b|at\b|or\b)[a-z°%/]+)?"
# "2 × 3 kW" are 6 kW, "2 × 3 m" a size, and so is one of three sides
_PRODUCT = regex(
    r"(?<![\w.,×])(?<![×x]\s)(?P<many>\d{1,3})\s?[x×]\s?(?P<each>\d+(?:\.\d+)?)(?=\s?(?:kW|W|MW|GW|kg|mg|g|t|l|L|ml|mL|litres?|liters?|hours?|h|minutes?|min|seconds?|tonnes?|watts?|kilowatts?|horsepower|hp|euros?|€)\b)"
)
_ENDS = regex(
    rf"(?P<lead>[^\d]*?)(?:(?:at\s+least\s+)?(?P<low>{_FIGURE}{_UNIT})(?:\s+(?:at\s+(?:the\s+)?least|minimum))?\s*(?:,|\band\b|,\s+and\b)\s+(?:at\s+most\s+)?(?P<high>{_FIGURE}{_UNIT})\s+(?:at\s+(?:the\s+)?most|maximum)"
    rf"|(?:not|no(?:thing)?|never)\s+(?:below|under|less\s+than)\s+(?P<least>{_FIGURE}{_UNIT})\s*(?:,|\band\b|,\s+and\b|\bor\b)\s+(?:(?:not|never|nothing)\s+)?(?:above|over|more\s+than)\s+(?P<most>{_FIGURE}{_UNIT}))(?P<rest>\W*)",
    IGNORECASE,
)
_TWO = regex(rf"\W*(?P<low>{_FIGURE}{_UNIT})\s+and\s+(?P<high>{_FIGURE}{_UNIT})\W*", IGNORECASE)
_BACKWARDS = regex(r"\W*(?P<high>\d+(?:\.\d+)?)\s?[–-]\s?(?P<low>\d+(?:\.\d+)?)(?P<unit>\s?[a-z°%]+)\W*", IGNORECASE)
_A_WEIGHTED, _C_WEIGHTED = regex(r"\bdB\s?\(?A\b"), regex(r"\bdB\s?\(C\)")
_BETWEEN = regex(r"\bbetween\s+(?:which|what)\b", IGNORECASE)


def rewritten(text: str, asked: Asked) -> str:
    """Return an answer with its figures as they come to what is asked."""
    if len(text) > SHORT:
        return text
    if ("×" in text or "x" in text) and "×" not in asked.answer and "x" not in asked.answer:
        text = _PRODUCT.sub(_worked_out, text)
    if "dB" in text and _A_WEIGHTED.search(asked.answer):
        text = _C_WEIGHTED.sub("dBC", text)
    return _as_range(text, asked.question) if asked.spans else of_condition(text, asked.question)


def _worked_out(found: re.Match[str]) -> str:
    """Return a product: 6 for 2 × 3."""
    return f"{int(found['many']) * Decimal(found['each']):f}"


def _as_range(text: str, question: str) -> str:
    """Return the ends of a range as one.

    >>> [_as_range(each, "Between which pressures?") for each in ("1 bar at least, 2 at most", "2–1 bar", "1 and 2 bar")]
    ['between 1 bar and 2', 'between 1 and 2 bar', 'between 1 and 2 bar']
    """
    if found := _ENDS.fullmatch(text):
        low, high = found["low"] or found["least"], found["high"] or found["most"]
        return f"{found['lead']}between {low} and {high}{found['rest']}"
    if (found := _BACKWARDS.fullmatch(text)) and Decimal(found["low"]) < Decimal(found["high"]):
        return f"between {found['low']} and {found['high']}{found['unit']}"
    found = _TWO.fullmatch(text) if _BETWEEN.search(question) else None
    return f"between {found['low']} and {found['high']}" if found else text
