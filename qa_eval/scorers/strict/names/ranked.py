"""Accepted numbers in a ranking, "No. 1": as people say them, "number one", "#1", and "first" where a rank is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, NUMBER_OF, ORDINALS, ordinal
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERED = regex(r"(?:the )?(?P<world>world )?(?:no\.?|nr\.?|number|#)\s?(?P<number>\d{1,3}|[a-z]+)", re.IGNORECASE)
_OF_SO_MANY = regex(
    rf"(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})(?P<place> place)? (?:out of|of|in|among) (?P<all>\d{{1,5}}|[a-z-]+)(?P<what> [a-z]+)?",
    re.IGNORECASE,
)
_ASKED = regex(r"\b(?:ranks?|ranked|ranking|placed?|position|seed(?:ed|ing)?|finish(?:ed)?)\b", re.IGNORECASE)


def ranked_alike(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield what else stands for accepted numbers in a ranking.

    >>> list(ranked_alike(["No. 1"], "What is its rank?")), list(ranked_alike(["third of 24"], "What place did she take?"))
    (['number 1', 'number one', '1', '1st', 'first', 'first place'], ['third out of 24', 'third among 24', 'third place out of 24'])
    """
    for name in names:
        if told := _OF_SO_MANY.fullmatch(name.strip()):
            rest = f"{told['all']}{told['what'] or ''}"
            yield from (f"{told['rank']} {of} {rest}" for of in ("out of", "among"))
            yield f"{told['rank']} place out of {rest}"
            continue
        told = _NUMBERED.fullmatch(name.strip())
        number = _number(told["number"]) if told else 0
        if told is None or not number:
            continue
        world = told["world"] or ""
        yield f"{world}number {number}"
        if number < len(CARDINALS):
            yield f"{world}number {CARDINALS[number]}"
        if _ASKED.search(question):
            yield from (str(number), ordinal(number))
        if _ASKED.search(question) and number < len(ORDINALS):
            yield from (ORDINALS[number], f"{ORDINALS[number]} place")


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBER_OF.get(written.lower(), 0)
