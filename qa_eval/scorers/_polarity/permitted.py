"""What a rule says to a question of what may or must be done: "The law forbids their sale", "It can't go ahead without it"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.wording import SMALL, key

_LONGEST = 200  # characters; a longer answer says more than that
_MAY = regex(r"\W*(?:can|may|could|(?:is|are)\s[^?]{1,60}\s(?:allowed|permitted|legal))\b", re.IGNORECASE)
_NEEDS = regex(r"\b(?:needs?|requires?|required|necessary|must|(?:has|have) to|depends?)\b", re.IGNORECASE)
_CLAUSE = regex(
    r"[;:,()]\s*|\.\s+|\s(?:but|while|whereas|although|though|because|since|as|unless|except)\s", re.IGNORECASE
)
_FORBIDS = regex(
    r"\b(?:forbids?|bans|bars|prohibits?|outlaws|rules out|(?:puts|places) a ban on)\s+(?P<what>[^\n]+)",
    re.IGNORECASE,
)
_FORBIDDEN = regex(
    r"(?P<what>[^\n]+?)\s+(?:is|are|has been|have been|would be)\s+(?:strictly\s+|expressly\s+|now\s+|not\s+)?(?:forbidden|banned|barred|prohibited|outlawed|ruled out|illegal|unlawful|against the law)\b",
    re.IGNORECASE,
)
_RULES_OUT = regex(r"\brules?\s+(?P<what>that|this|it|them)\s+out\b", re.IGNORECASE)
# "Nothing from the wreck may be sold"
_NOTHING_MAY = regex(
    r"\b(?:nothing|none|nobody|no one)\b[^;:,.]*?\b(?:can|may|could|is allowed to|are allowed to)\s+(?:be\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_NEGATIVE = regex(r"\b(?:not|no|never|nothing|nobody|none|neither|only)\b|n['’]t\b", re.IGNORECASE)
_CANNOT = (
    r"cannot|can['’]t|won['’]t|(?:could|may|must|would|is|are)n['’]t|(?:can|could|may|must|will|would|is|are)\s+not"
)
_NOT_WITHOUT = regex(
    rf"\b(?:{_CANNOT})\s[^;:.]*?\bwithout\s+(?P<what>[^;:,.]+)"
    rf"|\bwithout\s+(?P<first>[^;:,.]+?),?\s+(?:it|they|the [a-z]+|there|nothing)\s+(?:{_CANNOT})\b",
    re.IGNORECASE,
)
_ANY = frozenset(("any", "anything", "all", "part", "part"))
_IT = frozenset("it this that them these those so one such".split())  # noqa: SIM905 - a word list reads best as one text


def rule_says(question: str, text: str) -> bool | None:
    """Return whether a rule that an answer tells says yes or no to what may or must be done; None where it tells none.

    >>> rule_says("May the stamps be sold?", "The statutes forbid their sale."), rule_says("May the stamps be sold?", "The law bans exporting them.")
    (False, None)
    >>> rule_says("Does the sale need the court's consent?", "It can't go ahead without it.")
    True
    """
    if len(text) > _LONGEST:
        return None
    if "without" in text.lower() and _NEEDS.search(question):
        told = _NOT_WITHOUT.search(text)
        return True if told and _is_of_it(told["what"] or told["first"], question) else None
    if not _MAY.match(question):
        return None
    for clause in _CLAUSE.split(text):
        nothing = _NOTHING_MAY.search(clause)
        if nothing and _is_of_it(nothing["what"], question):
            return False
        told = _RULES_OUT.search(clause) or _FORBIDS.search(clause) or _FORBIDDEN.match(clause)
        if told and _is_of_it(_NEGATIVE.sub("", told["what"]), question):
            return _NEGATIVE.search(clause) is not None
    return None


def _is_of_it(what: str, question: str) -> bool:
    """Return whether words name what a question asks about, by a pronoun or by the noun of its deed."""
    words = [word for word in key(what) if word in _IT or word not in SMALL]
    asked = frozenset[str]().union(*map(possible, key(question)))
    if len(words) > 1 and possible(words[0]) & asked and words[1] in _ANY:
        return True  # "selling any part of the find"
    return all(word in _IT or possible(word) & asked for word in words)
