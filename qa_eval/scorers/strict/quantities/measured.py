"""What a right figure measures: an answer may give it as the width where the length is asked for, or as the price of two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

LONGEST = 200  # characters; in a longer answer, another measure may be told beside the one that is asked for
_FIGURE = r"[$€£¥]?\s?\d[\d.,]*\s*(?:[^\W\d]{1,15}\.?\s*|[%€$£²³]+\s*){0,2}?"
_MONEY = r"[$€£¥]?\s?\d[\d.,]*\s*(?:(?!per\b|percent)[^\W\d]{1,15}\s*|[€£$]+\s*){0,2}?"  # a percentage is a share of it
_SLIGHTLY = r"(?:about|around|approximately|roughly|some|only|just|nearly|almost)?\s*"


class _Measure(NamedTuple):
    """One measure: how it is spoken of, and how an answer gives a figure as it."""

    asked: re.Pattern[str]
    given: re.Pattern[str]


def _dimension(adjectives: str, nouns: str) -> _Measure:
    """Return a measure that a figure is given in by an adjective behind it, "7 km wide", or by a noun: "a width of 7 km"."""
    return _Measure(
        regex(rf"\b(?:{adjectives}|{nouns})\b", re.IGNORECASE),
        regex(
            rf"{_FIGURE}[\s-]*(?:(?:{adjectives})|(?:in|of)\s+(?:{nouns}))\b"
            rf"|\b(?:{nouns})(?:\s+(?:of|is|was)|:)?\s+{_SLIGHTLY}[$€£¥]?\d",
            re.IGNORECASE,
        ),
    )


def _amount(nouns: str) -> _Measure:
    """Return a measure of accounts: "$5m in revenue", "revenue was $5m"."""
    return _Measure(
        regex(rf"\b(?:{nouns})\b", re.IGNORECASE),
        regex(
            rf"{_MONEY}\s*(?:in|of)\s+(?:[a-z-]+\s+)?(?:{nouns})\b"
            rf"|\b(?:{nouns})\s+(?:of|is|was|were|are|came to|come to|totall?ed|reached|stood at|amounted to)\s+{_SLIGHTLY}[$€£¥]?\d",
            re.IGNORECASE,
        ),
    )


# measures of one kind exclude each other
_KINDS = (
    (
        _dimension("long", "length"),
        _dimension("wide|broad|across", "width|breadth|diameter"),
        _dimension("tall|high", "height|altitude|elevation"),
        _dimension("deep", "depth"),
        _dimension("thick", "thickness"),
        _dimension("around", "circumference|perimeter"),
        _dimension("(?!)", "radius"),
    ),
    (
        _amount("revenues?|sales|turnover|turn(?:ed|s|ing)? over"),
        _amount("profits?|net income|earnings"),
        _amount("debts?|liabilities"),
        _amount("assets"),
        _amount("dividends?"),
        _amount("costs|expenses|spending|expenditures?"),
        _amount("market (?:value|cap(?:itali[sz]ation)?)"),
        _amount("wages|salary|salaries"),
    ),
)
_MISSED = regex(
    r"\b(?:failed|fails|failing)\s+(?:at|to\s+[a-z]+)\s+(?:the\s+|a\s+)?[$€£]?\d|\b(?:fell|falls|just|narrowly|well)\s+short\s+of\s+(?:the\s+)?[$€£]?\d"
    r"|\b(?:missed|missing)\s+(?:out\s+on\s+)?(?:the\s+)?[$€£]?\d",
    re.IGNORECASE,
)
_FOR_SEVERAL = regex(
    r"(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥]|(?<=\d)(?-i:[pc])\b|pence\b|cents?\b|pounds?\b|dollars?\b|euros?\b|yen\b))"
    r"\s+(?:for|per)\s+(?P<many>(?:an?\s+)?(?:pair|dozen|pack)|two|three|four|five|six|ten|\d+)\b(?!\s+(?:minutes?|mins?|seconds?)\b)",
    re.IGNORECASE,
)
_MORE = regex(
    r"[$€£¥]?\d[\d.,]*\s?\S{0,12}\s+(?:plus|with another)\s+(?:an?\s+)?(?:extra\s+|another\s+|additional\s+)?[$€£]?\d",
    re.IGNORECASE,
)
# "16 gold medals" are not 16 medals in all
_RESTRICTED = regex(
    r"\D*\d[\d.,]*\s+(?P<which>gold|silver|bronze|male|female|foreign|domestic|junior|senior|adult|dead|injured|wounded|new|former)\s+[a-z]+s\b\D*|\D*\d[\d.,]*\s+(?P<metal>gold|silver|bronze)\W*",
    re.IGNORECASE,
)
_MADE_NEW = regex(
    r"\b(?:open|build|built|launch|found|add|create|hire|introduce|plant|establish|set up)(?:s|ed|d)?\b", re.IGNORECASE
)  # what is opened is new
_MONEY_SIGN = regex(r"[$€£¥]|\b(?:dollars?|euros?|pounds?|yen|cents?|pence|[A-Z]{3})\b")
_PLUS = regex(r"\bplus\b|\+", re.IGNORECASE)


def measures_otherwise(text: str, told: str) -> Closeness | None:
    """Return that an answer gives its figure as another measure than the one asked for; ``told`` is the question and its answer.

    >>> measures_otherwise("It is 7.4 km wide.", "How long is the tunnel? 7.4 km").note
    'gives another measure'
    """
    if len(text) > LONGEST:
        return None
    restricted = _RESTRICTED.fullmatch(text)
    which = (restricted["which"] or restricted["metal"]).lower() if restricted else ""
    if which and which not in told.lower() and not (which == "new" and _MADE_NEW.search(told)):
        return Closeness(Reason.CONTRADICTION, f"counts the {which} ones")
    return _of_another_measure(text, told) or _missed(text, told) or _of_several(text, told)


def _of_another_measure(text: str, told: str) -> Closeness | None:
    for kind, asked in _asked_of(told):
        if not any(measure.asked.search(text) for measure in asked) and any(
            measure.given.search(text) for measure in kind
        ):
            return Closeness(Reason.WRONG_VALUE, "gives another measure")
    return None


@lru_cache(maxsize=512)
def _asked_of(told: str) -> tuple[tuple[tuple[_Measure, ...], tuple[_Measure, ...]], ...]:
    """Return the kinds of measures of which one is asked for, and those that are."""
    found = ((kind, tuple(measure for measure in kind if measure.asked.search(told))) for kind in _KINDS)
    return tuple((kind, asked) for kind, asked in found if asked)


def _missed(text: str, told: str) -> Closeness | None:
    missed = _MISSED.search(text)
    if missed and missed[0].split()[0].lower() not in told.lower():
        return Closeness(Reason.CONTRADICTION, "says that it was missed")
    return None


def _of_several(text: str, told: str) -> Closeness | None:
    """Return that a price is that of several things, or one to which more is added."""
    several = _FOR_SEVERAL.search(text)
    if several and several["many"].lower() not in told.lower():
        return Closeness(Reason.WRONG_VALUE, f"is the price of {several['many']}")
    more = _MORE.search(text)
    if more and _MONEY_SIGN.search(more[0]) and not _PLUS.search(told):
        return Closeness(Reason.SEVERAL_ANSWERS, "adds more to it")
    return None
