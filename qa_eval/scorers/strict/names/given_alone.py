"""A given name that is accepted by itself, told with a surname that the question has, or that a character of a work has: "Molly Parker" for "Molly"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

_FIRST = regex(r"\b(?:first|given|christian|fore)[- ]?names?\b", re.IGNORECASE)
_MIDDLE = regex(r"\bmiddle names?\b", re.IGNORECASE)
_RELATIVE = regex(
    r"\bnames?\b.*\b(?:son|daughter|wife|husband|father|mother|brother|sister|child|twin|uncle|aunt|nephew|niece)s?\b",
    re.IGNORECASE,
)
_CHARACTER = regex(
    r"\b(?:which|what|whose) (?:[\w-]+ ){0,2}?characters?\b|\bwho (?:does|do|did) [\w' -]+ end up with\b", re.IGNORECASE
)
_SURNAME = regex(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_NO_SURNAME = frozenset(
    [
        "junior",
        "senior",
        "street",
        "road",
        "city",
        "river",
        "island",
        "school",
        "college",
        "park",
        "house",
        "hall",
        "prize",
        "award",
        "show",
    ]
)


def adds_surname(name: str, before: str, after: str, question: str) -> bool:
    """Return whether what stands around a single accepted name makes it no more than a person's full name.

    >>> adds_surname("Patrick", "", "Rossi", "What was the first name of the poet Rossi's father?")
    True
    >>> adds_surname("Molly", "", "Parker", "Which character did she play?"), adds_surname("Molly", "", "Parker", "Who wrote it?")
    (True, False)
    """
    if not name.isalpha() or not name[0].isupper() or not after:
        return False
    known = frozenset(key(question))
    if _MIDDLE.search(question):
        return bool(before) and known.issuperset(key(f"{before} {after}"))
    if before:
        return False
    if (_FIRST.search(question) or _RELATIVE.search(question)) and known.issuperset(key(after)):
        return True
    return _CHARACTER.search(question) is not None and bool(
        _SURNAME.fullmatch(after) and after.lower() not in _NO_SURNAME
    )
