"""Who stands second, "with Ann Lee as deputy", or came at the other end, "before Falk it was Osman"."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex

# "Bo Ek took over, with Ann Lee as deputy"
_AS_SECOND = regex(
    r"\s+as\s+(?:(?:his|her|its|their|the|an?)\s+)?(?P<role>(?:[a-z]+\s+)?(?:deputy|vice|assistant|understudy|stand-in|reserve|substitute|number two|second-in-command|co-[a-z]+|adviser|advisor))\b",
    re.IGNORECASE,
)
# of whom a question asks, and where an answer begins that tells of whoever came at the other end
_ENDS = (
    (
        regex(r"\b(?:succeed\w*|successor|t(?:ook|ake[ns]?|aking) over|replac(?:e[sd]?|ing)|follow(?:s|ed)|came after)\b", re.IGNORECASE),
        regex(r"\b(?:before|prior to|ahead of)\s+(?P<who>(?-i:[A-Z])[\w'-]*)", re.IGNORECASE),
    ),
    (
        regex(r"\b(?:preced\w+|predecessor|came before|was .* before)\b", re.IGNORECASE),
        regex(r"\b(?:after|following)\s+(?P<who>(?-i:[A-Z])[\w'-]*)", re.IGNORECASE),
    ),
)  # fmt: skip


def comes_second(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer gives somebody else, and the one at ``span`` as their deputy or the like.

    >>> comes_second("Bo Ek took over, with Ann Lee as deputy", (22, 29), "Who is the captain?")
    True
    """
    second = _AS_SECOND.match(text, span[1])
    return (
        second is not None and second["role"].lower() not in question.lower() and any(map(str.isupper, text[: span[0]]))
    )


def comes_at_other_end(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that they came before the one whose successor is asked for, or after.

    >>> text = "Before Falk it was led by Osman."
    >>> comes_at_other_end(text, (26, 31), "Who succeeded Falk?"), comes_at_other_end(text, (26, 31), "Who preceded Falk?")
    (True, False)
    """
    told = _other_end(text, question)
    return told is not None and not told[0] <= span[0] < told[1]


@lru_cache(maxsize=64)
def _other_end(text: str, question: str) -> tuple[int, int] | None:
    """Return where an answer tells of whoever came at the other end than the one that a question asks for."""
    for asked, told in _ENDS:
        if asked.search(question):
            said = told.search(text)
            return said.span() if said and said["who"] in question else None
    return None
