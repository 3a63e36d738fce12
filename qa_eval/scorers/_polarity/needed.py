"""Whether something must be done, told by what is enough or all that must be: "Rinsing is enough"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.wording import SMALL, key

_LONGEST = 100  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:(?:do|does|did|will)\s[^?]*?\b(?:have|need)\s+to|must|(?:is|are|was|were)\s[^?]*?\b(?:necessary|required|needed)\s+to|should|(?:do|does|did)\s[^?]*?\bneed\b)\s*(?:be\s+)?(?P<what>[^?]*)\?",
    re.IGNORECASE,
)
_TELLS = regex(r"\b(?:enough|suffices?|sufficient|unnecessary|superfluous|only|just|merely|will do)\b", re.IGNORECASE)
_NOT = regex(r"\b(?:not|never|no)\b|n't\b", re.IGNORECASE)
_NEEDLESS = regex(
    r"\W*(?:(?P<what>[a-z][a-z ]{1,40}?)\s+(?:is|are|would be)\s+)?(?:quite\s+)?(?:unnecessary|superfluous)\W*",
    re.IGNORECASE,
)
_ENOUGH = regex(
    r"\W*(?P<what>[a-z][a-z ]{1,40}?)\s+(?:(?:is|are|would be|will be)\s+(?:quite\s+)?(?:enough|sufficient)|suffices?|will do)\W*",
    re.IGNORECASE,
)
_TOO_LITTLE = regex(
    r"\W*(?P<what>[a-z][a-z ]{1,40}?)\s+(?:is|are|would)(?:\s+not|n't)\s+(?:be\s+)?(?:enough|sufficient)\W*",
    re.IGNORECASE,
)
_ONLY = regex(
    r"\W*(?:it|they|he|she|you|we|the [a-z]+)\s+(?:only|just|merely)\s+(?:has to|have to|needs? to|must)\s+(?:be\s+)?(?P<what>[a-z][a-z ]{1,40}?)\W*",
    re.IGNORECASE,
)


def needed_says(question: str, text: str) -> bool | None:
    """Return whether an answer says that what is asked about is needless, or that something else is enough or is not; None where it says neither.

    >>> asked = "Do the beans have to be soaked?"
    >>> [needed_says(asked, text) for text in ("Rinsing is enough.", "They only have to be rinsed.", "Soaking is unnecessary.")]
    [False, False, False]
    >>> needed_says(asked, "They only have to be soaked."), needed_says(asked, "Rinsing is not enough.")
    (None, True)
    """
    if len(text) > _LONGEST or not _TELLS.search(text) or _NOT.search(question):
        return None
    asked = _ASKS.match(question)
    if asked is None:
        return None
    short = _TOO_LITTLE.fullmatch(text)
    if short and not _shares(short["what"], asked["what"] or question):
        return True
    if _NOT.search(text):
        return None
    needless = _NEEDLESS.fullmatch(text)
    if needless:
        return False if not needless["what"] or _shares(needless["what"], question) else None
    other = _ENOUGH.fullmatch(text) or _ONLY.fullmatch(text)
    return False if other and not _shares(other["what"], asked["what"] or question) else None


def _shares(what: str, asked: str) -> bool:
    """Return whether words name what is asked about, in any form."""
    known = frozenset[str]().union(*map(possible, key(asked))) | frozenset(map(stem_of, key(asked)))
    told = [word for word in key(what) if word not in SMALL]
    return not told or any(possible(word) & known or stem_of(word) in known for word in told) or what.lower() in _IT


# "It cannot set seed without boron"
_NOT_WITHOUT = regex(
    r"\W*(?:it|they|he|she|we|you|nothing|none|nobody|no\s[a-z]+|(?:the|an?|its|their)\s[a-z -]{2,40}?)\s[^.;,]*?\bwithout\s+(?P<what>[^.;,]+?)\W*",
    re.IGNORECASE,
)
_WITHOUT_FIRST = regex(
    r"\W*without\s+(?P<what>[^.;,]+?),?\s+(?=(?:it|they|he|she|we|you|nothing|no|the|its|their)\b)(?P<then>[^.;]+)\W*",
    re.IGNORECASE,
)
_UNDONE = regex(
    r"\b(?:cannot|not|never|no|nothing|none|unable|fails?|dies?|stops?|stalls?|perish\w*|useless|impossible)\b|n['’]t\b",
    re.IGNORECASE,
)
_NEED_ASKED = regex(
    r"\b(?:needs?|needed|requires?|required|necessary|essential|indispensable|depends?\s+on)\b", re.IGNORECASE
)


def as_need(text: str, question: str) -> str:
    """Return an answer that tells what cannot be done without something as one that needs it, where that is asked; any other as it is.

    >>> asked = "Which mineral does the plant need to set seed?"
    >>> as_need("It cannot set seed without boron.", asked), as_need("It sets seed without boron.", asked)
    ('It needs boron', 'It sets seed without boron.')
    """
    if "ithout" not in text or len(text) > _LONGEST or not _NEED_ASKED.search(question) or "without" in question:
        return text
    first = _WITHOUT_FIRST.fullmatch(text)
    told = first or _NOT_WITHOUT.fullmatch(text)
    rest = "" if told is None else first["then"] if first else text[: told.start("what")]
    return f"It needs {told['what']}" if told and _UNDONE.search(rest) else text


_IT = frozenset(("it", "this", "that"))
