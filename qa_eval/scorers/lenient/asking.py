"""Whether a question asks for two or for several."""

from __future__ import annotations

from qa_eval.reading.regex import regex

_TWO = regex(r"\b(?:which|what|name|the) (?:the )?(?:two|2)\b|\bboth\b")
_SEVERAL = regex(
    r"\b(?:which|what|name the) (?:[a-z]+ ){0,2}?(?:[a-z]{2,}[^\Ws]s|countries|cities|companies|parties|bodies|people|men|women) (?:are|were|have|had|do|does|did|can|could|will|share|make|form|border|won|signed|fought|belong|speak|use)\b"
    r"|\b(?:which|what|who) (?:are|were) (?:the |its |their |his |her )?(?:[a-z]+ ){0,2}?[a-z]{2,}[^\Ws]s\b"
)


def asks_two(question: str) -> bool:
    """Return whether a lower-case question asks for two.

    >>> asks_two("which two countries share it?"), asks_two("which countries share it?")
    (True, False)
    """
    return _TWO.search(question) is not None


def asks_several(question: str) -> bool:
    """Return whether a lower-case question asks for several: "which languages are", "what are the moons".

    >>> asks_several("what are the moons of mars?"), asks_several("what causes the tides?")
    (True, False)
    """
    return _SEVERAL.search(question) is not None
