"""Kinds of figures: an overrun is no cost, an average no extreme, and what goes at each of three sites not what goes in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.scorers.strict.quantities.asked import Asked

_LONGEST = 100  # characters; a longer answer tells more
_FIGURE = regex(r"\d[\d.,]*")
_PLANNED = r"(?:(?:the|its|their|his|her)\s+)?(?:[a-z]+\s+)?(?:budget|schedule|estimate|forecast|target)"
_OVERRUN = regex(
    rf"\d\S*\s+(?:[a-z]+\s+){{0,2}}?(?:over|under|above|below|behind|ahead of|beyond|within)\s+{_PLANNED}\b"
    rf"|\b(?:over|under|above|below|behind|ahead of|overran|overshot|undershot|exceed(?:s|ed)|missed)\s+{_PLANNED}\s+by\s+[^.;,]{{0,20}}?\d",
    re.IGNORECASE,
)
_OVERRUN_ASKED = regex(
    r"\b(?:over|under|above|below|behind|ahead|beyond|overr[ua]n\w*|oversh[o]t\w*|overspen\w*|exceed\w*|excess|miss\w*|late|early|delay\w*|more|less|save[ds]?|by how|by what)\b",
    re.IGNORECASE,
)
_OFF = regex(
    r"\d\S*(?:\s+(?:million|billion|euros?|dollars?|pounds?|cents?|percent|per cent))?\s+off\W*\Z", re.IGNORECASE
)
_OFF_ASKED = regex(r"\b(?:off|discount\w*|reduc\w+|rebate|sav\w+|cut|less|cheaper|deduct\w*)\b", re.IGNORECASE)
_PART_OF_ALL = regex(
    r"\W*(?:only\s+|just\s+|not\s+)?(?:one|some|none|neither|most|many|half|any|a few)\s+of\s+(?:the|its|their|these|those)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_AVERAGE = regex(r"\b(?:averag(?:e|es|ed|ing)|mean|typically)\b", re.IGNORECASE)
_EXTREME_ASKED = regex(
    r"\b(?:longest|shortest|highest|lowest|largest|smallest|biggest|greatest|heaviest|lightest|oldest|youngest|tallest|deepest|fastest|slowest|hottest|coldest|warmest|farthest|furthest|maximum|minimum|peak|record|at (?:its|their) (?:peak|height))\b",
    re.IGNORECASE,
)
_OF_EACH = regex(
    r"\d\S*\s+(?:[a-z]+\s+){0,2}?(?:(?:in|at|on|from|for|of|to|by)\s+)?(?:each|every)\s+(?:(?:one\s+)?of\s+(?:the|its|their|these|those)\s+)?(?:\w+\s+)?(?P<what>[a-z]{3,})\W*"
    r"|\d\S*\s+(?:[a-z]+\s+)?per\s+(?P<one>[a-z]{3,})\W*",
    re.IGNORECASE,
)
_RANK = regex(
    r"\W*(?:the\s+)?(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE
)
_AMONG = regex(
    r"\b(?:(?:in|among|amongst|inside|within|of)\s+the\s+)?(?:top|(?:(?:in|among|amongst|inside)\s+the\s+)(?:best|first|last|bottom))\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|half)\b",
    re.IGNORECASE,
)
_BENCHMARK = regex(
    r"\d\S*\s+(?:(?:percent|per cent|percentage points?|points?|basis points)\s+)?(?:above|over|below|under|on top of|more than|less than)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?(?:base|prime|benchmark|key|policy|deposit|discount|repo|swap|inter-?bank|market)\s+rate\b"
    r"|\d\S*\s+(?:(?:percent|per cent|percentage points?|points?|basis points)\s+)?(?:above|over|below|under|plus|\+)\s+(?:the\s+)?(?:[a-z0-9-]+\s+){0,2}?(?:euribor|libor|sofr|sonia|stibor|nibor|inflation|swaps|treasur(?:y|ies)|bunds?|gilts?)\b",
    re.IGNORECASE,
)
_BENCHMARK_ASKED = regex(
    r"\b(?:above|over|below|under|on top|margin|spread|premium|discount|more|less|base|prime|plus)\b", re.IGNORECASE
)
# what one of a kind has, all of them have, and so much a time is told of each
_MAY_BE_EACH = regex(r"\b(?:an?|one|each|every|per|apiece|average|typical\w*|individual\w*|single|costs?|price[ds]?|pay|paid|charge[ds]?)\b", re.IGNORECASE)  # fmt: skip


def is_of_another_kind(text: str, asked: Asked) -> Closeness | None:
    """Return that the one figure of an answer is an overrun, an average or that of each, where none of these is asked for."""
    if len(text) > _LONGEST or len(_FIGURE.findall(text)) > 1:
        return None
    if _PART_OF_ALL.match(text):
        return Closeness(Reason.WRONG_VALUE, "counts them all, and says it of a part")
    if apart := _is_distance(text, asked.told):
        return apart
    if _AMONG.search(text) and _RANK.match(asked.answer) and not _AMONG.search(asked.told):
        return Closeness(Reason.LESS_PRECISE, "is among so many")
    if _AVERAGE.search(text) and _EXTREME_ASKED.search(asked.told) and not _AVERAGE.search(asked.told):
        return Closeness(Reason.WRONG_VALUE, "is an average")
    if _OFF.search(text) and not _OFF_ASKED.search(asked.told):
        return Closeness(Reason.WRONG_VALUE, "says how much is taken off")
    each = _OF_EACH.search(text) if asked.counts and "each" not in asked.told else None
    if each and not _MAY_BE_EACH.search(asked.told) and _is_place(each["what"] or each["one"], asked):
        return Closeness(Reason.WRONG_VALUE, "for each")
    return None


def _is_distance(text: str, told: str) -> Closeness | None:
    """Return that a figure says how far something is from a plan or from another rate, where that is not asked."""
    if _OVERRUN.search(text) and not _OVERRUN_ASKED.search(told):
        return Closeness(Reason.WRONG_VALUE, "says how far it was from what was planned")
    if _BENCHMARK.search(text) and not _BENCHMARK_ASKED.search(told):
        return Closeness(Reason.WRONG_VALUE, "says how far it is from another rate")
    return None


def _is_place(what: str, asked: Asked) -> bool:
    """Return whether a word names neither a measure nor what the question asks about."""
    return canonical(what.lower()) is None and not stems(what) & stems(asked.told)
