"""What an answer tells as the second thing, where it is asked what came first: "They flew south first and then north"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_ASKED = regex(r"\b(?:first|initially|at first|originally|to begin with|at the (?:start|outset))\b(?! (?:time|prize|place|half|year|name|lady|round|edition|floor)\b)", re.IGNORECASE)  # fmt: skip
_FIRST = regex(r"\b(?:first(?:ly)?|initially|originally|to begin with|at the (?:start|outset)|start(?:ed|ing)? (?:with|by|out)|began (?:with|by))\b", re.IGNORECASE)  # fmt: skip
_THEN = regex(r"\b(?:and|but)?\s*(?:then|afterwards|after that|later(?: on)?|next|finally|only then|subsequently)\b", re.IGNORECASE)  # fmt: skip


def comes_later(text: str, spans: Sequence[tuple[int, int]], question: str) -> bool:
    """Return whether an answer tells what stands at each of ``spans`` as what came after another thing that it calls the first.

    >>> comes_later("They flew south first and then north.", [(31, 36)], "Where did they fly first?")
    True
    >>> comes_later("They flew north first and then south.", [(10, 15)], "Where did they fly first?")
    False
    """
    then = _THEN.search(text)
    if then is None or not spans or _FIRST_ASKED.search(question) is None:
        return False
    first = _FIRST.search(text, 0, then.start())
    if first is None or any(start < then.start() for start, _ in spans):
        return False
    return bool(stems(text[: first.start()] + text[first.end() : then.start()]) - stems(question))
