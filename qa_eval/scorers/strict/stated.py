"""What speaks against an answer that holds what is accepted, by what the question asks: it is so that is said not to be, on another day, for another price."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY, DAYS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.parts.asked_not import denied_in, states_what_is_not
from qa_eval.scorers.strict.parts.forbidden import asks_forbidden, says_allowed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Applies: TypeAlias = Callable[[str], bool]
    Against: TypeAlias = Callable[[str, str, str], str]

_DAY = regex(rf"\b(?P<day>{A_DAY}|weekday|weekend|working day)s?\b")
_WEEKEND = frozenset(("saturday", "sunday"))
_SETS = {"weekday": frozenset(DAYS) - _WEEKEND, "working day": frozenset(DAYS) - _WEEKEND, "weekend": _WEEKEND}
_ASKS_DAY = regex(r"\b(?:(?:which|what) (?:day|date|weekday)|how (?:long|many days))\b")
# what tells of several days, or sets one aside
_SEVERAL = regex(
    r"[;,]|:\s|\b(?:and|or|but|while|whereas|except|not|no|never|than|unlike|from|to|until|till|before|after|daily|every day|week|announced|said|told)\b|n['’]t\b"
)
_PAID = regex(
    r"\b(?:what|how much)\b.*\b(?P<side>pay|paid|spend|spent)\b|\b(?:what|how much)\b.*\b(?:get|got|receive|received|sell|sold)\b"
)
_SOLD = regex(
    r"\W*(?:it|they|he|she)\s+(?:(?:had|then|later)\s+)?(?P<deed>sold|bought)\s+(?:it|them|the\s+[a-z]+|its\s+[a-z]+|this)\s+(?:in\s+\d{4}\s+)?for\b"
)


@lru_cache(maxsize=1024)
def _days_in(text: str) -> frozenset[str]:
    found = (day["day"] for day in _DAY.finditer(text.lower()))
    return frozenset[str]().union(*(_SETS.get(day, frozenset((day,))) for day in found))


def _names_days(question: str) -> bool:
    return bool(_days_in(question)) and _ASKS_DAY.search(question.lower()) is None


def of_other_days(text: str, question: str, accepted: str) -> str:
    """Return what an answer says of another day of the week than the question asks about; "" for nothing.

    >>> asked = "When does the shop open on weekdays?"
    >>> of_other_days("It opens at 9 on Sundays.", asked, "9 am"), of_other_days("It opens at 9 on Mondays.", asked, "9 am")
    ('says it of sunday', '')
    """
    said = _days_in(text) if len(text) <= SHORT else frozenset[str]()
    if not said or _days_in(accepted) or said & _days_in(question) or _SEVERAL.search(text.lower().rstrip(" .!")):
        return ""
    return f"says it of {min(said)}"


def _asks_paid(question: str) -> bool:
    return _PAID.search(question.lower()) is not None


def turned_trade(text: str, question: str, _accepted: str) -> str:
    """Return what an answer says that was paid for what was sold, where it is asked what was paid by the same one, or the other way round; "" for nothing.

    >>> asked = "What did the firm pay for the mill?"
    >>> turned_trade("It sold it for £2m.", asked, "£2m"), turned_trade("It bought it for £2m.", asked, "£2m")
    ('says what it was sold for', '')
    """
    asked, told = _PAID.search(question.lower()), _SOLD.match(text.lower())
    if asked is None or told is None or (asked["side"] is None) == (told["deed"] == "sold"):
        return ""
    return f"says what it was {told['deed']} for"


def _asks_not(question: str) -> bool:
    return bool(denied_in(question).words)


def _states(text: str, question: str, accepted: str) -> str:
    said = states_what_is_not(text, question, accepted)
    return "says that it is so, and not what is not" if said else ""


def _allows(text: str, question: str, _accepted: str) -> str:
    return "says what is allowed, and not what is not" if says_allowed(text, question) else ""


_CHECKS: tuple[tuple[Applies, Against], ...] = (
    (_asks_not, _states),
    (asks_forbidden, _allows),
    (_names_days, of_other_days),
    (_asks_paid, turned_trade),
)


def checks_for(question: str) -> tuple[Against, ...]:
    """Return what may speak against answers to a question, each of which takes an answer, the question and what is accepted.

    >>> len(checks_for("Who won?")), len(checks_for("Who did not win?"))
    (0, 1)
    """
    return tuple(against for applies, against in _CHECKS if applies(question))
