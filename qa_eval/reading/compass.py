"""Points of the compass however they are written: "NW", "N.W.", "north-west" and "northwestern" are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 2_000  # characters of a text whose points are spelled alike
_WINDS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_HALF = r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)"
_WORD = rf"(?:(?:north|south|east|west)[- ])?{_HALF}"
_SIGN = r"[NS]\.?(?:[NS]\.?)?[EW]\.?|[EW]\.?[NS]\.?[EW]\.?|[NSEW]\.?"
_POINT = regex(
    rf"\b(?P<word>(?i:{_WORD}))(?i:ern(?:most|er)?|erly|[- ]?wards?|bound)?\b(?!['’-]\w)|(?<![\w.'’&/°-])(?P<sign>{_SIGN})(?![\w'’&/])"
)
_SIDE = regex(
    r"(?P<point>\b(?:north|south|east|west)\w*) (?:part|side|corner|end|edge|half|direction)\b", re.IGNORECASE
)
_LONE = regex(
    rf"\s*(?:(?:in|to|from|on|at|towards?)\s+)?(?:the\s+)?(?:due\s+)?(?:(?i:{_WORD})|(?:{_SIGN}))\s*\.?\s*",
    re.IGNORECASE,
)
_ASKED = regex(
    r"\b(?:directions?|which way|what way|compass|bearing|heading|(?:which|what) (?:part|side|corner|end|point|wind)|winds?|facing|faces?)\b",
    re.IGNORECASE,
)
_LETTER = regex(r"\W*[NSEW]\.?\W*")


def are_points(question: str, accepted: Sequence[str]) -> bool:
    """Return whether all that is accepted are points of the compass, one letter only where a direction is asked for.

    >>> are_points("Where does it lie?", ["the north-west"]), are_points("Which element?", ["N"]), are_points("Who?", ["Kanye West"])
    (True, False, False)
    """
    return (
        bool(accepted)
        and all(map(_LONE.fullmatch, accepted))
        and (_ASKED.search(question) is not None or not any(map(_LETTER.fullmatch, accepted)))
    )


def with_points(text: str) -> str:
    """Return a text with the points of the compass in one spelling.

    >>> with_points("It lies NW of the town"), with_points("towards the south-western part"), with_points("N.N.E.")
    ('It lies northwest of the town', 'towards the southwest', 'northnortheast')
    """
    return _SIDE.sub(r"\g<point>", _POINT.sub(_spelled, text)) if len(text) <= LONGEST else text


def _spelled(found: re.Match[str]) -> str:
    if found["sign"]:
        return "".join(_WINDS[letter] for letter in found["sign"].lower() if letter in _WINDS)
    return re.sub(r"[- ]", "", found["word"]).lower()
