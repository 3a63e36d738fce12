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

_PARTICIPLE = r"[a-z]+(?:ed|en|wn|ilt|ade|old|ought|unded|et|ut|ost|eld|off)"
# "The match abandoned on", "The concert that had been planned for"
_OF_SUBJECT = regex(
    rf"(?:\A|[.;]\s+)\W*(?:the|its|his|her|their|an?)\s+(?:[\w-]+\s+){{1,4}}?(?:(?:that|which)\s+(?:was|were|had\s+been|has\s+been)\s+)?(?:first\s+|originally\s+)?(?P<done>{_PARTICIPLE})\s+(?:off\s+|out\s+|down\s+)?(?:for|on|in|at|from|to|until)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_THEN_DID = regex(
    r",?\s+(?:(?:was|were|is|has\s+been|had\s+been|will\s+be|did)\s+)?(?:[a-z]+ly\s+|then\s+)?(?P<then>[a-z]+)\b",
    re.IGNORECASE,
)
_LAST_VERB = regex(rf"\b(?P<verb>{_PARTICIPLE})\b(?!.*\b{_PARTICIPLE}\b)", re.IGNORECASE)


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


def tells_which(text: str, question: str, place: Place) -> bool:
    """Return whether a date only tells which thing it was that had done to it what is asked: "The match abandoned in May was replayed in June".

    >>> from qa_eval.scorers.strict.parts.clauses import Place
    >>> told = "The match abandoned in May was replayed in June"
    >>> tells_which(told, "When was it replayed?", Place(23, 26)), tells_which(told, "When was it abandoned?", Place(23, 26))
    (True, False)
    """
    found = _OF_SUBJECT.search(text, 0, place.start)
    then = _THEN_DID.match(text, place.end) if found else None
    if found is None or then is None or not stems(then["then"]) & stems(question):
        return False
    asked = _LAST_VERB.search(question)
    return asked is None or not stems(asked["verb"]) & stems(found["done"])


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
