"""What a share is of: "3.4 % of tax revenue" is no "3.4 % of GDP"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names.initials import initials
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import expressed
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARE = regex(
    r"(?:%|\b(?:percent|per cent|half|(?:a|one|two|three|four) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?)|\d/\d+)\s+of\s+"
    r"(?P<what>(?:(?!(?:in|at|for|by|on|to|that|which|who|and|or|but|is|are|was|were|went|goes|go)\b)[\w'’-]+[ ]?){1,4})",
    re.IGNORECASE,
)
_LOOSE = frozenset(
    [
        "total",
        "all",
        "whole",
        "overall",
        "entire",
        "annual",
        "yearly",
        "national",
        "country",
        "gross",
        "it",
        "them",
        "that",
        "this",
        "its",
    ]
)


def of_another_base(text: str, answer: str, question: str) -> Closeness | None:
    """Return that an answer gives its share of something else than the accepted one does.

    >>> of_another_base("3.4% of tax revenue", "3.4% of GDP", "How large is the deficit?").note
    'is a share of tax revenue'
    >>> of_another_base("3.4% of gross domestic product", "3.4% of GDP", "How large is the deficit?")
    """
    wanted = _SHARE.search(answer) if " of " in answer and " of " in text else None
    said = _SHARE.search(text) if wanted else None
    if wanted is None or said is None:
        return None
    own, other = (key(found["what"]) for found in (wanted, said))
    own_meaning, meaning, asked = map(_telling, (own, other, key(question)))
    if not meaning or own_meaning & meaning or meaning <= asked or own_meaning & asked or "what" in other:
        return None  # what the question names already is told by the answer in its own words
    if initials(own) in other or initials(other) in own:
        return None
    return Closeness(Reason.WRONG_VALUE, f"is a share of {said['what'].strip()}")


def _telling(words: Iterable[str]) -> frozenset[str]:
    """Return what the words of a base mean, those left out that are said of any."""
    kept = [word for word in words if word not in SMALL and word not in _LOOSE]
    return frozenset(meaning for _, _, meaning in expressed(kept))
