"""Deeds that different people do for one thing: who built a hall, who designed it and who paid for it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
# those of one family exclude each other; a word of two is either; what stands behind "/" are nouns of those who do it
_FAMILIES = (
    (
        "build construct erect carry / builder contractor bricklayer",
        "design / architect designer",
        "pay fund finance sponsor bankroll subsidise subsidize donate / sponsor funder backer financier donor",
        "own / owner",
        "buy acquire / buyer",
        "sell / seller",
        "open inaugurate unveil",
        "restore renovate repair refurbish carry / restorer",
        "demolish destroy",
        "burn vandalise vandalize",
    ),
    (
        "write compose pen / author writer composer",
        "translate / translator",
        "illustrate / illustrator",
        "edit / editor",
        "publish / publisher",
        "review / reviewer critic",
        "sing perform record / singer performer",
        "direct / director",
        "produce / producer",
        "conduct / conductor",
    ),
    ("found establish / founder", "lead head run chair / head leader", "own / owner", "buy acquire", "sell"),
    ("discover", "name"),
    ("save rescue", "injure attack hurt"),
    ("nominate", "appoint", "succeed", "precede"),
    ("receive obtain / recipient", "give cede surrender hand donate send present / giver donor sender"),
)
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_BY = regex(rf"(?:\b{_BE}\s+|\A\W*)(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)(?:\s+(?:for|out|up))?\s+by\s+(?:the\s+|an?\s+)?\Z")
_DOES = regex(r"\s+(?:(?:has|had|have|also|then)\s+)?(?P<verb>[a-z]+)\s")
_IS = regex(rf"\s+{_BE}\s+(?:the|its|their)\s+(?P<noun>[a-z]+)\b")
_IS_IT = regex(rf"\b(?:the|its|their)\s+(?P<noun>[a-z]+)\s+{_BE}\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
# "He scored once", where it is asked who did twice
_OFTEN = regex(rf"\b(?:(?P<once>once|twice|thrice)|(?P<times>{'|'.join(NUMBER_OF)}|\d+)\s+times)\b", re.IGNORECASE)
_GOALS = regex(rf"\b(?P<goals>{'|'.join(NUMBER_OF)}|an?|\d+)\s+goals?\b", re.IGNORECASE)
_SCORED = regex(r"\bscor(?:e[sd]?|ing)\b", re.IGNORECASE)
_TIMES = {"once": 1, "twice": 2, "thrice": 3, "a": 1, "an": 1}
_ACTIVE = regex(r"\W*who\s+(?P<verb>[a-z]+)\s+(?:for\s+)?(?:the|an?|his|her|its|their|[A-Z])")
_WAS_DONE = regex(rf"\s+{_BE}\s+(?P<verb>[a-z]+)(?!\s+(?:by|to|as|in\s+by)\b)\b")
# "The oldest was Frey", where it is asked who was the youngest
_OF_OTHER_END = regex(
    r"\b(?:the|his|her|its|their)\s+(?P<most>[a-z]{3,}est)(?:\s+[a-z]+)?\s+(?:is|was|were)\s+\Z", re.IGNORECASE
)
_MOST = regex(
    r"\b(?!(?:west|forest|guest|request|interest|contest|protest|harvest|arrest|invest|honest|modest|rest|test)\b)[a-z]{3,}est\b",
    re.IGNORECASE,
)
_REACH = 60  # characters before a name in which its deed is told
_LONGEST = 160  # characters; a longer answer tells more


class _Group(NamedTuple):
    family: int
    place: int


@cache
def _groups() -> tuple[dict[str, frozenset[_Group]], dict[str, frozenset[_Group]]]:
    """Return the groups of each verb, by its stem, and of each noun."""
    verbs: dict[str, frozenset[_Group]] = {}
    nouns: dict[str, frozenset[_Group]] = {}
    for number, family in enumerate(_FAMILIES):
        for place, line in enumerate(family):
            done, _, doers = line.partition("/")
            group = frozenset((_Group(number, place),))
            for word in done.split():
                verbs[stem_of(word)] = verbs.get(stem_of(word), frozenset()) | group
            for word in doers.split():
                nouns[word] = nouns.get(word, frozenset()) | group
    return verbs, nouns


def does_another_deed(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of the one at ``span`` another deed than the one that is asked for.

    >>> text = "It was designed by Ann Lee."
    >>> does_another_deed(text, (19, 26), "Who built the hall?"), does_another_deed(text, (19, 26), "Who designed the hall?")
    (True, False)
    """
    if len(text) > _LONGEST or not (said := _said(text, span)):
        return False
    asked = _asked(question)
    families = {group.family for group in asked}
    told = {group for group in said if group.family in families}
    return bool(told) and told.isdisjoint(asked) and asked.isdisjoint(_told(text))


def does_it_otherwise(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says that the one at ``span`` did what is asked more or less often, or that it was done to them.

    >>> does_it_otherwise("Ann Lee scored once.", (0, 7), "Who scored twice?"), does_it_otherwise("Ann Lee was paid.", (0, 7), "Who paid the bill?")
    (True, True)
    """
    if len(text) > _LONGEST:
        return False
    active, done = _ACTIVE.match(question[:1].lower() + question[1:]), _WAS_DONE.match(text, span[1])
    if active and done and active["verb"] == done["verb"] and is_past(active["verb"]):
        return True
    end = _OF_OTHER_END.search(text, max(0, span[0] - _REACH), span[0])
    if end and (most := _MOST.findall(question)) and end["most"].lower() not in map(str.lower, most):
        return True
    asked = _counts(question, _OFTEN)
    if len(asked) != 1:
        return False
    said = _counts(text, _OFTEN) | (_counts(text, _GOALS) if _SCORED.search(question) else frozenset())
    return bool(said) and said.isdisjoint(asked)


def _counts(text: str, of: re.Pattern[str]) -> frozenset[int]:
    """Return how often or how many a text tells."""
    told = (next(filter(None, found.groups())).lower() for found in of.finditer(text))
    return frozenset(_TIMES.get(word) or NUMBER_OF.get(word) or int(word) for word in told)


def _said(text: str, span: Span) -> frozenset[_Group]:
    """Return the groups of the deed that an answer says of the one at ``span``, by a verb or a noun."""
    verbs, nouns = _groups()
    by = _BY.search(text, max(0, span[0] - _REACH), span[0]) or _DOES.match(text, span[1])
    if by is not None and (found := verbs.get(stem_of(folded(by["verb"])))):
        return found
    named = _IS.match(text, span[1]) or _IS_IT.search(text, max(0, span[0] - _REACH), span[0])
    return nouns.get(named["noun"].lower(), frozenset()) if named else frozenset()


def _told(text: str) -> frozenset[_Group]:
    """Return the groups of all words of a text."""
    return frozenset[_Group]().union(*_of_words(text))


def _of_words(text: str) -> Iterator[frozenset[_Group]]:
    verbs, nouns = _groups()
    for word in words(text):
        yield verbs.get(stem_of(folded(word)), frozenset()) | nouns.get(word.lower(), frozenset())


@lru_cache(maxsize=512)
def _asked(question: str) -> frozenset[_Group]:
    """Return the groups of the deed that a question asks for."""
    return _told(question)
