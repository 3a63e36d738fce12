"""Another value than the one that is asked about: "It opened in June" says no to "Did it open in May?", "It runs on diesel" no yes to petrol."""

from __future__ import annotations

import re

from qa_eval.reading.calendar import DAYS, MONTHS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key

_LONGEST = 100  # characters; a longer answer says more than that
_SORTS = (
    frozenset(MONTHS),
    frozenset(DAYS),
    *(
        frozenset(sort.split())
        for sort in (
            "spring summer autumn winter",
            "red green blue yellow white black grey gray brown orange purple pink",
            "train bus car plane boat ship ferry bicycle taxi truck tram bike",
            "diesel gasoline petrol electricity gas coal wood hydrogen",
            "oak pine steel iron bronze copper brass marble granite glass plastic leather cotton silk wool paper concrete brick stone gold silver",
            "law medicine history physics chemistry biology economics philosophy mathematics music engineering theology",
            "morning afternoon evening night noon midnight",
            "north south east west",
        )
    ),
)
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_MAY = regex(r"\b(?<!^)May\b")
_JOINED = regex(
    r"\b(?P<joint>in|on|by|with|from|to|at|of|for)\s+(?:the\s+|an?\s+)?(?P<what>[\w-]+)(?=\W*\Z)", re.IGNORECASE
)
_IT_IS = regex(r"\W*(?:it|they|he|she)\s+(?:is|are|was|were)\s+(?:\S+\s+){0,2}\S+", re.IGNORECASE)
_MORE = regex(
    r"\b(?:not|no|never|or|also|too|as well|both|and|may(?= [a-z])|might|could|would|should|if|again|until|since|than|first|before|after|planned|due|meant|originally|previously)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


def value_instead(question: str, text: str) -> bool | None:
    """Return True where an answer gives another value of the sort that is asked about, False where another word stands in its place, else None.

    >>> value_instead("Did it open in May?", "It opened in June."), value_instead("Does it run on petrol?", "It runs on steam."), value_instead("Is it open?", "It is open.")
    (True, False, None)
    """
    if len(text) > _LONGEST or _MORE.search(text) or not (stems(text) & stems(question) or _IT_IS.fullmatch(text)):
        return None
    asked, said = _words(question), _words(text)
    for sort in _SORTS:
        own, other = asked & sort, said & sort
        if own and other:
            return True if not own & other else None
    years = ({word for word in each if _YEAR.fullmatch(word)} for each in (asked, said))
    own, other = (frozenset(each) for each in years)
    if own and other and not own & other:
        return True
    joined, told = _JOINED.search(question), _JOINED.search(text)
    if joined is None or told is None or joined["joint"].lower() != told["joint"].lower():
        return None
    return None if stems(joined["what"]) & stems(text) or stems(told["what"]) & stems(question) else False


def _words(text: str) -> frozenset[str]:
    words = frozenset(key(text))
    return words if "may" not in words or _MAY.search(text) else words - {"may"}
