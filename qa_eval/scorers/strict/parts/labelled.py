"""Values that an answer gives side by side, each under its name: "Payable 29 Nov; record date 8 Nov"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.dimensions import NOUNS_OF
from qa_eval.scorers._words.wording import SMALL

_JOINT = regex(r"\s*(?:;|\n+|\.(?=\s+[A-Z]))\s*")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d"
_NAMED = regex(
    rf"[-*•|\W]*(?P<name>[A-Z][A-Z' -]{{2,40}}?)\s*(?::|=|\s[-–—]|(?<=[A-Z])\s)\s*(?:(?:on|is|was|at|of)\s+)?(?P<value>(?:[$€£]?\d|{_MONTH}).*)",
    re.IGNORECASE,
)
# "It ended in 1945; others say 1946" names nothing
_STATED = regex(
    r"\b(?:it|they|he|she|we|i|there|others?|some|several|many|most|say|says|said|maybe|perhaps|or|not|then|later|actually|about|around)\b",
    re.IGNORECASE,
)
_MOST = 6  # values side by side
_ANY = frozenset(("date", "day", "time", "year", "number", "amount", "what", "which", "how", "when"))


def value_of_name(text: str, question: str) -> str:
    """Return the value under the name that a question has more words of than of any other; "" where no name is so.

    >>> value_of_name("Payable 29 Nov; record date 8 Nov", "When is the dividend payable?")
    '29 Nov'
    """
    if ";" not in text and "\n" not in text and ". " not in text:
        return ""
    parts = [part for part in _JOINT.split(text.strip(" .")) if part]
    named = [_NAMED.fullmatch(part) for part in parts] if 1 < len(parts) <= _MOST else [None]
    found = [each for each in named if each is not None]
    if len(found) < len(named) or any(_STATED.search(each["name"]) for each in found):
        return ""
    asked = _stems(question)
    shared = [len(_stems(each["name"]) & asked) for each in found]
    most = max(shared)
    return found[shared.index(most)]["value"] if most and shared.count(most) == 1 else ""


def _stems(text: str) -> frozenset[str]:
    """Return the stems of words; a hyphenated word is one: "ex-dividend" is no dividend."""
    words = [word.strip("'?.,:").lower() for word in text.split()]
    return frozenset(stem_of(NOUNS_OF.get(word, (word,))[0]) for word in words if word and word not in SMALL | _ANY)
