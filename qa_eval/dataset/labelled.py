"""Figures that name something and are no amounts: scores, versions, addresses, numbers to dial, times as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.labels import asks_label, labels_in
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKS_FOR_PAIR = regex(r"\b(?:score|scoreline|result|ratio|odds|tie-?break)\b", re.IGNORECASE)
_PAIR = regex(r"\d+\s*[-–—:]\s*\d+")
_ADDRESS = regex(
    r"\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’-]*\.? ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Sq|Place|Terrace|Close|Way|Court|Boulevard|Row|Gardens|Crescent|Quay|Grove|Mews|Parade|Walk|Yard|Wharf|Rise|Embankment|Hill|Green|Park|Alley|Parkway|Highway)\b.*"
)
_WORD = regex(r"[^\W_][\w'’-]*")
_SMALL = frozenset("a an the of and in on to for with at by from or half".split())  # noqa: SIM905 - a word list reads best as one text
_KEYED = regex(r"\*\d+[#*]?|\d+[#*]")  # "*91", as it is dialled
_OF_SIZE = regex(r"(?:the|an?)\s+\d+(?:\.\d+)?-[a-z]+(?:\s+[a-z-]+){2,}", re.IGNORECASE)  # "the 30-degree wool cycle"
_ASKS_WHICH = regex(
    r"\s*(?:(?:in|on|at|for|with) )?which\b(?! (?:number|amount|price|sum|percentage|share|year|date|day|month))",
    re.IGNORECASE,
)
_MODEL = regex(r"(?<=[a-z\d] )[A-Z]{2,4}\d{0,3}(?= [a-z]{3,})")
_ASKS_FOR_VERSION = regex(r"\bversion\b", re.IGNORECASE)
_ASKS_COUNT = regex(
    r"\b(?:how|numbers?|count|total|amount|size|length|age|score|share|fraction|proportion|part)\b", re.IGNORECASE
)
_WORKS = (
    "film|movie|book|novel|poem|play|musical|opera|album|song|single|painting|band|group|duo|trio|show|sitcom|series"
    "|episode|programme|program|pub|game|nickname|brand"
)
_ASKS_TITLE = regex(
    rf"\b(?:titled?|called|named?|nicknamed)\b|\W*(?:\w+ )?(?:what|which|whose) (?:(?!of\b|for\b|was\b|is\b|did\b)[\w'’-]+ ){{0,3}}(?:{_WORKS})s?\b"
    rf"|\bwhat (?:was|is) (?:the|his|her|their|its) (?:(?!of\b|for\b)[\w'’-]+ ){{0,3}}(?:{_WORKS})\b",
    re.IGNORECASE,
)
_ASKS_CLOCK = regex(r"(?<!\bin )\bwhat time\b(?! did .*\b(?:run|swim|clock|record|set))", re.IGNORECASE)
_CLOCK = regex(
    r"(?:at )?(?:(?:an? )?(?:quarter|half|five|ten|twenty|twenty-five|\d{1,2}) (?:to|past) (?:\d{1,2}|[a-z]+)|\d{1,2}\.[0-5]\d)",
    re.IGNORECASE,
)


def are_labels(texts: Sequence[str], question: str) -> bool:
    """Return whether figures are no amount: "1-4" of a score is no range, 3.10 of a version is not 3.1, and 12 Oak Street no 12.

    >>> are_labels(["1-4"], "What was the score?"), are_labels(["1-4"], "How many ships sail at once?")
    (True, False)
    """
    if all(map(_ADDRESS.fullmatch, texts)) or all(map(_KEYED.fullmatch, texts)):
        return True
    if _asks_for_version(question) or ("." in texts[0] and all(map(labels_in, texts)) and asks_label(question)):
        return True
    if "time" in question and all(_CLOCK.fullmatch(text.strip()) for text in texts) and _ASKS_CLOCK.search(question):
        return True  # "6.42" is no 6.42, and "a quarter to one" no range
    if _ASKS_WHICH.match(question) and all(map(_names_size, texts)):
        return True  # "two AAA batteries" to "Which batteries?"
    if not _ASKS_COUNT.search(question) and all(_is_title(text, question) for text in texts):
        return True  # "Seven Samurai" are no seven of anything
    from qa_eval.reading.codes import are_codes  # noqa: PLC0415 - most loading does without it

    if are_codes(question, texts):
        return True  # "47A" of a route is no current
    return all(_PAIR.fullmatch(text.strip()) for text in texts) and _ASKS_FOR_PAIR.search(question) is not None


def _is_title(text: str, question: str) -> bool:
    """Return whether a text with a number is a name in capitals, "12 Angry Men", and no amount: "Three Hours" is one for a title only."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    if len(words) < 2 or not all(word[0].isupper() or word[0].isdigit() for word in words):  # noqa: PLR2004 - a number and a noun
        return False
    if not any(word[1:].islower() for word in words):
        return False  # "12 MW"
    from qa_eval.reading.quantities import read_quantities  # noqa: PLC0415 - see below

    found = read_quantities(text)
    if any(each.start == 0 and each.end == len(text) and not (each.unit or each.noun) for each in found):
        return False  # "Forty-Two Thousand"
    measured = any(each.unit for each in found)
    return _ASKS_TITLE.search(question) is not None or (bool(found) and not measured)


def _names_size(text: str) -> bool:
    """Return whether a text with a number says of which size or model: "two AAA batteries"."""
    from qa_eval.reading.units import canonical  # noqa: PLC0415 - see above

    found = _MODEL.search(text)
    return (found is not None and canonical(found[0]) is None) or _OF_SIZE.fullmatch(text) is not None


def _asks_for_version(question: str) -> bool:
    return "version" in question.lower() and _ASKS_FOR_VERSION.search(question) is not None
