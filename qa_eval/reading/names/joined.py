"""Names of two words that some write as one, and the other way round: "De Niro" and "DeNiro", "McCoy" and "Mc Coy"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_FIRST = "D[aeiu]|Del|Des|L[ae]|Ma?c|Van|Von|O|Fitz|St|Saint"
_IN_TWO_PARTS = regex(
    rf"\b(?:(?P<word>{_FIRST})(?: |(?=[A-Z]))|(?P<left>[A-Z][a-z]+)(?=[A-Z]))(?P<right>[A-Z][a-z]{{2,}})\b"
)


def joined_or_apart(name: str) -> list[tuple[re.Pattern[str], str]]:
    """Return for each part of a name that some write as one word or as two how it may be spelt, beside its own spelling.

    >>> [pattern.sub(own, "Al McCoy and Ann Mc Coy") for pattern, own in joined_or_apart("Ann McCoy")]
    ['Al McCoy and Ann McCoy']
    >>> [pattern.sub(own, "Ann DiLeo, Ann Dileo") for pattern, own in joined_or_apart("Ann Di Leo")]
    ['Ann Di Leo, Ann Di Leo']
    """
    return [
        (regex(rf"(?<!\w){part['word'] or part['left']}[\s-]?{part['right']}(?!\w)", re.IGNORECASE), part[0])
        for part in _IN_TWO_PARTS.finditer(name)
    ]
