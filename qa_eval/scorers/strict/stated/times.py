"""What an answer says of another day, month or side of a time than the question asks about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY, DAYS, MONTH_NAMES
from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_DAY = regex(rf"\b(?P<day>{A_DAY}|weekday|weekend|working day)s?\b")
_WEEKEND = frozenset(("saturday", "sunday"))
_SETS = {"weekday": frozenset(DAYS) - _WEEKEND, "working day": frozenset(DAYS) - _WEEKEND, "weekend": _WEEKEND}
_ASKS_DAY = regex(r"\b(?:(?:which|what) (?:day|date|weekday)|how (?:long|many days))\b")
_WHY = regex(
    r"\W*(?:why|how come|(?:for )?what (?:reason|caused|led to|made)|what was the (?:reason|cause))\b", re.IGNORECASE
)
# what tells of several days, or sets one aside
SEVERAL = regex(
    r"[;,]|:\s|\b(?:and|or|but|while|whereas|except|not|no|never|than|unlike|from|to|until|till|before|after|daily|every day|week|announced|said|told)\b|n['’]t\b"
)
_OTHER_DAYS = regex(
    rf"[;,]|:\s|\b(?:and|or|but|while|whereas|except|not|no|never|than|unlike|daily|every day|week|announced|said|told)\b|n['’]t\b"
    rf"|\b(?:from|to|until|till|through|before|after)\s+(?:{A_DAY})\b"
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
_BESIDE = regex(r"[,;]|\b(?:having|after|before|since|and|but|while|not|no|than)\b|n['’]t\b", re.IGNORECASE)
_FIRST = regex(r"\b(?P<which>first|last)\s+(?P<verb>[a-z]{3,})\b", re.IGNORECASE)
_TO_COME = regex(r"\b(?:will|shall|(?:is|are)\s+(?:going|due|about)?\s*to)\b", re.IGNORECASE)
_AHEAD = regex(
    r"[,;:]|\b(?:will|would|shall|to|who|which|as|because|since|and|but|before|plan\w*|again|not)\b|n['’]t\b",
    re.IGNORECASE,
)
_OVER = regex(
    r"\b(?:(?:\d+|an?|[a-z]+)\s+(?:days?|weeks?|months?|years?)\s+ago|already|yesterday|formerly|previously|last\s+(?:year|month|week|night|spring|summer|autumn|winter|season)|(?:until|till)\s+(?:[a-z]+\s+)?\d{4})\b",
    re.IGNORECASE,
)
_WHEN = regex(r"\b(?:when|deadline|how long|what time)\b", re.IGNORECASE)
_LEAD = regex(r"\W*(?P<how>by|before|until|till|in|on|at|during|after|since)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_DAILY = regex(r"\b(?:daily|(?:a|per|each|every|one) day|24 hours)\b", re.IGNORECASE)
_OFTEN = regex(
    r"\b(?:per (?:dose|meal|hour|week|month|year)|at (?:a time|once)|in one go|each time|every (?!24 )(?:\w+ )?(?:hours?|weeks?|months?)|(?<=[\w%€£$)] )(?<!half )(?<!spend )(?<!for )(?<!about )an? (?:hour|week|month|year)(?! and )|weekly|monthly|hourly)\b"
    r"|\b(?:twice|thrice|(?:two|three|four|five|six|\d+) times) (?:daily|(?:a|per|each|every) day)\b",
    re.IGNORECASE,
)
_PLACE_ASKED = regex(
    r"\b(?:rank(?:s|ed|ing)?|position|(?<!take )place[ds]?|seed(?:ed)?|finish(?:ed)?)\b(?<!how many places)(?<!how many positions)",
    re.IGNORECASE,
)
_PLACES = r"(?P<places>(?:\d+|[a-z]+)\s+(?:places|positions|spots|ranks|rungs))"
_PLACES_MOVED = regex(
    rf"\b(?:up|down|by|gain(?:ed|ing)?|lost|climb(?:ed|s|ing)?|dropp?(?:ed|s|ing)?|fell|rose|mov(?:ed|ing)|slipped|jumped)\s+(?:up\s+|down\s+)?(?:by\s+)?{_PLACES}"
    rf"|{_PLACES.replace('places>', 'behind>', 1)}\s+(?:higher|lower|up|down|better|worse)\b",
    re.IGNORECASE,
)
_A_PLACE = regex(
    rf"\b(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])}|(?:number|no\.?|rank|place|position)\s\d+)\b|#\d|\bto\s+\d",
    re.IGNORECASE,
)
_LATER, _EARLIER = "after|since|following|from", "before|until|till|prior to|by"
_AGAINST = {
    "by": _LATER, "before": _LATER, "until": _LATER, "till": _LATER, "after": _EARLIER, "since": _EARLIER,
    **dict.fromkeys(("in", "on", "at", "during"), "after|before|until|till|prior to|following|outside"),
}  # fmt: skip


@lru_cache(maxsize=512)
def _days_in(text: str) -> frozenset[str]:
    found = (day["day"] for day in _DAY.finditer(text.lower()))
    return frozenset[str]().union(*(_SETS.get(day, frozenset((day,))) for day in found))


def _names_days(question: str) -> bool:
    """Return whether a question asks of a day, and not why: what "The Sunday sailing" was put off for may have come about before."""
    return _WHY.match(question) is None and bool(_days_in(question)) and _ASKS_DAY.search(question.lower()) is None


def of_other_days(text: str, question: str, accepted: str) -> str:
    """Return what an answer says of another day of the week than the question asks about; "" for nothing.

    >>> asked = "When does the shop open on weekdays?"
    >>> of_other_days("It opens at 9 on Sundays.", asked, "9 am"), of_other_days("It opens at 9 on Mondays.", asked, "9 am")
    ('says it of sunday', '')
    """
    said = _days_in(text) if len(text) <= SHORT else frozenset[str]()
    if not said or _days_in(accepted) or said & _days_in(question) or _OTHER_DAYS.search(text.lower()):
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


def _asks_to_come(question: str) -> bool:
    return _TO_COME.search(question) is not None


def done_already(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer that is one clause tells as over what is asked as still to come; "" for none.

    >>> asked = "Who will lead the choir?"
    >>> done_already("Ann Lee led it until 2019.", asked, "Ann Lee"), done_already("Ann Lee led it.", asked, "Ann Lee")
    ('until 2019', '')
    """
    over = _OVER.search(text) if len(text) <= SHORT and _OVER.search(accepted) is None else None
    if over is None or _AHEAD.search(text):
        return ""
    return over[0] if any(is_past(word) and stems(word) & stems(question) for word in key(text)) else ""


