"""What an answer says to a question of one day by the days that it tells: "Only on weekdays" says no of Sundays."""

from __future__ import annotations

import re

from qa_eval.reading.calendar import DAYS
from qa_eval.reading.regex import regex

_LONGEST = 80  # characters; a longer answer says more than that
_DAYS = DAYS
_DAY = "|".join(_DAYS)
_ASKED = regex(rf"\bon\s+(?:a\s+)?(?P<day>(?:{_DAY})|weekend|weekday)s?\b", re.IGNORECASE)
_TOLD = regex(
    rf"\W*(?:(?:it is|it's|they are|they're|open)\s+)?(?P<only>only\s+|just\s+)?(?:(?:open|available)\s+)?(?:on\s+|from\s+|at\s+|the\s+)*"
    rf"(?:(?P<first>{_DAY})s?\s*(?:to|until|till|through|[-–])\s*(?P<last>{_DAY})s?|(?P<named>weekdays|weekends|(?:{_DAY})s?(?:(?:,|\s+and)\s+(?:on\s+)?(?:{_DAY})s?)*|working days)|(?P<all>every day|daily|seven days a week|all week))(?:\s+(?P<alone>only))?\W*",
    re.IGNORECASE,
)
_SETS = {"weekday": _DAYS[:5], "working day": _DAYS[:5], "weekend": _DAYS[5:]}


def days_say(question: str, text: str) -> bool | None:
    """Return whether the days that an answer tells say yes or no of the day that is asked about; None where it tells none.

    >>> asked = "Is the shop open on Sundays?"
    >>> [days_say(asked, text) for text in ("Only on weekdays.", "Monday to Saturday", "every day", "On Sundays too, I think.")]
    [False, False, True, None]
    """
    asked = _ASKED.search(question) if len(text) <= _LONGEST else None
    told = _TOLD.fullmatch(text) if asked else None
    if asked is None or told is None or len(_ASKED.findall(question)) > 1:
        return None
    day = asked["day"].lower()
    wanted = frozenset(_SETS.get(day, (day,)))
    said = _days_of(told)
    if wanted <= said:
        return True
    return False if said.isdisjoint(wanted) else None


def _days_of(told: re.Match[str]) -> frozenset[str]:
    if told["all"]:
        return frozenset(_DAYS)
    if told["first"]:
        first, last = _DAYS.index(told["first"].lower()), _DAYS.index(told["last"].lower())
        return frozenset(_DAYS[first : last + 1] if first <= last else (*_DAYS[first:], *_DAYS[: last + 1]))
    named = told["named"].lower()
    return frozenset(_SETS.get(named.removesuffix("s"), ())) or frozenset(day for day in _DAYS if day in named)
