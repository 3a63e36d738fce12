"""Answers that say that the like is told of another, and that what is asked is not: "Only the striker's coach is named; the keeper's is not"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

_GIVEN = r"(?:given|stated|mentioned|reported|recorded|disclosed|specified|listed|named|identified|told|known)"
_ONLY_OTHER = regex(
    rf"\W*(?:only\s+|just\s+)?(?P<other>[^,;:.!?]+?)\s+(?:is|are|was|were)\s+(?:only\s+)?{_GIVEN}\s*(?:[,;:–—-]|\b(?:but|and|while|whereas)\b|\s)+"
    r"(?:(?P<one>[^,;:.!?]+?)\s+(?:is|are|was|were)(?:\s+not|n['’]t)|not\s+(?P<this>[^,;:.!?]+?))\W*",
    re.IGNORECASE,
)
_LEARNT = regex(
    r"\W*(?:we (?:only )?(?:learn|hear|are told)|(?:it|the [a-z]+) (?:only )?(?:says|tells us|tells|states|mentions|reports))\s+"
    r"(?P<other>(?:who|what|when|where|why|how|which)\b[^,;:.!?]+?),?\s+(?:but\s+)?not\s+(?P<one>(?:who|what|when|where|why|how|which)\b[^,;:.!?]+?)\W*",
    re.IGNORECASE,
)
_OWN = regex(r"['’]s\b|\b(?:one|ones|that|those)\b", re.IGNORECASE)


def only_of_another(text: str, question: str) -> bool:
    """Return whether an answer says that what is asked is told of another alone.

    >>> asked = "Who was the keeper's coach?"
    >>> only_of_another("Only the striker's coach is named; the keeper's is not.", asked), only_of_another("Kern is named; Otto isn't.", asked)
    (True, False)
    """
    if len(text) > SHORT:
        return False
    if learnt := _LEARNT.fullmatch(text):
        one, other, asked = (stems(each) for each in (learnt["one"], learnt["other"], question))
        return one <= asked and bool(other - asked)
    told = _ONLY_OTHER.fullmatch(text)
    if told is None:
        return False
    asked = stems(_OWN.sub(" ", question))
    one, other = (stems(_OWN.sub(" ", each)) for each in (told["one"] or told["this"], told["other"]))
    return bool(one - other) and one <= asked and bool(other - asked)