def _asks_first(question: str) -> bool:
    return _FIRST.search(question) is not None


def last_for_first(text: str, question: str, _accepted: str) -> str:
    """Return the words by which an answer says when or where something was last done, where it is asked for the first time, or the other way round.

    >>> asked = "Where was it first shown?"
    >>> last_for_first("It was last shown in Turin.", asked, "Turin"), last_for_first("first in Turin, last in Rome", asked, "Turin")
    ('last shown', '')
    """
    asked, said = _FIRST.search(question), list(_FIRST.finditer(text)) if len(text) <= SHORT else []
    if asked is None or len(said) != 1 or said[0]["which"].lower() == asked["which"].lower() or _BESIDE.search(text):
        return ""
    return said[0][0] if stems(said[0]["verb"]) & stems(asked["verb"]) else ""


def _asks_daily(question: str) -> bool:
    return _DAILY.search(question) is not None and "times" not in question and "often" not in question


def so_much_otherwise(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer says how much it is at a time, or in another period than the day that is asked about; "" for none.

    >>> asked = "What is the highest daily dose?"
    >>> so_much_otherwise("6 drops per dose", asked, "6 drops"), so_much_otherwise("6 drops a day, 2 at a time", asked, "6 drops")
    ('per dose', '')
    """
    often = _OFTEN.search(text) if len(text) <= SHORT and not _OFTEN.search(accepted) else None
    if often is None or _DAILY.search(_OFTEN.sub("", text)):
        return ""
    return often[0]


def _asks_place(question: str) -> bool:
    return _PLACE_ASKED.search(question) is not None


def places_moved(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer says how many places something moved, where it is asked which one it has; "" for none.

    >>> asked = "In which place did they finish?"
    >>> places_moved("They went up 4 places.", asked, "4th"), places_moved("They went up 4 places to 4th.", asked, "4th")
    ('4 places', '')
    """
    moved = _PLACES_MOVED.search(text) if len(text) <= SHORT else None
    if moved is None or _PLACES_MOVED.search(accepted) or _A_PLACE.search(text):
        return ""
    return moved["places"] or moved["behind"]


TIMES: tuple[Check, ...] = (
    (_names_days, of_other_days),
    (_names_months, of_other_months),
    (_names_side, on_other_side),
    (_asks_when, at_another_side),
    (_asks_to_come, done_already),
    (_asks_first, last_for_first),
    (_asks_daily, so_much_otherwise),
    (_asks_place, places_moved),
)
