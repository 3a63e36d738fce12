"""Ratings of credit with their outlook: "BB+ with a stable outlook", "BB+/stable", "rated BB plus (stable)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.regex import regex

_SIGN = {"plus": "+", "minus": "-", "−": "-", "–": "-"}
_GRADE = regex(
    r"(?<![\w.+-])(?P<letters>AAA|AA|A|BBB|BB|B|CCC|CC|C|Aaa|Aa|Baa|Ba|Caa|Ca|SD|RD|D)"
    r"(?:(?P<number>[1-3])|\s?(?P<sign>[+\-−–])(?!\w)|[\s-](?P<word>(?i:plus|minus))\b)?(?![\w+'’])"
)
_ARTICLE = regex(r"A(?=\s+(?:stable|positive|negative|developing|rating|credit|long)\b|\s+[A-D])")
_OUTLOOK = regex(r"\b(?:stable|positive|negative|developing|evolving)\b", re.IGNORECASE)


class Rating(NamedTuple):
    """A grade and the outlook that goes with it, and the rest of the text that gives them."""

    grade: str
    outlook: str
    rest: str

    def is_same(self, other: Rating) -> bool:
        """Return whether another rating has the same grade and outlook."""
        return self[:2] == other[:2]


def read_rating(text: str) -> Rating | None:
    """Return the rating that a text gives; None where it gives no grade or outlook, or several.

    >>> read_rating("BB plus (stable)")[:2], read_rating("outlook negative, rated A2")[:2], read_rating("A stable outlook") is None
    (('BB+', 'stable'), ('A2', 'negative'), True)
    """
    outlooks = {found[0].lower() for found in _OUTLOOK.finditer(text)}
    if len(outlooks) != 1:
        return None
    bare = _ARTICLE.sub(" ", text)
    grades = {_grade(found) for found in _GRADE.finditer(bare)}
    if len(grades) != 1:
        return None
    return Rating(grades.pop(), outlooks.pop(), _OUTLOOK.sub(" ", _GRADE.sub(" ", bare)))


def _grade(found: re.Match[str]) -> str:
    mark = found["number"] or found["sign"] or (found["word"] or "").lower()
    return f"{found['letters']}{_SIGN.get(mark, mark)}"
