"""Whether a question asks for two or for several, and what it counts in which unit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES, is_past
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

_RATIO = regex(r"\b(?:ratio|proportion|odds)\b", re.IGNORECASE)
_TWO = regex(r"\b(?:which|what|name|the) (?:the )?(?:two|2)\b|\bboth\b")
_SEVERAL = regex(
    r"\b(?:which|what|name the) (?:[a-z]+ ){0,2}?(?:[a-z]{2,}[^\Ws]s|countries|cities|companies|parties|bodies|people|men|women) (?:are|were|have|had|do|does|did|can|could|will|share|make|form|border|won|signed|fought|belong|speak|use)\b"
    r"|\b(?:which|what|who) (?:are|were) (?:the |its |their |his |her )?(?:[a-z]+ ){0,2}?[a-z]{2,}[^\Ws]s\b"
)
_IN_UNIT = regex(
    r"\b(?:in|to the nearest(?: whole| full)?) (?P<what>(?:degrees? |square |cubic )?(?:celsius|fahrenheit|kelvins?|(?:kilo|centi|milli)?met(?:re|er)s?|k?m|miles?|feet|foot|inch(?:es)?|yards?"
    r"|(?:kilo|milli)?grams?|k?g|tonnes?|ounces?|stones?|(?:milli)?lit(?:re|er)s?|gallons?|pints?|seconds?|minutes?|hours?|days?|weeks?|months?))(?=\s*(?:[?.,(]|\Z))",
    re.IGNORECASE,
)
_HOW_MANY = regex(
    r"\bhow many (?P<what>(?:[\w'-]+ ){0,4}?[\w'-]+)(?= (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|in|on|at|of|to|from|there|make|play|died|got|won|live)\b|[?.]|$)",
    re.IGNORECASE,
)
_AGE = regex(r"\b(?:how old|(?:at )?what age)\b", re.IGNORECASE)
# what is told of those who are counted, "How many live there?"
_DONE = frozenset(
    """live play work attend vote die survive escape belong remain compete participate smoke drive own use need want speak study sit stand stay fit
    come go leave return win lose take make have know sign write read join serve exist fail pass apply support oppose agree""".split()  # noqa: SIM905 - a word list reads best as one text
)


def asks_two(question: str) -> bool:
    """Return whether a lower-case question asks for two.

    >>> asks_two("which two countries share it?"), asks_two("which countries share it?")
    (True, False)
    """
    return _TWO.search(question) is not None


def asks_ratio(question: str) -> bool:
    """Return whether a question asks for a ratio."""
    return _RATIO.search(question) is not None


def asks_several(question: str) -> bool:
    """Return whether a lower-case question asks for several: "which languages are", "what are the moons".

    >>> asks_several("what are the moons of mars?"), asks_several("what causes the tides?")
    (True, False)
    """
    return _SEVERAL.search(question) is not None


def unit_asked(question: str) -> str:
    """Return the unit in which a question wants its answer; "" for none.

    >>> unit_asked("How many basis points did it gain?"), unit_asked("How many people came?")
    ('basis_point', '')
    >>> unit_asked("What is it in degrees Fahrenheit?")
    'degree_Fahrenheit'
    """
    if _AGE.search(question):
        return "year"
    match = _HOW_MANY.search(question) or _IN_UNIT.search(question)
    found = read_quantities(f"7 {match['what']}") if match else ()
    return found[0].unit if len(found) == 1 else ""


@lru_cache(maxsize=512)
def counted(question: str) -> frozenset[str]:
    """Return the forms of what a question counts; none where it says only what those did: "How many attended?".

    >>> sorted(counted("How many small bones are in the hand?")), sorted(counted("How many did he write?"))
    (['bone', 'small'], [])
    """
    words = _behind_how_many(question)
    return frozenset() if _is_deed(words) else frozenset(map(form, words)) - SMALL


def counts_by_deed(question: str) -> bool:
    """Return whether a question counts those who did something, or that are something, and does not name them.

    >>> counts_by_deed("How many attended?"), counts_by_deed("How many people attended?"), counts_by_deed("Who attended?")
    (True, False, False)
    """
    words = _behind_how_many(question)
    return bool(words) and _is_deed(words) and not unit_asked(question)


def _behind_how_many(question: str) -> list[str]:
    match = _HOW_MANY.search(question)
    return match["what"].lower().split() if match else []


def _is_deed(words: Sequence[str]) -> bool:
    """Return whether words behind "how many" begin with a verb."""
    if not words or is_plural(words[-1]):
        return bool(words) and words[0] in AUXILIARIES
    return words[0] in AUXILIARIES or is_past(words[0]) or (len(words) == 1 and words[0] in _DONE)
