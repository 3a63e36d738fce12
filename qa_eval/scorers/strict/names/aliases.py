"""Names that are said to be one person's or thing's: "Ma Yun, known as Jack Ma"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names import known_forms
from qa_eval.reading.names.initials import stands_for
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 120  # characters; a longer answer says more than two names
_NAME = r"(?:(?i:the|an?)\s+)?[^\W\d_][\w.'’-]*(?:\s+[\w.'’&-]+){0,5}?"
_CALLED = regex(
    rf"\W*(?P<one>{_NAME})(?:,\s+|\s*\(|\s+[–—-]\s+|\s+)(?:(?:who|which|that)\s+(?:is|was)\s+)?(?:(?:also|better|best|usually|widely|commonly|professionally|originally|formerly|now|more\s+commonly)\s+)?"
    rf"(?:known\s+as|called|nicknamed|dubbed|alias|a\.?k\.?a\.?|known\s+professionally\s+as|under\s+the\s+name(?:\s+of)?)\s+[\"“]?(?P<other>{_NAME})[\"”]?\)?\W*",
    re.IGNORECASE,
)
# what tells one name of somebody from another
_ASKS_NAME = regex(
    r"\b(?:(?:real|birth|maiden|stage|pen|original|former|old|previous|modern|current|present|common|scientific|latin)\s+name|pseudonym|nicknamed?|alias|alter\s+ego)\b",
    re.IGNORECASE,
)
_ANOTHER = regex(r"\b(?:not|never|and|or|with|by|of|for|unlike|than|after|before)\b", re.IGNORECASE)


def asks_for_name(question: str) -> bool:
    """Return whether a question tells one name of somebody or something from another.

    >>> asks_for_name("What was his pen name?"), asks_for_name("What was his name?")
    (True, False)
    """
    return _ASKS_NAME.search(question) is not None


def called_also(name: str, question: str) -> tuple[str, ...]:
    """Return the other names under which all know what a name names; none where a question tells one of them from another."""
    return () if asks_for_name(question) else tuple(known_forms(name))


def is_short_for(text: str, names: Iterable[str], question: str) -> bool:
    """Return whether an answer and a name are a term and its letters, where the question asks for neither of them.

    >>> is_short_for("matrix metalloproteinase-2", ["MMP-2"], "Which enzyme was found?")
    True
    """
    said = text.strip(" .")
    if said in question:
        return False  # "What does DNA stand for?"
    return any(stands_for(said, name) or stands_for(name, said) for name in names) and not asks_for_name(question)


def said_to_be_called(text: str, question: str) -> str:
    """Return the name by which an answer says that the one it names is known; "" where it says nothing else than that.

    >>> said_to_be_called("Ma Yun, known as Jack Ma", "Who founded it?"), said_to_be_called("Ma Yun", "Who founded it?")
    ('Jack Ma', '')
    >>> said_to_be_called("Ma Yun, known as Jack Ma", "What is his birth name?")
    ''
    """
    if len(text) > LONGEST or asks_for_name(question):
        return ""
    told = _CALLED.fullmatch(text)
    if told is None or _ANOTHER.search(told["one"]):
        return ""
    return told["other"].strip()
