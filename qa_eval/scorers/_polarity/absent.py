"""Whether something holds or has another thing, told by its absence: "Salt is absent", "It is salt-free"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meanings

_LONGEST = 100  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:(?:does|do|did|will|can)\s+[^?]*?\b(?:contain|have|include|cover|comprise|hold|carry|use|show|offer|get|come with)\s+|(?:is|are|was|were)\s+there\s+|(?:has|have|had)\s+(?:the\s|it\s|they\s)[^?]*?\bgot\s+)(?:any\s+|an?\s+|some\s+|the\s+)?(?P<what>[^?]+?)(?:\s+(?:in|at|on|among|with|inside|for)\s+[^?]*)?\?",
    re.IGNORECASE,
)
_TELLS = regex(
    r"\b(?:lacks?|lacking|without|free|absent|missing|none|absence|present|included|provided|supplied|separately|extra|addition\w*|top|covers?|covered|contains?|includes?|takes? in|some|there|has|have|had)\b|\bin (?:it|them)\b",
    re.IGNORECASE,
)
_ABSENCE = regex(r"\b(?:lacks?|lacking|without|free|absent|missing|none|absence)\b", re.IGNORECASE)
_BARE = regex(
    r"\W*(?:(?P<none>(?:absolutely |definitely )?none(?: (?:at all|whatsoever|of it|of them))?)|some|a little|a bit)\W*",
    re.IGNORECASE,
)
_NOT = r"(?P<not>\s+not|n['’]t)?"
_ABSENT = regex(
    rf"\W*(?:(?:the|any|an?|some)\s+)?(?P<what>[a-z][a-z -]{{1,40}}?)\s+(?:is|are|was|were){_NOT}\s+(?:entirely\s+|completely\s+|totally\s+)?(?:(?P<absent>absent|missing|lacking|left out|sold separately)|(?:there|present|found|included|provided|supplied|in (?:it|them)))(?:\s+(?:from|in|with)\s+[^.;,!?]+)?\W*",
    re.IGNORECASE,
)
_LACKS = regex(
    rf"\W*(?:(?:it|they|he|she|the|this|these)\b[^.;,!?]*?)?(?:\b(?:does|do|did){_NOT}\s+lack\s+|\b(?:lacks?|lacked)\s+|\b(?:is|are|was|were|comes?|came|made){_NOT.replace('not>', 'isnt>')}\s+(?:(?:entirely|completely)\s+)?(?:made\s+)?(?:free (?:of|from)|without|lacking(?: in)?)\s+)(?:any\s+|an?\s+|the\s+)?(?P<what>[a-z][a-z -]{{1,40}}?)(?:\s+(?:at all|whatsoever))?\W*",
    re.IGNORECASE,
)
_FREE = regex(
    rf"\W*(?:(?:it|they|the|this|these)\b[^.;,!?]*?(?:\b(?:is|are|was|were)|['’]s|['’]re){_NOT}\s+)?(?P<what>[a-z]+)-free\W*",
    re.IGNORECASE,
)
_SEPARATE = regex(
    r"\W*(?:they|these|it)\s+(?:must|have to|has to|need to|needs to|should|are|is)\s+(?:be\s+)?(?:bought|sold|purchased|ordered|got)\s+(?:separately|extra)\W*",
    re.IGNORECASE,
)
_ON_TOP = regex(
    r"\W*(?:the\s+|an?\s+)?(?P<what>[a-z]+(?: [a-z]+)?)\s+(?:(?:is|are|was|were|must be|has to be|have to be)\s+)?(?:added|charged|billed|paid|payable|comes?|came|goes|costs?)\s+(?:for\s+)?(?:on top|extra|separately|in addition|additionally|as an extra)(?:\s+of\s+[^.;,!?]+)?\W*",
    re.IGNORECASE,
)
_COVERS = regex(
    r"(?!.*(?:\b(?:not|no|never|only)\b|n['’]t\b))\W*(?:it|they|the|its|their|this|that)\b[^.;,!?]*?\b(?:(?:already|also)\s+)?(?:covers?|covered|includes?|included|contains?|takes? in)\s+(?:the\s+)?(?P<what>[a-z]+(?: [a-z]+)?)(?:\s+(?:too|as well|already))?\W*",
    re.IGNORECASE,
)
_THERE = regex(
    r"\W*(?:there\s*(?:is|are|was|were|['’]s)|(?:it|they|he|she|the [a-z]+)\s+(?:has|have|had))\s+(?:(?P<none>none)|(?:one|some)|(?:an?|some|the)\s+(?P<what>[a-z][a-z -]{1,40}?))(?:\s+(?:in|at|on|there)\b[^.;,!?]*)?\W*",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(("it", "they", "one", "these", "that"))


def absent_says(question: str, text: str) -> bool | None:
    """Return whether an answer tells that what something is asked to hold or to have is there, or absent; None where it tells neither.

    >>> [absent_says("Does the jam contain sugar?", text) for text in ("Sugar is absent.", "It is sugar-free.", "It does not lack sugar.")]
    [False, False, True]
    >>> absent_says("Does the jam contain sugar?", "It lacks salt."), absent_says("Is the jam sweet?", "It lacks sugar.")
    (None, None)
    """
    if len(text) > _LONGEST or not _TELLS.search(text):
        return None
    asked = _ASKS.match(question)
    if asked is None or _ABSENCE.search(question):
        return None
    if bare := _BARE.fullmatch(text):
        return bare["none"] is None
    if _SEPARATE.fullmatch(text):
        return False
    there = _THERE.fullmatch(text)
    if there and (not there["what"] or meanings(asked["what"]) == meanings(there["what"])):
        return there["none"] is None
    for pattern in (_ABSENT, _LACKS, _FREE):
        told = pattern.fullmatch(text)
        if told and (told["what"].lower() in _PRONOUNS or meanings(asked["what"]) <= meanings(told["what"])):
            parts = told.groupdict()
            denied = bool(parts.get("not") or parts.get("isnt"))
            return denied if pattern is not _ABSENT or parts["absent"] else not denied
    return None


def included_says(question: str, text: str) -> bool | None:
    """Return whether an answer tells that what is asked to be included is, or has to be paid beside; None where it tells neither.

    >>> asked = "Does the rent include heating?"
    >>> [included_says(asked, text) for text in ("Heating comes on top.", "The rent already covers heating.", "It covers water.")]
    [False, True, None]
    """
    asked = _ASKS.match(question) if len(text) <= _LONGEST and _TELLS.search(text) else None
    for told, says in ((_ON_TOP.fullmatch(text), False), (_COVERS.fullmatch(text), True)):
        if asked and told and _names(told["what"], asked["what"]):
            return says
    return None


def _names(told: str, asked: str) -> bool:
    """Return whether words name what is asked about, in full or by their last word: "the fee" for the booking fee."""
    said = meanings(told) - meanings(" ".join(_PRONOUNS))
    return not said or said <= meanings(asked)
