"""Where an answer has what is accepted, and whether something is told of it there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names.matching import without_titles
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = regex(r"\A(?:the|an?)\s+", re.IGNORECASE)
# a verb right behind a name, and a thing and "was" right before it
IS_TOLD = regex(
    r"\s+(?:(?:will|would|had|has|only|just|merely|also)\s+)*(?:(?:is|was|are|were|be|been)\b|(?:[a-z]+ly\s+)?(?!this|as\b)(?:[a-z]{2,}(?:ed|s)|wrote|led|spoke|ran|sold|bought|taught|made|drew|gave|got|had|won|lost)\b)",
    re.IGNORECASE,
)


def span_of(text: str, accepted: str) -> tuple[int, int]:
    """Return where what is accepted stands in an answer, or the last word of a name; (-1, -1) for nowhere."""
    bare = _ARTICLE.sub("", accepted)
    name = without_titles(bare)
    for each in dict.fromkeys((bare, name, name.split()[-1] if name else "")):
        own = each[:1].isupper() or len(each.split()) > 1 or any(map(str.isdecimal, each))
        start = place_of(each.lower(), text.lower()) if own else -1
        if start >= 0:
            return start, start + len(each)
    return -1, -1


def place_of(words: str, text: str) -> int:
    """Return where a text has whole words, -1 for nowhere."""
    return next(places_of(words, text), -1)


def places_of(words: str, text: str) -> Iterator[int]:
    """Yield everywhere that a text has whole words."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (_in_word(text[start - 1 : start]) or _in_word(text[end : end + 1])):
            yield start
        start = text.find(words, start + 1)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
