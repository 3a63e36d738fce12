"""What an answer tells beside its yes or no that cannot be so with what is accepted: another fate, another end, another vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.dates import DateRelation, agrees, read_date
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.dates import DateValue

_UNLIKE = frozenset(
    (DateRelation.SAME_YEAR, DateRelation.NEAR_YEAR, DateRelation.DIFFERENT_YEAR, DateRelation.CONFLICT)
)
_IT = r"(?:it |them |this |that |him |her )?"
# what becomes of a plan, an event or a request; one has one of these fates
_FATES = tuple(
    regex(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        rf"reject(?:s|ed|ing|ion)?|turn(?:s|ed)? {_IT}down|vot(?:e|es|ed) {_IT}down|voted against|refus(?:e|es|ed|al)|dismissed|th(?:rew|rown) {_IT}out|lost the vote",
        r"approv(?:e|es|ed|al)|accept(?:s|ed)|pass(?:es|ed)|adopted|carried|agreed to|went ahead|won the vote",
        rf"put(?:s|ting)? {_IT}(?:off|back|on hold)|push(?:ed|es)? {_IT}back|postpon(?:e|es|ed|ement)|deferr?(?:s|ed|al)?|delay(?:s|ed)?|adjourn(?:s|ed|ment)?|shelv(?:e|es|ed)|rescheduled",
        rf"withdr(?:ew|awn|aws?|awal)|dropped|abandon(?:s|ed)?|scrap(?:s|ped)?|cancel(?:s|led|ed)?|call(?:s|ed)? {_IT}off",
        r"(?:still|yet) to (?:be )?(?:vote|decide)d?|(?:is|are|was|were) (?:still )?pending|undecided|still (?:being|under) (?:considered|consideration|discussed|discussion|review(?:ed)?)|not yet (?:been )?(?:decided|voted on)",
    )
)
_ENDS = {"until": "until", "till": "until", "to": "until", "through": "until", "from": "from", "since": "from", "as of": "from", "in": "in", "on": "in"}  # fmt: skip
_WHEN = regex(
    r"\b(?P<way>until|till|through|to|from|since|as of|in|on)\s+(?=(?:the |early |late |mid-|end of )*(?:\d|[A-Z]))(?P<when>[^,.;:()]+)"
)
_VOTES = regex(
    r"\b(?P<one>\d+)(?:\s+(?:votes?|points?|goals?|seats?))?\s*(?:to|[-–—:]|against)\s*(?P<other>\d+)\b(?!\s*(?:p\.?m|a\.?m|%|per cent|euros?|hours?|minutes?|days?|weeks?|months?|years?))"
)


def told_otherwise(told: str, said: str) -> bool:
    """Return whether what an answer says beside yes or no excludes what the accepted one does.

    >>> told_otherwise("it was rejected by 31 votes to 18", "the vote was put off until June")
    True
    >>> told_otherwise("until 2027", "until 2026"), told_otherwise("until 2027", "the club said so in 2024")
    (True, False)
    """
    return _fares_otherwise(told, said) or _lasts_otherwise(told, said) or _votes_otherwise(told, said)


def ends_alike(told: str, said: str) -> bool:
    """Return whether both give one and the same end, "until 2027", and the answer no other date."""
    own, other = list(_ends(told)), list(_ends(said))
    if not len(own) == len(other) == 1 or own[0][0] != other[0][0] or own[0][0] == "in":
        return False
    return agrees(other[0][1], own[0][1]) is DateRelation.SAME


def _fares_otherwise(told: str, said: str) -> bool:
    own = {place for place, fate in enumerate(_FATES) if fate.search(told)}
    other = {place for place, fate in enumerate(_FATES) if fate.search(said)}
    return bool(own and other) and own.isdisjoint(other)


def _lasts_otherwise(told: str, said: str) -> bool:
    """Return whether an answer gives another date for the one end of a time that the accepted one tells."""
    own = list(_ends(told))
    if len(own) != 1:
        return False
    way, date = own[0]
    others = [other for its, other in _ends(said) if its == way]
    return bool(others) and all(agrees(other, date) in _UNLIKE for other in others)


def _ends(text: str) -> Iterator[tuple[str, DateValue]]:
    for found in _WHEN.finditer(text):
        date = read_date(found["when"])
        if date is not None:
            yield _ENDS[found["way"]], date


def _votes_otherwise(told: str, said: str) -> bool:
    own, other = _VOTES.findall(told), _VOTES.findall(said)
    return len(own) == len(other) == 1 and set(own[0]) != set(other[0])
