"""What an answer gives for two things by one verb: "The first flight took 71 days and the second 39"."""

from __future__ import annotations

import re

from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, key

_VALUE = r"(?:about\s+|around\s+|only\s+|just\s+|some\s+|nearly\s+)?[$€£]?\d(?:[^.;,!?\n]|[.,](?=\d)){0,40}?"
_THING = r"(?:(?:the|its|their|his|her|an?)\s+)?(?!(?:it|they|he|she|we|i|that|this|then|others?|some)\b)[^\W\d][\w'’-]*(?:\s+(?!(?:and|but|or|while|it|they|in|on|at|by|from|to)\b)[a-z'’-]+){0,3}?"
_GAPPED = regex(
    rf"\W*(?P<first>{_THING})\s+(?:took|takes|lasts?|lasted|is|was|are|were|has|had|costs?|weighs?|weighed|measures?|measured|scored|won|got|made|ran|holds?|held|came to|comes to|stood at|reached|covers?|covered|received|paid|pays)\s+"
    rf"(?P<value>{_VALUE})(?:[,;]\s+(?:(?:and|but|while)\s+)?|\s+(?:and|but|while)\s+)(?P<second>{_THING})(?:,)?\s+(?P<other>{_VALUE})[.!]?\s*",
    re.IGNORECASE,
)
_COUNT = rf"(?:\d[\d,.]*|{'|'.join(NUMBER_OF)})"
_PART_OF_ALL = regex(
    rf"(?P<all>[^,;(]*\b{_COUNT}\b[^,;(]*?)(?:[,;]\s+|\s*\(\s*|(?<!\d)[–-]\s*|\s[–-]\s*)(?:and\s+)?(?:(?P<lead>of which|including|among them)\s+)?(?P<part>{_COUNT})(?P<of>\s+of\s+(?:them|which|these|those))?\s+(?:(?:are|were|is|was|with|have|has)\s+)?(?:an?\s+)?(?P<what>[a-z-]+(?:\s[a-z-]+)?)\W*",
    re.IGNORECASE,
)
LONGEST = 150  # characters of an answer that says no more


def value_of_thing(text: str, question: str) -> str:
    """Return the value of the one of two things that a question has a word of its own of; "" where no such word tells.

    >>> answer = "The outward flight took 71 days and the return flight 39."
    >>> value_of_thing(answer, "How long did the return flight take?"), value_of_thing(answer, "How long did a flight take?")
    ('39', '')
    """
    found = _GAPPED.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return _value_of_part(text, question) if len(text) <= LONGEST else ""
    first, second, asked = stems(found["first"]), stems(found["second"]), stems(question)
    own, other = asked & (first - second), asked & (second - first)
    if bool(own) == bool(other):
        return ""
    return found["value"] if own else found["other"]


def _value_of_part(text: str, question: str) -> str:
    """Return how many of all are what a question asks about: the two of "seven medals, two of them gold"; "" for none.

    >>> _value_of_part("seven medals, two of them gold", "How many gold medals were won?")
    'two'
    """
    found = _PART_OF_ALL.fullmatch(text)
    if found is None:
        return ""
    whole, asked, what = (frozenset(map(stem_of, key(each))) for each in (found["all"], question, found["what"]))
    own = (what & asked) - whole - SMALL
    of_them = found["of"] or (found["lead"] or "").lower() == "of which"
    return found["part"] if own and (of_them or whole & asked) else ""
