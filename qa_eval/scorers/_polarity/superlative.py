"""Whether something is the most of its kind, told by whether anything is more so: "No lake is deeper" for the deepest."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 100  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:is|are|was|were|does|did|do|has|have)\s+[^?]*?\b(?:(?P<stem>[a-z]{3,})est|(?P<best>best|worst)|most\s+(?P<most>[a-z]+))\b[^?]*\?",
    re.IGNORECASE,
)
_RANKED = regex(
    r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|joint|one of the|among the)(?:[- ]|\s+)", re.IGNORECASE
)
_NONE = regex(r"\b(?:no|none|nothing|nobody|no one|not any|never)\b|\b(?:is|are|was|were)(?:n't| not)\b", re.IGNORECASE)
_SOME = regex(
    r"\W*(?:(?:there (?:is|are|was|were)|(?:one|some|two|three|several|others?|another|many)\b[^.;,!?]*?(?:is|are|was|were))\s|(?:(?!It\b|They\b|This\b|That\b|He\b|She\b)(?:the )?[A-Z]|the )[^.;,!?]*?\s(?:is|are|was|were)\s(?:even\s)?)"
)
_ASKS_RECORD = regex(
    r"\W*(?:is|are|was|were)\s+[^?]*?\ban?\s+(?:[a-z]+\s+)?record(?:\s+(?:high|attendance|crowd))?\s*(?:\?|(?:for|at|in|by)\b)",
    re.IGNORECASE,
)
_HIGHEST = regex(
    r"\b(?:the|its|their|[a-z]+['’]s)\s+(?:highest|largest|biggest|best|most)\b(?:\s+(?:[a-z]+\s+)?(?:ever|so far|on record|of all time|yet|in (?:its|their|the club['’]s) history))?\W*\Z",
    re.IGNORECASE,
)
_MORE_EVER = regex(r"\b(?:more|higher|larger|bigger)\b", re.IGNORECASE)
# "No crew had ever rowed it faster": what was done is told as nowhere done so well
_COMPARED = "better|worse|faster|slower|higher|lower|longer|shorter|larger|bigger|smaller|earlier|harder|stronger|further|farther|deeper|wider|closer|nearer|greater|brighter|clearer|warmer|colder|heavier|lighter|quicker|sooner|louder|cheaper|taller|older|younger"
_UNEQUALLED = regex(
    rf"\W*no\s+(?!one\b|doubt\b)(?:other\s+)?[a-z]+(?:\s+(?:of|in|from)\s+[^.;,!?]{{1,24}}?)?\s+(?:(?:had|has|have)\s+ever\b[^.;,!?]*?\b(?:more|better|so|as|{_COMPARED})\b|(?:came|comes|got|was)\s+(?:anywhere\s+)?(?:near|close)\b)",
    re.IGNORECASE,
)
_IS_SO = regex(r"\W*(?:is|are|was|were)\b", re.IGNORECASE)
_EVER_ASKED = regex(r"\b(?:ever|any|no|not|another|other|others|more|less|so|as)\b", re.IGNORECASE)
_PLAIN = regex(r"\W*(?:yes|no)\b", re.IGNORECASE)
_FURTHER = {"best": "better", "worst": "worse"}


def superlative_says(question: str, text: str) -> bool | None:
    """Return whether an answer says by comparison that something is the most of its kind, where that is asked; None where it says neither.

    >>> asked = "Is it the deepest lake?"
    >>> [superlative_says(asked, text) for text in ("No lake is deeper.", "There are deeper ones.", "It is the second deepest.")]
    [True, False, False]
    >>> superlative_says(asked, "It is deeper than before."), superlative_says("Is it deep?", "None is deeper.")
    (None, None)
    """
    if len(text) > _LONGEST or (_PLAIN.match(text) and "," in text):
        return None
    asked = _ASKS.match(question)
    if asked is None:
        return _record_says(text) if _ASKS_RECORD.match(question) else None
    quality = (asked["stem"] or asked["best"] or asked["most"]).lower()
    low = text.lower()
    most = rf"(?:{quality}est|most {quality})" if asked["best"] is None else quality
    ranked = re.search(rf"(?:{_RANKED.pattern})(?:{most})\b", low) if not _RANKED.search(question) else None
    if ranked and not _NONE.search(text):
        return False
    further = _FURTHER.get(quality, rf"(?:{quality}er|more {quality})")
    if not re.search(rf"\b{further}\b", low):
        return None
    if _NONE.search(text):
        return True
    return False if _SOME.match(text) else None


def unequalled_says(question: str, text: str) -> bool | None:
    """Return True where an answer says that nobody else ever did so well what is asked whether it was done; None where it does not.

    >>> unequalled_says("Did the crew set a record?", "No crew had ever rowed it faster.")
    True
    >>> unequalled_says("Has any crew ever rowed it faster?", "No crew has ever rowed it faster.")
    """
    found = _UNEQUALLED.match(text) if len(text) <= 2 * _LONGEST else None
    if found is None or _EVER_ASKED.search(question) or re.search(rf"\b(?:{_COMPARED})\b", question, re.IGNORECASE):
        return None
    how = found[0].rsplit(maxsplit=1)[-1].lower()
    alike = how in ("near", "close") or how.removesuffix("er")[:4] in question.lower()
    return True if alike or not _IS_SO.match(question) else None


def _record_says(text: str) -> bool | None:
    """Return whether an answer says that a figure is a record: "There had never been more", "It was the highest ever"."""
    if _RANKED.search(text):
        return False
    if _HIGHEST.search(text):
        return _NONE.search(text) is None
    return True if _MORE_EVER.search(text) and _NONE.search(text) else None
