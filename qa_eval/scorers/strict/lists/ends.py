"""What a list is asked for between or beside: "Which stops are there between Lisov and Brenn?" asks for neither of the two."""

from __future__ import annotations

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

_NAME = r"([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)"
_ENDS = regex(rf"\b(?:between|from) {_NAME} (?:and|to) {_NAME}")
_BESIDES = regex(rf"\b(?:besides|apart from|other than|in addition to|except(?: for)?|alongside) {_NAME}")


def ends_of(question: str) -> frozenset[tuple[str, ...]]:
    """Return the names of the ends between which a question asks for what lies, or of what it leaves out: none is an item.

    >>> sorted(ends_of("Which stops are there between Lisov and Brenn?"))
    [('brenn',), ('lisov',)]
    """
    found = _ENDS.search(question) or _BESIDES.search(question)
    return frozenset(map(key, filter(None, found.groups()))) if found else frozenset()
