"""Names of an answer that are the question's own, in whatever case: the Super Bowl of "who has more super bowl wins"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.names import Name

# "the yankees or dodgers": one of them is the answer
_CHOICE = regex(r"(?P<one>[\w'-]+),? (?:or|vs\.?|versus) (?:the |an? )?(?P<other>[\w'-]+)")
_APART = regex(r",\s+(?:(?!and |but |while |then )[\w'’-]+\s+)+")  # ", son of the inventor Daedalus, flew"
_AGAIN = regex(r"\s*,")
_WITH = regex(
    r"\b(?:with|alongside|opposite|beside) (?P<who>[a-z]{3,})\b|\bwho (?:does|did|do) (?P<asked>[a-z]{3,}) (?:end up|marry|date)\b"
)
_MOST = regex(r"\b(?:most|more|many|fewest|fewer) \Z")  # "the most Super Bowl rings"


@lru_cache(maxsize=512)
def _told(question: str) -> frozenset[str]:
    """Return the folded words of a question but for those between which it leaves the choice."""
    lowered = question.lower()
    choices = {word for choice in _CHOICE.finditer(lowered) for told in choice.groups() for word in key(told)}
    return frozenset(key(lowered)) - choices


def is_of_question(name: str, question: str) -> bool:
    """Return whether a name stands in a question, or is made of its words alone, as where it is written in lower case.

    >>> asked = "who has more super bowl wins nfc or afc"
    >>> is_of_question("Super Bowl", asked), is_of_question("AFC", asked)
    (True, False)
    """
    return name in question or _told(question).issuperset(key(name))


def is_companion(name: str, question: str) -> bool:
    """Return whether a name is that of the one beside whom another is asked for: "Reba McEntire", where it is asked who sang with reba."""
    words, beside = key(name), _WITH.search(question.lower())
    return beside is not None and bool(words) and words[0] in beside.groups()


def is_passed_over(text: str, name: Name, spans: Sequence[tuple[int, int]], question: str) -> bool:
    """Return whether a name is the question's own, or stands between two commas right behind the accepted one: "Icarus, son of Daedalus, flew"."""
    if is_of_question(name.text, question) or right_before(_MOST, text, name.start):
        return True
    return _AGAIN.match(text, name.end) is not None and any(
        end < name.start and _APART.fullmatch(text, end, name.start) for _, end in spans
    )
