"""Figures behind a sign or letter: "pOH = 3.2" where the pH is asked for, and "at x = 3", which only says where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.arguments import AT
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

REACH = 24  # characters before a figure in which its sign stands
# one letter, or a few with a capital or a digit behind the first: "v", "v0", "T_max", "pOH"
_SIGN = regex(
    r"(?<![\w^*/+.-])(?P<sign>[A-Za-z](?:_\{?\w{1,4}\}?|(?=[a-z]{0,3}[A-Z0-9])\w{1,4})?)\s*(?:=|≈|:|\bis\b)\s*[-−]?\Z"
)
_AT = regex(rf"{AT}[-−–]?\Z", re.IGNORECASE)
_PLACE_ASKED = regex(
    r"\b(?:where|when|points?|coordinates?|vertex|solve|solutions?|roots?|zeros?|(?:at|for) (?:what|which)|values? of [a-z]\b(?!\())",
    re.IGNORECASE,
)
_TOKEN = regex(r"\w+")
_ARTICLES = frozenset(("a", "A", "I"))


def is_of_another_sign(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure has a sign that the question does not name, and another figure one that it does: "pH = 9 (pOH = 5)"."""
    if len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    sign = _sign_of(figure, said)
    if not sign:
        return False
    named = frozenset(_TOKEN.findall(asked.text)) - _ARTICLES
    return sign not in named and any(_sign_of(each, said) in named for each in said.figures if each is not figure)


def _sign_of(figure: Quantity, said: Said) -> str:
    match = _SIGN.search(said.plain, max(0, figure.start - REACH), figure.start)
    return match["sign"].replace("{", "").replace("}", "") if match else ""


def is_of_the_place(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure only says where another holds: the 3 of "-4, at x = 3", where that is not asked."""
    if len(said.figures) < 2 or not is_at(said.plain, figure.start) or _PLACE_ASKED.search(asked.text):  # noqa: PLR2004 - one other
        return False
    return any(not is_at(said.plain, each.start) and not each.dated for each in said.figures)


def is_at(text: str, place: int) -> bool:
    """Return whether "at x =" or the like stands before a place.

    >>> is_at("-4, at x = 3", 11), is_at("x = 3", 4)
    (True, False)
    """
    return _AT.search(text, max(0, place - REACH), place) is not None
