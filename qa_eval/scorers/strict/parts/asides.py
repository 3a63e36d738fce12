"""Dates in phrases that tell of something else beside what is answered: "12 May, to holders of record on 3 May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from qa_eval.scorers.strict.parts.clauses import Place

_REACH = 60  # characters before a date in which its phrase begins
_ASIDE = regex(
    r"\s*,\s+(?:(?:long|shortly|soon|well|just|years) (?:before|after)|to|for|after|following|with|at|by|as|among)\s+(?:[\w'-]+\s+){2,8}",
    re.IGNORECASE,
)
_INSERTED = regex(
    r",\s+(?:[a-z]+ly\s+)?(?P<done>[a-z]+(?:ed|en|wn|ilt|ade|old|ought|unded|et|ut))\s+(?:back\s+)?(?:in|on|by|at|from)\s+$",
    re.IGNORECASE,
)


def told_aside(text: str, end: int, start: int) -> bool:
    """Return whether what begins at ``start`` is told in a phrase behind what is answered first: "12 May, to holders of record on 3 May".

    >>> told_aside("12 May, after talks in Bern on 3 May", 6, 31), told_aside("12 May, or 3 May", 6, 11)
    (True, False)
    """
    return end <= start and not text[:end].count(",") > 1 and _ASIDE.fullmatch(text, end, start) is not None


def is_inserted(text: str, question: str, place: Place) -> bool:
    """Return whether a date is told in a phrase between commas of something else that was done: "The loan, signed in May, ends in June".

    >>> from qa_eval.scorers.strict.parts.clauses import Place
    >>> is_inserted("The loan, signed in May, ends in June", "When does the loan end?", Place(20, 23))
    True
    """
    found = _INSERTED.search(text, max(0, place.start - _REACH), place.start)
    return found is not None and text[place.end : place.end + 1] == "," and not stems(found["done"]) & stems(question)


def is_yet_to_come(text: str, question: str, start: int) -> bool:
    """Return whether a date at ``start`` is told of what will be, where it is asked what was: "In 1986, and it'll be back in 2061".

    >>> is_yet_to_come("In 1986, and it'll be back in 2061", "When did it last pass?", 30), is_yet_to_come("1986 or 2061", "When did it pass?", 8)
    (True, False)
    """
    edge = next(iter(_EDGE.finditer(text[:start][::-1])), None)
    if edge is None or _PAST.search(question) is None or _FUTURE.search(question):
        return False
    return _FUTURE.search(text, start - edge.start(), start) is not None


_EDGE = regex(r"\s[,;.]|\sdna\s|\s[–—]\s")  # of a clause, read backwards: ", and "
_PAST = regex(r"\b(?:did|was|were|has|have|had|last|previous(?:ly)?)\b", re.IGNORECASE)
_FUTURE = regex(
    r"\b(?:will|shall|due|next|planned|expected|scheduled|is to|are to|return(?:s|ing)|comes? back|(?:is|are) going to)\b|['’]ll\b",
    re.IGNORECASE,
)
