"""What kind of answer does a question ask for? Guessed from its wording alone."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from qa_eval.answerers.lexical.words import FUNCTION_WORDS, stem
from qa_eval.reading.units import canonical, dimension
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """The kinds of answer that a wording tells apart."""

    YES_NO = "yes_no"
    QUANTITY = "quantity"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    CAUSE = "cause"
    MANNER = "manner"
    NAME = "name"
    LIST = "list"
    PHRASE = "phrase"


@value
class Wanted:
    """A kind of answer. ``head`` holds the stems of what is asked for ("which old *barge*", "how many *locks*").

    ``dimensions`` says what a quantity measures (empty: a count), ``unit`` the canonical unit that the question names.
    """

    kind: Kind
    head: tuple[str, ...] = ()
    dimensions: frozenset[str] = frozenset()
    unit: str = ""


_YES_NO = re.compile(
    rf"(?:(?:{AN_AUXILIARY})(?:n't)?\b|true or false)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:date|day|month|year|decade|century|season|time of (?:the )?year)\b|\bsince when\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bhow many\b|\b(?:what|which)(?: \w+){0,3} (?:number|count|toll)\b", re.IGNORECASE)
ANY = frozenset({"any"})  # "how much": whatever has a unit
_HOW_MEASURES = {  # "how long", "how much did it cost"
    "length": "long far tall high deep wide broad thick close",
    "time": "long old",
    "area": "large big",
    "volume": "large big",
    "mass": "heavy weigh weighed",
    "money": "expensive cost spend spent pay paid money",
    "speed": "fast quickly",
    "temperature": "hot cold warm",
    "power": "powerful",
    "frequency": "often",
}
_WHAT_MEASURES = {  # "what was the length"
    "length": "length distance height depth width breadth thickness diameter radius calibre caliber elevation altitude size",
    "time": "duration age",
    "area": "area surface size",
    "volume": "volume capacity size",
    "mass": "weight mass",
    "money": "cost costs price sum amount budget revenue profit loss income salary fee dividend worth",
    "ratio": "percentage percent share proportion fraction portion rate ratio",
    "speed": "speed velocity",
    "temperature": "temperature",
    "power": "power",
    "energy": "energy",
    "pressure": "pressure",
    "frequency": "frequency",
}
_MUCH = re.compile(r"\bhow much\b(?: (?:\w+ )*?(weigh|weighed|cost|spend|spent|pay|paid|money)\b)?", re.IGNORECASE)
_HOW = re.compile(r"\bhow (?:\w+ly )?(\w+)", re.IGNORECASE)
_WHAT = re.compile(
    r"\b(?:what|which) (?:(?:is|was|are|were|will|would|the|its|their|his|her|average|total|new|annual|maximum|minimum) )*"
    r"([\w-]+)(?: ([\w-]+))?",
    re.IGNORECASE,
)
_KINDS = (
    (Kind.DATE, _DATE),
    (
        Kind.CAUSE,
        re.compile(
            r"\bwhy\b|\bfor what (?:reason|purpose)\b|\bwhat (?:reason|purpose|caused|led to|motivated)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.PERSON,
        re.compile(r"\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|man|woman)\b", re.IGNORECASE),
    ),
    (
        Kind.PLACE,
        re.compile(
            r"\bwhere\b|\b(?:what|which)(?: [\w-]+)? (?:country|nation|state|province|region|district|county|city|town|village|place|"
            r"location|island|continent|capital|port|street)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.NAME,
        re.compile(
            r"\b(?:what|which)(?: [\w-]+)? (?:company|firm|organi[sz]ation|agency|institute|institution|university|newspaper|team|club|party|"
            r"ship|river|lake|mountain|war|battle|rival|brand)\b|\bname of\b|\bcalled\b|\bnamed\b",
            re.IGNORECASE,
        ),
    ),
)
_MANNER = re.compile(r"\bhow\b", re.IGNORECASE)
_HEAD = re.compile(r"\b(?:what|which|how many|how much)\s+((?:[\w'’-]+\s*){1,4})", re.IGNORECASE)
_LIST = re.compile(r"^(?:name|list)\b", re.IGNORECASE)
_IN_UNIT = re.compile(r"\b(?:in|many|of) ((?:square |cubic )?[a-z]+)\b", re.IGNORECASE)


def _by_word(measures: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    words = {word for named in measures.values() for word in named.split()}
    return {word: frozenset(name for name, named in measures.items() if word in named.split()) for word in words}


_HOW_DIMENSIONS, _WHAT_DIMENSIONS = _by_word(_HOW_MEASURES), _by_word(_WHAT_MEASURES)


def wanted_by(question: str) -> Wanted:
    """Return what kind of answer a question asks for.

    >>> wanted_by("How many locks has it?").kind, wanted_by("Is it long?").kind, wanted_by("Who built it?").kind
    (<Kind.QUANTITY: 'quantity'>, <Kind.YES_NO: 'yes_no'>, <Kind.PERSON: 'person'>)
    """
    question = question.strip()
    if _YES_NO.match(question):
        return Wanted(Kind.YES_NO)
    head = _head(question)
    if _DATE.search(question):
        return Wanted(Kind.DATE, head)
    dimensions = _dimensions(question)
    unit = _unit(question)
    if _COUNT.search(question) or dimensions:
        return Wanted(Kind.QUANTITY, head, frozenset({dimension(unit)}) if unit else dimensions, unit)
    for kind, pattern in _KINDS:
        if pattern.search(question):
            return Wanted(kind, head)
    if _MANNER.search(question):
        return Wanted(Kind.MANNER, head)
    many = _LIST.search(question) or (head and _is_plural(question))
    return Wanted(Kind.LIST if many else Kind.PHRASE, head)


def _dimensions(question: str) -> frozenset[str]:
    """Return what the quantity that is asked for measures; empty when none is asked for, or a count."""
    if much := _MUCH.search(question):
        return _HOW_DIMENSIONS.get((much[1] or "").lower(), ANY)
    if how := _HOW.search(question):
        return _HOW_DIMENSIONS.get(how[1].lower(), frozenset())
    what = _WHAT.search(question)
    named = [word.lower() for word in what.groups() if word] if what else []
    return next((_WHAT_DIMENSIONS[word] for word in named if word in _WHAT_DIMENSIONS), frozenset())


def _head(question: str) -> tuple[str, ...]:
    match = _HEAD.search(question)
    if match is None:
        return ()
    stems = []
    for word in match[1].split():
        if word.lower() in FUNCTION_WORDS:
            break
        stems.append(stem(word))
    return tuple(stems)


def _is_plural(question: str) -> bool:
    match = _HEAD.search(question)
    first = [word for word in match[1].split() if word.lower() not in FUNCTION_WORDS][:2] if match else []
    return any(word.endswith("s") and not word.endswith(("ss", "us", "is")) for word in first)


def _unit(question: str) -> str:
    for match in _IN_UNIT.finditer(question):
        unit = canonical(match[1])
        if unit and dimension(unit) not in {"", "time"}:
            return unit
    return ""
