"""What an answer gives for the year that is asked about, where it gives something for another beside it: "12 in 2021 versus 9 in 2020"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = regex(r"\b(?:19|20)\d\d\b")
_APART = regex(
    r",?\s+(?:versus|vs\.?|as against|against|(?:as )?compared (?:with|to)|and|while|whereas|but)\s+|\s*[;()]\s*|,\s+"
)
_FIGURE = regex(r"\d")
_FEWEST = 2  # parts of an answer that compares


def of_asked_year(text: str, question: str) -> str:
    """Return the part of an answer that is of the one year a question names; all of it where each part is, or who can tell.

    >>> of_asked_year("14.5% in 2021 vs 15.2% in 2022", "What was the margin in 2022?")
    '15.2% in 2022'
    >>> of_asked_year("14.5% (2021: 13.1%)", "What was the margin in 2022?"), of_asked_year("14.5%", "What was it in 2022?")
    ('14.5%', '14.5%')
    >>> of_asked_year("In 2022, 9; in 2023, 8.", "What was it in 2023?")
    'in 2023, 8.'
    """
    asked = set(YEAR.findall(question))
    if len(asked) != 1 or not set(YEAR.findall(text)) - asked:
        return text
    told = [(part, set(YEAR.findall(part))) for part in _parts(text)]
    if len(told) < _FEWEST or any(len(years) > 1 for _, years in told):
        return text
    own = [part for part, years in told if years == asked]
    if not own and not told[0][1]:
        own = [told[0][0]]  # "14.5% (2021: 13.1%)"
    return own[0] if len(own) == 1 else text


def _parts(text: str) -> Iterator[str]:
    """Yield the parts that give a figure; a year before one belongs to it: "In 2022, 9"."""
    start = end = 0
    for edge in (*_APART.finditer(text), None):
        here = len(text) if edge is None else edge.start()
        part = text[start:here].strip()
        end = here if edge is None else edge.end()
        if _FIGURE.search(YEAR.sub("", part)):
            yield part
        if _FIGURE.search(YEAR.sub("", part)) or not YEAR.search(part):
            start = end
