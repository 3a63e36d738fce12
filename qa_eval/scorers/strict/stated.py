"""What speaks against an answer that holds what is accepted, by what the question asks: it is so that is said not to be, on another day, for another price."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY, DAYS, MONTH_NAMES
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.parts.asked_not import denied_in, states_what_is_not
from qa_eval.scorers.strict.parts.forbidden import asks_forbidden, says_allowed
from qa_eval.scorers.strict.parts.shared_deeds import asks_who_or_why, told_in_another_clause

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


_MONTH = regex(rf"\b(?:{'|'.join(MONTH_NAMES)})\b")
# what relates one time to another
_COMPARES = regex(
    r"[;]|,\s|\b(?:than|from|to|since|compared|against|as in|up|down|more|fewer|less|before|after|until|till|by|and|or|but|not|no|never|while|between|announced|reported|said)\b|n['’]t\b",
    re.IGNORECASE,
)
_SIDE = regex(
    r"(?<!from )(?<!than )(?<!to )\b(?:(?P<early>before|prior to|until|till|up to)|after|since|following|from)\s+(?:the\s+|its\s+|their\s+)?(?P<what>\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,4}|[\w’'-]+(?:\s(?:race|round|week|year|day|match|game|lap|stage|half|war|month|term))?)",
    re.IGNORECASE,
)
_WHEN = regex(r"\b(?:when|deadline|how long|what time)\b", re.IGNORECASE)
_LEAD = regex(r"\W*(?P<how>by|before|until|till|in|on|at|during|after|since)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_LATER, _EARLIER = "after|since|following|from", "before|until|till|prior to|by"
_AGAINST = {
    "by": _LATER, "before": _LATER, "until": _LATER, "till": _LATER, "after": _EARLIER, "since": _EARLIER,
    **dict.fromkeys(("in", "on", "at", "during"), "after|before|until|till|prior to|following|outside"),
}  # fmt: skip
_WILL_NOT = regex(
    r"[^.;!?]*?\b(?P<not>(?:will|would|did|does|do|is|was|are|were|has|have|had|can|could)(?:\s+not|n['’]t)|(?:wo|ca)n['’]t|cannot)\W*",
    re.IGNORECASE,
)
_BEGINS = regex(
    r"\bwhere\b.*\b(?:begin|began|start|started|set (?:off|out)|depart|from)\b|\bstarting (?:point|place)\b",
    re.IGNORECASE,
)
_ENDS = regex(
    r"\bwhere\b.*\b(?:end|ended|finish|finished|arrive|arrived|lead|going|go to|headed)\b|\bdestination\b",
    re.IGNORECASE,
)
_WAY = regex(r"\bfrom\s+(?P<from>[^,.;]+?)\s+to\s+(?P<to>[^,.;]+)", re.IGNORECASE)
_TO_WHOM = regex(r"\A\W*(?:to|from|for|with|against) whom\b", re.IGNORECASE)
_BY = regex(r"\W*by\s", re.IGNORECASE)
_WHO_DID = regex(
    r"\W*(?:who|which\s+[a-z]+)\s+(?!(?:is|was|are|were|has|had|have|will|did|does|do|can)\b)(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_DONE_BY = regex(
    r"(?<!who )(?<!which )(?<!, )\b(?:was|were|is|are|been)\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\s+by\b", re.IGNORECASE
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


def _months_in(text: str) -> frozenset[str]:
    return frozenset(_MONTH.findall(text))


def _names_months(question: str) -> bool:
    return bool(_months_in(question))


def of_other_months(text: str, question: str, accepted: str) -> str:
    """Return what an answer says of another month than the question asks about; "" for nothing.

    >>> asked = "How many came in March?"
    >>> of_other_months("312 in April", asked, "312"), of_other_months("312, up from 284 in April", asked, "312")
    ('says it of April', '')
    """
    said = _months_in(text) if len(text) <= SHORT else frozenset[str]()
    if not said or _months_in(accepted) or said & _months_in(question) or _COMPARES.search(text):
        return ""
    return f"says it of {min(said)}"


def _names_side(question: str) -> bool:
    return _SIDE.search(question) is not None


def on_other_side(text: str, question: str, _accepted: str) -> str:
    """Return what an answer says of the time after what the question asks of the time before, or the other way round; "" for nothing.

    >>> asked = "What did entry cost before 1 June?"
    >>> on_other_side("£5 after 1 June", asked, "£5"), on_other_side("Before 1 June it cost £5.", asked, "£5")
    ('says it of the time "after 1 June"', '')
    """
    if len(text) > SHORT:
        return ""
    wanted = {tuple(key(found["what"])): found["early"] is not None for found in _SIDE.finditer(question)}
    said = [(tuple(key(found["what"])), found) for found in _SIDE.finditer(text)]
    if any(wanted.get(what) is (found["early"] is not None) for what, found in said):
        return ""
    for what, found in said:
        framing = not text[: found.start()].strip() or not text[found.end() :].strip(" .!")
        if what in wanted and framing:
            return f'says it of the time "{found[0].strip()}"'
    return ""


def _asks_when(question: str) -> bool:
    return _WHEN.search(question) is not None


def at_another_side(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer is after what it is accepted to be at or before, or the other way round; "" for none.

    >>> at_another_side("after the end of May", "By when?", "by the end of May"), at_another_side("before the end of May", "By when?", "by the end of May")
    ('after', '')
    """
    lead = _LEAD.match(accepted) if len(text) <= SHORT else None
    if lead is None:
        return ""
    against = _AGAINST[lead["how"].lower()]
    rest = re.escape(accepted[lead.end() :])
    found = re.search(rf"\b(?P<how>{against})\s+(?:the\s+)?{rest}", text, re.IGNORECASE)
    return found["how"] if found else ""


