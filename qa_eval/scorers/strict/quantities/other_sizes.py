"""Figures that are told of a thing of another size than is asked about: "€84 for a four-bed room", where it is a two-bed one."""

from __future__ import annotations

import re

from qa_eval.model import Reason
from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

_SIZED = regex(rf"\b(?P<number>\d+|{'|'.join(NUMBER_OF)})-(?P<what>[a-z]+)\b", re.IGNORECASE)


def of_another_size(text: str, question: str) -> Closeness | None:
    """Return that an answer gives its figure for another size than is asked about: "€84 for a four-bed room", where it is a two-bed one.

    >>> of_another_size("A four-bed room costs €84.", "What does a two-bed room cost?").note
    'says it of a four-bed one'
    """
    if "-" not in text or "-" not in question:
        return None
    asked = {found["what"].lower(): _count_of(found["number"]) for found in _SIZED.finditer(question)}
    said = [(found["what"].lower(), _count_of(found["number"]), found[0]) for found in _SIZED.finditer(text)]
    others = [size for what, count, size in said if what in asked and asked[what] != count]
    same = any(asked.get(what) == count for what, count, _ in said)
    return None if same or not others else Closeness(Reason.CONTRADICTION, f"says it of a {others[0]} one")


def _count_of(word: str) -> str:
    return str(NUMBER_OF.get(word.lower(), word))
