"""How names of letters and figures may be spelt, "MiG29" and "MiG 29", and what may stand around a name that says no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.codes import spelt_codes
from qa_eval.reading.names.joined import joined_or_apart
from qa_eval.reading.names.letters import written_otherwise
from qa_eval.reading.names.regnal import numbered_in_words
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.names.peoples import peoples

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODE_PART = regex(r"[^\W\d_]+|\d+")
_LETTERS = regex(r"[A-Z](?:[-. ]?[A-Z]){2,9}")  # "ABBA", as "A-B-B-A"
_DIALLED = regex(r"\(?\d[\d\s().-]*[\s().-][\d\s().-]*\d")
_DIGITS = regex(r"\d")
_LEAST_DIGITS = 6
_LONGEST_CODE = 40  # characters
_DECIMAL = regex(r"\d[.,]\d+")
_AGAINST = regex(r" (?:v|vs|versus)\b\.? ")  # between the parties of a case


def decimals_of(text: str) -> frozenset[str]:
    """Return the decimals of a text, so that 75 is not taken for 7.5."""
    return frozenset(_DECIMAL.findall(text)) if "." in text or "," in text else frozenset()


_IN_COUNTRY = regex(r"\A\W*(?i:in|at|from)\s+(?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}, [A-Z][\w'’. -]*\Z)")


def at_place(text: str) -> str:
    """Return a place with what it lies in without the "in" before it.

    >>> at_place("In Colmar, France"), at_place("in Colmar")
    ('Colmar, France', 'in Colmar')
    """
    return _IN_COUNTRY.sub("", text) if ", " in text else text


_ONE = regex(r"(?P<which>\W*(?:(?:in|on|at|from)\s+)?(?:the|an?)\s+[\w'-]+(?:\s+[\w'-]+)?)\s+ones?\W*", re.IGNORECASE)


def without_one(text: str) -> str:
    """Return "the red" of "the red one", and every other text as it is.

    >>> without_one("the rear ones."), without_one("the red one by the sea")
    ('the rear', 'the red one by the sea')
    """
    one = _ONE.fullmatch(text) if "one" in text else None
    return one["which"] if one else text


_COUNTRY_ASKED = regex(r"\bin\s+(?:which|what)\s+countr(?:y|ies)\b", re.IGNORECASE)


def _by_its_people(name: str) -> list[tuple[re.Pattern[str], str]]:
    """Return how a country may be told in which something is: "Norwegian servers" for Norway."""
    people = peoples().get(name.lower(), "")
    not_there = "embass(?:y|ies)|consulates?|waters|border|language|origin|firms?|compan(?:y|ies)"
    told = rf"(?<![\w-])(?:(?:the|an?)\s+)?{people}(?:\s+(?!(?:{not_there})\b)[a-z]+)?(?=\W*\Z)"
    return [(regex(told, re.IGNORECASE), name)] if people else []


def codes_of(names: Sequence[str], question: str = "") -> list[tuple[re.Pattern[str], str]]:
    """Return how names made of letters and figures may be spelt, "MiG29" and "MiG 29", beside the accepted spelling, "Köln" as "Koeln", and "v." as "versus"."""
    found: list[tuple[re.Pattern[str], str]] = []
    in_country = _COUNTRY_ASKED.search(question) is not None
    for name in names:
        found += _by_its_people(name) if in_country else ()
        if parties := _AGAINST.search(name):
            found.append((_AGAINST, parties[0]))
        found += joined_or_apart(name)
        found += written_otherwise(name)
        found += numbered_in_words(name)
        found += spelt_codes(name)
        if _LETTERS.fullmatch(name):
            apart = r"[-. ]?" if not name.isalpha() else r"[-. ]"
            found.append((regex(rf"(?<![\w-]){apart.join(filter(str.isalpha, name))}(?![\w-])", re.IGNORECASE), name))
        digits = _DIGITS.findall(name)
        if len(digits) >= _LEAST_DIGITS and _DIALLED.fullmatch(name):
            spelt = r"[\s().-]*".join(digits)
            found.append((regex(rf"(?<![\w.,-])\(?{spelt}(?![\w-])"), name))
            continue
        parts = _CODE_PART.findall(name)
        if _DECIMAL.search(name):
            continue  # 7.5 is not 75
        if len(name) <= _LONGEST_CODE and len(parts) > 1 and {part.isdecimal() for part in parts} == {True, False}:
            spelt = r"[\s‐-–-]?".join(map(re.escape, parts))
            found.append((regex(rf"(?<![\w-]){spelt}(?![\w-])", re.IGNORECASE), name.replace("\\", r"\\")))
    return found