def _asks_what_is(question: str) -> bool:
    return not denied_in(question).words and not asks_forbidden(question)


def denied_at_the_end(text: str, _question: str, _accepted: str) -> str:
    """Return the words by which an answer that is one statement denies what it names: "Ann Ray will not"; "" for none."""
    found = (
        _WILL_NOT.fullmatch(text) if len(text) <= SHORT and _SEVERAL.search(text[: text.rfind(" ")]) is None else None
    )
    return f'says "{found["not"]}"' if found else ""


def _asks_end(question: str) -> bool:
    return _BEGINS.search(question) is not None or _ENDS.search(question) is not None


def at_other_end(text: str, question: str, accepted: str) -> str:
    """Return the end of a way at which an answer has what is accepted, where it is asked for the other one; "" for none.

    >>> at_other_end("from Oslo to Kiel", "Where did the race begin?", "Kiel"), at_other_end("from Kiel to Oslo", "Where did the race begin?", "Kiel")
    ('to Kiel', '')
    """
    way = _WAY.search(text) if len(text) <= SHORT else None
    begins, ends = _BEGINS.search(question) is not None, _ENDS.search(question) is not None
    if way is None or begins is ends:
        return ""
    side, other = ("to", "from") if begins else ("from", "to")
    held = key(accepted)
    if not set(held) <= set(key(way[side])) or set(held) & set(key(way[other])):
        return ""
    return f"{side} {way[side]}"


def _asks_who_did(question: str) -> bool:
    return _WHO_DID.match(question) is not None or _TO_WHOM.search(question) is not None


def done_by_another(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that the accepted one did not do it, but suffered it, or did what was done to them; "" for none.

    >>> done_by_another("Ann was led by Ben.", "Who led from May on?", "Ann"), done_by_another("by Ann", "To whom was it sent?", "Ann")
    ('was led by', 'by')
    """
    if len(text) > SHORT:
        return ""
    if _TO_WHOM.search(question):
        return "by" if _BY.match(text) else ""
    asked, told = _WHO_DID.match(question), _DONE_BY.search(text)
    if asked is None or told is None or not stems(told["verb"]) & stems(asked["verb"]):
        return ""
    before, behind = set(key(text[: told.start()])), set(key(text[told.end() :]))
    held = set(key(accepted))
    return told[0] if held <= before and not held & behind else ""


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


def _in_another_clause(text: str, question: str, accepted: str) -> str:
    told = told_in_another_clause(text, question, accepted)
    return f'gives "{told}"' if told else ""


_CHECKS: tuple[tuple[Applies, Against], ...] = (
    (_asks_not, _states),
    (asks_forbidden, _allows),
    (_names_days, of_other_days),
    (_asks_paid, turned_trade),
    (_names_months, of_other_months),
    (_names_side, on_other_side),
    (_asks_when, at_another_side),
    (_asks_what_is, denied_at_the_end),
    (_asks_end, at_other_end),
    (_asks_who_did, done_by_another),
    (asks_who_or_why, _in_another_clause),
)


def checks_for(question: str) -> tuple[Against, ...]:
    """Return what may speak against answers to a question, each of which takes an answer, the question and what is accepted.

    >>> len(checks_for("Who won?")) < len(checks_for("Who won on Sunday?"))
    True
    """
    return tuple(against for applies, against in _CHECKS if applies(question))
