"""Whether there was anyone or anything, told by how many there were: "Zero people were hurt", "Two were"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meanings

_LONGEST = 100  # characters; a longer answer says more than that
# "zero degrees" and "net zero" are none of nothing
_ZERO = regex(
    r"(?<![-.])(?<!\bnet )(?<!\babove )(?<!\bbelow )(?<!\bunder )(?<!\bnear )(?<!\bto )(?<!\bat )(?<!\bfrom )(?<!\bof )\b(?:zero|not (?:a|one) single)(?=\s+(?!degrees?\b|point\b|and\b|or\b|percent\b|hour\b|tolerance\b)[a-z])",
    re.IGNORECASE,
)
_ANY = regex(
    r"\W*(?:is|are|was|were|did|does|do|has|have|had|will)\s+(?:there\s+)?(?:any|anyone|anybody|anything|someone|somebody)\b",
    re.IGNORECASE,
)
_NONE = regex(r"\W*(?:none|zero|0|nil|nobody|no[- ]?one|nothing|not (?:a|one) (?:single )?[a-z]+)\W*", re.IGNORECASE)
_HARM = regex(r"\b(?:hurt|injured|harmed|killed|wounded)\b", re.IGNORECASE)
_ESCAPED = regex(
    r"\W*(?:everyone|everybody|all(?: of them)?|they all|all [a-z]+)\s+(?:escaped|survived|got (?:out|away)|was|were|is|are|came (?:out|away))\s*(?:(?:unhurt|unharmed|uninjured|unscathed|safely|safe|ok|fine|all right|(?:any )?(?:serious )?injur(?:y|ies)|without (?:any )?(?:serious )?(?:injur(?:y|ies)|harm|a scratch))\b)?[^.;,!?]{0,20}\W*",
    re.IGNORECASE,
)
_SOME = regex(
    r"\W*(?:(?:at least|about|some|around|only|just)\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|dozens|hundreds|[1-9]\d*)\s+(?:(?!of\b)[a-z]+\s+){0,2}?(?:was|were|is|are|did|does|do|has|have|had|will)(?:\s+(?:been\s+)?(?P<deed>[a-z]+))?\W*",
    re.IGNORECASE,
)


def without_zero(text: str) -> str:
    """Return an answer with "no" for a zero that counts.

    >>> without_zero("There were zero casualties."), without_zero("It was zero degrees.")
    ('There were no casualties.', 'It was zero degrees.')
    """
    return _ZERO.sub("no", text) if len(text) <= _LONGEST else text


def counted_says(question: str, text: str) -> bool | None:
    """Return whether an answer says by a number, where it is asked for anyone or anything, that there were some; None where it tells none.

    >>> [counted_says("Was anyone hurt?", text) for text in ("None", "Two were hurt.", "Two were late.")]
    [False, True, None]
    """
    if len(text) > _LONGEST or not _ANY.match(question):
        return None
    if _NONE.fullmatch(text):
        return False
    if _HARM.search(question) and _ESCAPED.fullmatch(text):
        return False
    some = _SOME.fullmatch(text)
    if some is None:
        return None
    return True if not some["deed"] or meanings(some["deed"]) & meanings(question) else None
