"""What is accepted told of another year than the question asks about: "Ann Bell won in 2018", for who won in 2019."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_YEAR = regex(r"(?<![\w/–.,'’-])(?:1[5-9]|20)\d\d(?![\w/–'’-]|[.,]\d)")
_PART = rf"(?:the\s+)?(?:end|start|beginning|close|middle|spring|summer|autumn|winter|fall|season|(?:first|second)\s+half|{'|'.join(MONTH_NAMES)})"
_GOES_ON = r"\W*\Z|\s+(?:was|were|is|are|had|has|stood|came|amounted|reached|totall?ed|it|they|he|she|by|at|with|to|alone|there)\b"
_LEAD = regex(
    rf"\W*(?:back\s+)?(?:in|during|for|at|throughout)\s+(?:{_PART}\s+(?:of\s+)?|(?:early|late|mid)[ -])?(?P<year>\d{{4}}),?\s+(?=\S)",
    re.IGNORECASE,
)
# when something is so, and what is called by its year
_WHEN = regex(
    rf"(?:(?P<before>[\w’'-]+)\s+)?\b(?:in|during|for|throughout|at\s+{_PART}\s+of|in\s+{_PART}(?:\s+of)?)\s+(?P<year>\d{{4}})(?={_GOES_ON})|\b(?P<thing>[a-z]+)\s+of\s+(?P<of>\d{{4}})(?={_GOES_ON})|\b(?:the|its|their|his|her)\s+(?P<called>\d{{4}})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<what>[\w’'-]+)",
    re.IGNORECASE,
)
_ASKS_WHEN = regex(
    r"\b(?:when|(?:what|which)\s+(?:\w+\s+)?(?:year|date|day|decade|century|season)|how long|since|before|after|until|till|by|between|from|than|compared|that|whose|and)\b|\w\s+who\b|,",
    re.IGNORECASE,
)
_COMPARES = regex(
    r"[;:(]|,\s|[.!?]\s+\S|\b(?:than|from|to|since|compared|against|as|up|down|more|fewer|less|before|after|until|till|by the|and|or|but|not|no|never|while|between|announced|reported|said|who|which|that|whose|when|where|because|still|also|already|again)\b|n['’]t\b",
    re.IGNORECASE,
)
_HELPING = frozenset(("was", "were", "is", "are", "been", "be", "did", "has", "have", "had", "does", "do"))


@lru_cache(maxsize=512)
def year_asked(question: str) -> str:
    """Return the one year that a question asks about as the time of its deed; "" for none.

    >>> year_asked("Who won in 2019?"), year_asked("Who wrote the book published in 1876?"), year_asked("When was the 2019 race?")
    ('2019', '', '')
    """
    years = _YEAR.findall(question) if len(question) <= SHORT else []
    if len(years) != 1 or _ASKS_WHEN.search(question.rstrip(" ?")):
        return ""
    words = re.findall(r"[\w’'-]+", question)
    deeds = [at for at, word in enumerate(words) if word.lower() in _HELPING or is_past(word.lower())]
    before = words.index(years[0]) - 1
    told_of = [at for at in deeds if at < before]
    # "the book published in 1876", which is not asked about
    is_of_a_thing = len(told_of) > 1 and words[told_of[0]].lower() not in _HELPING
    is_of_a_thing |= (
        len(told_of) > 1 and told_of[-1] == before - 1 and told_of[-1] - told_of[0] > 1 and _is_joined(words, told_of)
    )
    return "" if is_of_a_thing else years[0]


def _is_joined(words: list[str], deeds: list[int]) -> bool:
    """Return whether a participle stands behind what the question asks about another one of: "Who was the author of the book published"."""
    return (
        words[deeds[0]].lower() in {"is", "was", "are", "were"}
        and words[deeds[-1] - 1].lower() not in _HELPING
        and any(words[at].lower() in {"the", "a", "an"} for at in range(deeds[0], deeds[-1]))
    )


def of_another_year(text: str, question: str, accepted: str) -> str:
    """Return the other year of which an answer that is one clause tells what is accepted; "" for none.

    >>> asked = "How many came in 2019?"
    >>> of_another_year("In 2018, 312 came.", asked, "312"), of_another_year("312, up from 284 in 2018", asked, "312")
    ('says it of 2018', '')
    """
    asked = year_asked(question)
    years = set(_YEAR.findall(text)) if asked and len(text) <= SHORT else set()
    if len(years) != 1 or asked in years or _YEAR.search(accepted):
        return ""
    (year,) = years
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead and lead["year"] == year else text
    if not rest.strip(" .") or _COMPARES.search(_without(rest, accepted).rstrip(" .!")):
        return ""
    if lead:
        return f"says it of {year}"
    for found in _WHEN.finditer(text):
        thing = found["what"] if found["called"] == year else found["thing"] if found["of"] == year else ""
        if thing and stem_of(thing.lower()) in stems(question):
            return f"says it of {year}"
        if found["year"] == year and not _belongs_to_a_thing(text, found, question, accepted):
            return f"says it of {year}"
    return ""


def _without(text: str, accepted: str) -> str:
    """Return an answer without what is accepted: "to close the mine" relates no time to another."""
    start = text.lower().find(accepted.lower()) if accepted else -1
    return text if start < 0 else f"{text[:start]} {text[start + len(accepted) :]}"


def _belongs_to_a_thing(text: str, found: re.Match[str], question: str, accepted: str) -> bool:
    """Return whether a time is that of what is named, and not of what is told: "the law passed in 1998", "to close it in 2025"."""
    before = (found["before"] or "").lower()
    told = text[: found.start("before") + len(before)].rstrip(" ,").lower() if before else ""
    if accepted[:1].islower() and told.endswith(accepted.lower().rstrip(" .")):
        return True
    if not is_past(before) or stem_of(before) in stems(question):
        return False
    words = text[: found.start("before")].lower().split()
    return not words or words[-1] not in _HELPING


OTHER_YEAR: tuple[Check, ...] = ((lambda question: year_asked(question) != "", of_another_year),)
