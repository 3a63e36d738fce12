"""What stands directly before a number: its sign and its currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa_eval.reading.units.currencies import CURRENCIES, DOLLARS, WORDS_NOT_CODES

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_ROWS = [[field.strip() for field in row.split(";")] for row in CURRENCIES.strip().splitlines()]
_CODES = frozenset(row[0] for row in _ROWS) - WORDS_NOT_CODES
SYMBOLS: dict[str, str] = {
    symbol: row[0] for row in reversed(_ROWS) for symbol in row[1].replace(" ", "").split(",") if (len(symbol) == 1 and not symbol.isascii()) or symbol == "$"
}  # fmt: skip
_WORDS = {"rs": "INR", "sfr": "CHF", "rmb": "CNY", "rp": "IDR", "cn": "CNY"}
SYMBOLS["¢"] = "cent"
_OTHER_DOLLARS = ("CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN")
_OTHERS = {"¥": ("CNY",), "£": ("EGP",)}
_NEGATIVE = {"minus", "negative"}
_SPACED_PREFIXES = {"c", "us", "hk", "nz", "nt", "usd", "cad", "aud", "mxn", "hkd", "nzd", "sgd"}
_MILLION = 10**6
_MINUS = frozenset("-−–‒‑－﹣")  # typed and typeset
_POSSIBLE = frozenset({*SYMBOLS, *_WORDS, *_NEGATIVE, *_MINUS, "+", "."})


@dataclass(slots=True)
class Prefix:
    """Where the sign or currency before a number starts, and what they say; ``factor`` is a million for "MUSD 5"."""

    start: int
    negative: bool = False
    unit: str = ""
    others: tuple[str, ...] = ()
    factor: int = 1


def prefix_at(tokens: Tokens, index: int, floor: int = 0) -> Prefix | None:
    """Read what stands before the number at ``index`` and not before ``floor``: "-", "US$", "EUR", "minus £"."""
    before = tokens.words[index - 1]
    if index == floor or not (before in _POSSIBLE or tokens.text[tokens.starts[index - 1]].isupper()):
        return None
    prefix = Prefix(index)
    _read_sign(tokens, prefix)
    _read_currency(tokens, prefix)
    if prefix.unit and not prefix.negative:
        _read_sign(tokens, prefix)
    return prefix if floor <= prefix.start < index else None


def _read_sign(tokens: Tokens, prefix: Prefix) -> None:
    place = prefix.start - 1
    word = tokens.words[place] if place >= 0 else ""
    before = tokens.words[place - 1] if place > 0 else ""
    if word in _NEGATIVE:
        prefix.negative, prefix.start = (
            not before[:1].isdecimal(),
            place if not before[:1].isdecimal() else prefix.start,
        )
    elif word in _MINUS and (tokens.glued(prefix.start) or word == "−"):
        attached = tokens.glued(place) and (before[-1:].isalnum() or before in {")", "]", "%", "°"})
        if attached or before[:1].isdecimal():
            return
        prefix.negative, prefix.start = True, place
    elif word == "+" and tokens.glued(prefix.start) and not (tokens.glued(place) and before[-1:].isalnum()):
        prefix.start = place


def _read_currency(tokens: Tokens, prefix: Prefix) -> None:
    place = prefix.start - 1
    if place < 0:
        return
    word = tokens.words[place]
    if word in SYMBOLS:
        prefix.unit, prefix.others, prefix.start = SYMBOLS[word], _OTHERS.get(word, ()), place
        if word == "$":
            _read_dollar(tokens, prefix)
        return
    if word == "." and tokens.words[place - 1] in _WORDS:
        place -= 1
        word = tokens.words[place]
    written = tokens.written(place)
    if written in _CODES:
        prefix.unit, prefix.start = written, place
    elif word in _WORDS:
        prefix.unit, prefix.start = _WORDS[word], place
    elif written[:1] == "M" and written[1:] in _CODES:
        prefix.unit, prefix.start, prefix.factor = written[1:], place, _MILLION


def _read_dollar(tokens: Tokens, prefix: Prefix) -> None:
    """Find out whose dollar: "C$", "hk $", "U.S. $"."""
    place = prefix.start - 1
    words = tokens.words
    prefix.others = _OTHER_DOLLARS
    if place < 0:
        return
    if words[place] == "." and place >= 3 and words[place - 3 : place] == ["u", ".", "s"]:  # noqa: PLR2004 - "u.s."
        prefix.unit, prefix.others, prefix.start = "USD", (), place - 3
    elif words[place] == "s" and place >= 2 and words[place - 2 : place] == ["u", "."]:  # noqa: PLR2004 - "u.s"
        prefix.unit, prefix.others, prefix.start = "USD", (), place - 2
    elif words[place] in DOLLARS and (tokens.glued(prefix.start) or words[place] in _SPACED_PREFIXES):
        prefix.unit, prefix.others, prefix.start = DOLLARS[words[place]], (), place
