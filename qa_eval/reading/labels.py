"""Versions, releases and sections: figures with a point that are no amounts, for 3.10 comes after 3.9 and is not 3.1."""

from __future__ import annotations

from qa_eval.reading.regex import regex

_ASKED = regex(
    r"\bversion\b|\b(?:which|what|in which|in what) (?:[a-z]+ ){0,2}?(?:release|edition|revision|section|subsection|chapter|clause|article|paragraph|annex|appendix|firmware|build)\b",
)
_LABEL = regex(r"(?:(?<![\w.,$€£])|(?<=[A-Za-z]{3}))v?\.?\s?(?P<number>\d+(?:\.\d+)+)(?![\w%]|[.,]\d)")


def asks_label(question: str) -> bool:
    """Return whether a question asks for a version, a section or the like.

    >>> asks_label("Which section covers it?"), asks_label("How long is the section?")
    (True, False)
    """
    return _ASKED.search(question.lower()) is not None


def labels_in(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the figures with a point in a text, each part by itself; zeros at the end, "3.1.0", add nothing.

    >>> labels_in("v3.10, after 3.9.0"), labels_in("in 2021")
    (((3, 10), (3, 9)), ())
    """
    return tuple(_without_zeros(match["number"]) for match in _LABEL.finditer(text))


def _without_zeros(number: str) -> tuple[int, ...]:
    parts = [int(part) for part in number.split(".")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return tuple(parts)
