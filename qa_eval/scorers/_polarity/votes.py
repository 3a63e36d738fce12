"""Whether all were of one mind, told by how many were not: "Two voted against", "It passed by 9 to 2", "Nobody objected"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 120  # characters; a longer answer says more than that
_ASKS = regex(r"\bunanim(?:ous(?:ly)?|ity)\b", re.IGNORECASE)
_OPENED = regex(r"\W*(?:is|are|was|were|did|does|do|has|have|had)\b", re.IGNORECASE)
_AGAINST = r"(?:(?:had |have |has )?(?:voted (?:against|no)|opposed|dissented|objected|disagreed|were against|was against|voted (?:otherwise|differently)))\b"
_NONE = regex(
    rf"\b(?:nobody|no[- ]?one|none(?: of [a-z ]+?)?|no [a-z]+)\s+{_AGAINST}|\b(?:without|no)\s+(?:any\s+|a single\s+)?(?:opposition|dissent|objections?|(?:dissenting )?votes? against|vote to the contrary)\b"
    r"|\b(?:everyone|everybody|every [a-z]+|all(?: of them| [a-z]+)?)\s+(?:[a-z]+\s+)?(?:(?:voted|were|was) (?:for|in favou?r|yes)|agreed|backed|supported|approved)\b",
    re.IGNORECASE,
)
_SOME = regex(
    rf"\A\W*(?:(?:only|just|at least|about)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a few|many|most|half|[1-9]\d*)(?:\s+[a-z-]+){{0,4}}?\s+{_AGAINST}"
    r"|\b(?:majority|split|divided|narrow(?:ly)?|dissent(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_TALLY = regex(
    r"(?<![\d.])(?P<one>\d{1,4})(?:\s*[–—-]\s*|\s+(?:votes?\s+)?to\s+)(?P<other>\d{1,4}|nil|none|zero)(?!\d|\.\d)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)


def votes_say(question: str, text: str) -> bool | None:
    """Return whether an answer tells by the votes that all were of one mind; None where it tells none, or that is not asked.

    >>> asked = "Was the vote unanimous?"
    >>> [votes_say(asked, text) for text in ("Two voted against.", "9 to 0", "9 to 2", "Nobody objected.", "Nine voted for it.")]
    [False, True, False, True, None]
    """
    if len(text) > _LONGEST or not _ASKS.search(question) or not _OPENED.match(question):
        return None
    if _NOT.search(question) or _NOT.search(text) or _ASKS.search(text):
        return None
    if _NONE.search(text):
        return True
    if _SOME.search(text):
        return False
    tally = _TALLY.search(text)
    return None if tally is None else not tally["other"].isdecimal() or int(tally["other"]) == 0
