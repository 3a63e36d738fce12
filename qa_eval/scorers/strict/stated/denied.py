"""What is accepted, told as not being so by a noun or by a doubt: "She has no allergy to penicillin", "I doubt that it was Brennan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT, Wording, key
from qa_eval.scorers.strict.parts.asked_not import denied_in

if TYPE_CHECKING:
    from qa_eval.scorers.strict.stated.check import Check

_SHARED = 5  # letters that "allergic" and "allergy" share
_NONE_OF = regex(
    r"\b(?:no|not any|without(?: any)?|never any|isn['’]t any)\s+(?:known\s+|recorded\s+|proven\s+)?(?P<what>[a-z]{4,})\s+(?:to|of|for|with|in|against|from)\s+(?:the\s+|any\s+)?\Z",
    re.IGNORECASE,
)
_RULED_OUT = regex(
    r"\s+(?P<what>[a-z]{4,})\s+(?:is|was|were|are|has been|have been)\s+(?:excluded|ruled out|disproved|refuted|not (?:found|confirmed))\b",
    re.IGNORECASE,
)
_DOUBTED = regex(
    r"(?<!\bno )(?<!\bnot )(?<!\bwithout )(?<!n['’]t )(?<!\bnever )\b(?:doubts?|doubted|doubtful|unlikely|improbable|hardly|don['’]t (?:think|believe)|do not (?:think|believe))\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_DOUBT_ASKED = regex(r"\b(?:doubt|unlikely|improbable|think|believe)", re.IGNORECASE)


def _asks_what_is(question: str) -> bool:
    return not denied_in(question).words


def denied_by_noun(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says of what is accepted that it is not so; "" for none.

    >>> denied_by_noun("She has no allergy to penicillin.", "To what is she allergic?", "penicillin")
    'says "no allergy to" of it'
    >>> denied_by_noun("No allergy to latex, but to penicillin.", "To what is she allergic?", "penicillin")
    ''
    """
    if len(text) > SHORT or any(map(str.isdecimal, accepted)):
        return ""
    spans = Wording(text).find(key(accepted))
    if len(spans) != 1:
        return ""
    (start, end), asked = spans[0], key(question)
    before = text[:start]
    if not _DOUBT_ASKED.search(question) and (doubt := _DOUBTED.search(before)):
        return f'says "{doubt[0].strip()}" of it'
    found = _NONE_OF.search(before) or _RULED_OUT.match(text, end)
    if found is None or not any(word.startswith(found["what"].lower()[:_SHARED]) for word in asked):
        return ""
    return f'says "{found[0].strip()}" of it'


DENIED: tuple[Check, ...] = ((_asks_what_is, denied_by_noun),)
