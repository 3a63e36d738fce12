"""Figures told with what they hold for: "2.9 at -7 °C, 4.7 at 7 °C", "10 years if registered, else 5", "70 °C normally, 45 °C for floors"."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL

_VALUE = r"[$€£]?\d[\d.,]*(?:\s?(?!at\b)[a-z%°/]+){0,2}?"
_CONDITION = r"at\s+(?:about\s+)?(?P<{name}>[+−–-]?\d+(?:[.,]\d+)?)(?:\s?[°%a-z]+)?(?![\d.])"
# a value at a figure: "4.7 at 7 °C", "at 7 °C it is 4.7"
_AT = regex(
    rf"(?P<open>\()?(?:{_VALUE}\s+{_CONDITION.format(name='behind')}(?!\s+it\b)|{_VALUE}\s+\({_CONDITION.format(name='inside')}\)|{_CONDITION.format(name='ahead')}(?:\s+(?:it['’]s|it\s+(?:is|was)))?[,:]?\s+{_VALUE}(?=\W*(?:[,;.)]|and\b|but\b|\Z)))(?(open)\))",
    re.IGNORECASE,
)
_AT_ASKED = regex(_CONDITION.format(name="figure"), re.IGNORECASE)
_ELSE = regex(
    r"(?P<own>[^,;:]*\d[^,;:]*?),?\s+(?:if|when|provided(?:\s+that)?|as\s+long\s+as)\s+(?P<condition>[^,;:]+?)[,;]?\s+(?:or\s+|and\s+|but\s+)?(?:else|otherwise|if\s+not)\b(?P<rest>[^;:]*)\W*",
    re.IGNORECASE,
)
_OR_IF = regex(
    r"(?P<other>[^,;:]*?\d[\d.,]*(?P<unit>\s?[a-z°%]+)?)[,;]?\s+(?:or|but|and)\s+(?P<own>[^,;:]*?\d[\d.,]*(?P<same>\s?(?!if\b|when\b)[a-z°%]+)?),?\s+(?:if|when|provided(?:\s+that)?)\s+(?P<condition>[^,;:]+?)\W*",
    re.IGNORECASE,
)
_DENIES = regex(r"\b(?:not|no|never|without|unless|un[a-z]+ed)\b|n['’]t\b", re.IGNORECASE)
_NORMALLY = regex(
    r"\W*(?:(?:well|it\s+(?:all\s+)?depends)\W+)?(?P<own>[^,;:]*\d[^,;:]*?)\s+(?:normally|usually|generally|ordinarily|by\s+default|as\s+a\s+rule|in\s+general)[,;]\s+(?:but\s+|and\s+)?[^,;:]*?\d[\d.,]*[^,;:\d]*?\s(?:for|in|with|during|on)\s+(?P<what>[^,;:]+?)\W*",
    re.IGNORECASE,
)
_ORDINARY = ("normally", "usually", "generally", "ordinarily", "by default", "as a rule", "in general")
_MINUS = str.maketrans("−–", "--", "+")


def of_condition(text: str, question: str) -> str:
    """Return an answer without the figures that it gives for another condition than the one that is asked about.

    >>> asked = "What is the yield at -7 °C?"
    >>> of_condition("4.7 at +7 and 2.9 at −7", asked), of_condition("2.9 (at 7 °C it is 4.7)", asked)
    (' 2.9 at −7', '2.9 ')
    >>> of_condition("3 weeks if ordered online, else 5 weeks", "How long does it take when ordered online?")
    '3 weeks'
    >>> of_condition("70 °C normally, 45 °C for floors", "What is the highest temperature?")
    '70 °C'
    """
    if len(text) > SHORT:
        return text
    lowered = text.lower()
    if "at " in lowered and (asked := _asked_at(question)):
        return _without_other(text, asked)
    if " if " in lowered or " when " in lowered or " provided " in lowered:
        return _on_condition(text, question)
    normally = _NORMALLY.fullmatch(text) if any(word in lowered for word in _ORDINARY) else None
    if normally and not stems(normally["what"]) & stems(question) - SMALL:
        return normally["own"]
    return text


@lru_cache(maxsize=512)
def _asked_at(question: str) -> str:
    """Return the one figure at which something is asked for; "" for none or several."""
    found = {match["figure"].translate(_MINUS) for match in _AT_ASKED.finditer(question)}
    return found.pop() if len(found) == 1 else ""


def _without_other(text: str, asked: str) -> str:
    told = [
        (match, (match["behind"] or match["inside"] or match["ahead"]).translate(_MINUS))
        for match in _AT.finditer(text)
    ]
    rest = text
    for match, figure in reversed(told):
        if figure != asked:
            rest = rest[: match.start()] + rest[match.end() :]
    return rest if any(map(str.isdecimal, rest)) else text


def _on_condition(text: str, question: str) -> str:
    """Return the figure that holds on the condition that is asked about: "5 years, or 10 if registered", "10 if registered, else 5"."""
    told = _ELSE.fullmatch(text) or _OR_IF.fullmatch(text)
    if told is None:
        return text
    if not stems(told["condition"]) & stems(question) - SMALL:
        return text
    if bool(_DENIES.search(told["condition"])) != bool(_DENIES.search(question)):
        return told.groupdict().get("rest") or told.groupdict().get("other") or text
    unit = told["unit"] if "unit" in told.groupdict() and told["unit"] and not told["same"] else ""
    return f"{told['own']}{unit}"
