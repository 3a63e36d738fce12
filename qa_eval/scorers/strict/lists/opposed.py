"""Lists that are told of the opposite of what is asked: "It is open on Friday and Sunday", where it is asked when it is closed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import may_oppose, opposite_in
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import SHORT, Wording
from qa_eval.scorers.strict.parts.opposed import clauses_of

if TYPE_CHECKING:
    from collections.abc import Collection

_ITEM = "Zzz"  # what stands for an item, so that its own words say nothing
# what one does is the opposite of what the other does: "Chile and Peru imported it", where it is asked to whom it was exported
_OF_TWO = regex(r"import|export|receiv|pa(?:y|id)|sold|sell|bought|buy|lend|lent|borrow|left|join", re.IGNORECASE)
# what is not in it, where it is asked what is: "It is free of salt and sugar"
_HOLDS = regex(r"\b(?:contain\w*|includ\w+|consist\w*|made (?:of|from)|have|has|had)\b", re.IGNORECASE)
_LACKS = regex(
    rf"\b(?P<lacks>lacks?|lacked|(?:is|are|was|were)\s+(?:free\s+(?:of|from)|without)|(?:does|do|did)\s+without)\s+(?:the\s+|any\s+|added\s+)?{_ITEM}"
)
_FRONTED = regex(rf"\W*(?:and\s+)?(?:the\s+)?{_ITEM}")
_NEGATIVE = regex(r"\b(?:not|never|no|none|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE)


def told_of_opposite(text: str, names: Collection[tuple[str, ...]], question: str) -> str:
    """Return the words by which an answer tells the items, or one of them, of the opposite of what is asked; "" for none.

    >>> days = {("friday",), ("sunday",)}
    >>> told_of_opposite("It is open on Friday and Sunday.", days, "On which days is it closed?")
    'open'
    >>> told_of_opposite("Closed on Friday and Sunday, open on Monday.", days, "On which days is it closed?")
    ''
    """
    if len(text) > SHORT:
        return ""
    if _HOLDS.search(question) and not _NEGATIVE.search(question) and (lacks := _LACKS.search(_masked(text, names))):
        return lacks["lacks"]
    if not may_oppose(question, text) or _NEGATIVE.search(text):
        return ""
    plain, asked = _masked(text, names), _of_question(question, frozenset(names))
    whole = opposite_in(asked, plain)
    if _ITEM in whole:
        return whole.replace(_ITEM, "…")  # "Leave a torch and water at home"
    if not whole and not any(joint in plain for joint in (";", ",", " while ", " but ")):
        return ""
    led = ""  # the opposite that the clause before tells of nothing: "It is open: Friday and Sunday"
    for clause in (part for each in clauses_of(plain) for part in each.split(", ")):
        opposite = opposite_in(asked, clause)
        if _ITEM in clause:
            opposite = opposite or (led if not has_verb(clause) else "")
            if opposite and not (_FRONTED.match(clause) and _OF_TWO.search(opposite)):
                return opposite.replace(_ITEM, "…")
        led = opposite if _ITEM not in clause else ""
    return ""


@lru_cache(maxsize=256)
def _of_question(question: str, names: frozenset[tuple[str, ...]]) -> str:
    return _masked(question, names)


def _masked(text: str, names: Collection[tuple[str, ...]]) -> str:
    """Return a text with a mark in the place of each item."""
    wording = Wording(text)
    spans = sorted({span for name in names for span in wording.find(name)}, reverse=True)
    end = len(text) + 1
    for start, stop in spans:
        if stop <= end:
            text, end = f"{text[:start]}{_ITEM}{text[stop:]}", start
    return text
