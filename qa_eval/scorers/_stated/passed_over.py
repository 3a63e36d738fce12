"""What was thought of, and something else chosen: "They considered Fenway but settled on Moor", "Moor was chosen over Fenway"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._stated.places import place_of, span_of
from qa_eval.scorers._words.wording import SHORT, SMALL, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_WEIGHED = (
    r"(?:consider(?:ed|ing)|thought (?:of|about)|thinking (?:of|about)|toy(?:ed|ing) with|weigh(?:ed|ing)(?: up)?|contemplat(?:ed|ing)"
    r"|shortlist(?:ed|ing)|flirt(?:ed|ing) with|reject(?:ed|ing)|drop(?:ped|ping)|turn(?:ed|ing) down|pass(?:ed|ing) over|rul(?:ed|ing) out|discard(?:ed|ing)|abandon(?:ed|ing))"
)
_TRIED = (
    r"(?:look(?:ed|ing) (?:at|into)|(?:talk|spoke)(?:ed|ing)? (?:to|with|about)|debat(?:ed|ing)|discuss(?:ed|ing)|test(?:ed|ing)|tried|trying|wanted|planned|meant|intended|hoped for"
    r"|(?:was|were|had been) going|favou?red|lean(?:ed|t) towards?|(?:was|were|came) close to|(?:nearly|almost) [a-z]+)"
)
_CLEARLY = (
    r"(?:settl(?:ed|ing) (?:on|upon|for)|cho(?:se|osing)|opt(?:ed|ing) for|(?:went|going) (?:with|for)|pick(?:ed|ing)|decid(?:ed|ing) (?:on|upon|for)"
    r"|plump(?:ed|ing) for|select(?:ed|ing)|end(?:ed|ing) up (?:with|in|at|on))"
)
_CHOSE = rf"(?:{_CLEARLY}|took|taking|us(?:ed|ing)|bought|joined|(?:went|moved) to|call(?:ed|ing)|nam(?:ed|ing))"
_NEXT = r"(?:\s+(?:finally|eventually|instead|in the end|then|they|it|he|she|we|had|(?:the|her|his|their) [a-z]+))*\s+"
_OTHER = regex(r"\s+[^.;!?]+")
_BEFORE = regex(rf"\b(?:(?P<weighed>{_WEIGHED})|{_TRIED})\b[^.;!?,]{{0,40}}\Z", re.IGNORECASE)
# what comes behind what was weighed up, and behind what was tried or wanted, which may be what is told of more
_BEHIND_WEIGHED = regex(
    rf"[^.;!?]{{0,40}}?(?:,|\b(?:but|and|before|then|yet))(?:{_NEXT}|\s+){_CLEARLY}\b|[^.;!?]{{0,40}}?,?\s+(?:but|before){_NEXT}{_CHOSE}\b|\s+in favou?r of\b",
    re.IGNORECASE,
)
_BEHIND_TRIED = regex(
    rf"[^.;!?]{{0,40}}?,?\s+(?:but|before|then|yet){_NEXT}{_CHOSE}\b|\s+and(?:\s+(?:finally|eventually|then|in the end))\s+{_CLEARLY}\b|\s+and{_NEXT}(?:settled (?:on|for)|opted for|went (?:with|for)|plumped for|ended up (?:with|in|at|on))\b",
    re.IGNORECASE,
)
_LED = r"(?:,?\s+(?:though|although|after|having|despite|even though)\s+[^.;!?,]{0,20}?"
_CHOSEN_FIRST = regex(
    rf"\b{_CLEARLY}\s+(?P<other>[^.;!?]+?){_LED}{_WEIGHED}\b[^.;!?,]{{0,20}}|\s+(?:over|instead of|rather than|ahead of)\s+(?:the\s+|an?\s+)?)\Z",
    re.IGNORECASE,
)
_PREFERRED = regex(
    r"(?P<other>[^.;!?]+?)\s+(?:was|were)\s+(?:finally\s+|eventually\s+)?(?:chosen|preferred|picked|selected|favou?red)\s+(?:over|to|instead of|rather than|ahead of)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_LOST_OUT = regex(
    r"\s+(?:lost out to|(?:was|were) (?:passed over|turned down|rejected|dropped|outbid) (?:for|by|in favou?r of)|(?:was|were) (?:on the shortlist|in the running|the (?:first choice|favourite|runner-up)),?\s+but)\b",
    re.IGNORECASE,
)
_ITSELF = regex(r"(?:it|that|this|them|these|those)\b(?!\s+(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
_ASKED = regex(
    r"\b(?:consider\w*|though?t? (?:of|about)|toy\w*|weigh\w*|shortlist\w*|reject\w*|drop\w*|turn\w* down|r[ou]l\w* out|discard\w*|abandon\w*|at first|first choice|originally|initially|plan(?:s|ned)?|want\w*|almost|nearly|los[et]\w*|not|n't|(?<!to )replac\w*|instead|before|over)\b",
    re.IGNORECASE,
)
_MARKS = (
    "ed ",
    "ing ",
    "thought ",
    "lost ",
    "spoke ",
    "leant ",
    "nearly ",
    "almost ",
    " over ",
    "shortlist",
    "runner",
    "running",
)


def passed_over(text: str, _question: str, accepted: str) -> str:
    """Return "was thought of" where an answer says of what is accepted only that, and that another one was chosen; "" else.

    >>> passed_over("They considered Fenway but settled on Moor.", "Which site did they pick?", "Fenway")
    'says that it was not chosen, but "Moor"'
    >>> passed_over("They considered Moor but settled on Fenway.", "Which site did they pick?", "Fenway")
    ''
    """
    if len(text) > SHORT or not any(mark in text for mark in _MARKS):
        return ""
    bare = accepted.removeprefix("the ").lower()
    start = place_of(bare, text.lower())
    start, end = (start, start + len(bare)) if start >= 0 else span_of(text, accepted)
    if start < 0:
        return ""
    told = _chosen_behind(text, start, end) or _chosen_before(text, start)
    words, own = frozenset(key(told)) - SMALL, [word for word in key(text[start:end]) if word not in SMALL]
    if not words or _ITSELF.match(told) or not own or own[0] in words:  # "Swan Bridge" is no Miller Bridge
        return ""
    return f'says that it was not chosen, but "{told}"'


def _chosen_behind(text: str, start: int, end: int) -> str:
    """Return what was chosen, told behind what was thought of at ``start``; "" for nothing."""
    thought = right_before(_BEFORE, text, start)
    behind = _LOST_OUT if thought is None else _BEHIND_WEIGHED if thought["weighed"] else _BEHIND_TRIED
    chose = behind.match(text, end)
    other = _OTHER.match(text, chose.end()) if chose else None
    return other[0].strip(" ,") if other else ""


def _chosen_before(text: str, start: int) -> str:
    """Return what was chosen, told before what was thought of at ``start``; "" for nothing."""
    found = right_before(_CHOSEN_FIRST, text, start) or right_before(_PREFERRED, text, start)
    return found["other"].strip(" ,") if found else ""


PASSED_OVER: tuple[Check, ...] = ((lambda question: _ASKED.search(question) is None, passed_over),)
