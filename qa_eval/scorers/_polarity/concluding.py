"""What an answer comes to in the end: "One deckhand broke a wrist, so yes", "Yes? Hardly", "No passengers were, but a deckhand was"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 300  # characters; a longer answer says more than one thing
_COMES_TO = regex(
    r"(?:[,;:.]|\s[–—-])?\s+(?:and\s+)?(?:so|hence|thus|therefore|in short|in other words|all in all|(?:which|that) (?:means|makes it))[,:]?"
    r"\s+(?:(?:the (?:short )?answer is|it is|it['’]s|that is|that['’]s)\s+)?(?:an?\s+)?(?P<word>yes|no)\W*\Z",
    re.IGNORECASE,
)
_LED = regex(r"\W*(?:yes|no)\s*[,.;:!–—-]", re.IGNORECASE)
_ASKED_BACK = regex(r"\W*(?P<what>[^.,;:!?]{1,60})\?\s+(?P<rest>\w.*)", re.IGNORECASE | re.DOTALL)
_A_WORD = regex(r"yes|no|really|is it|was it|did they|did it|does it|are they|were they", re.IGNORECASE)
_NONE_BUT = regex(
    r"\W*(?:no|none|not)\b[^.;,!?]*,?\s+but\s+(?P<other>(?:an?|one|two|three|four|five|six|some|several|many|both|the|\d+)\s[^.;!?]*)[.!]?\s*",
    re.IGNORECASE,
)
_SO_TOO = regex(r"\b(?:was|were|did|had|has|have|is|are|does|do)\s*\Z", re.IGNORECASE)
_DENIED = regex(r"\b(?:not|no|never|un[a-z]{3,})\b|n['’]t\b", re.IGNORECASE)
_ANY = regex(r"\bany(?:one|body|thing)?\b|\bsome(?:one|body)\b", re.IGNORECASE)


def concluded(text: str, question: str) -> str:
    """Return what an answer comes to, where it tells that behind what speaks for the other side; else the answer.

    >>> concluded("No passengers were, but one deckhand broke his wrist, so yes.", "Was anyone hurt?"), concluded("Yes? Hardly.", "Is it safe?")
    ('yes', 'Hardly.')
    >>> concluded("None of the cows were, but two sheep were.", "Were any animals hurt?"), concluded("No, so far.", "Is it safe?")
    ('yes', 'No, so far.')
    """
    if len(text) > _LONGEST or " " not in text:
        return text
    end = _COMES_TO.search(text) if text.rstrip(" .!'\"")[-3:].lower() in _ENDS else None
    if end and end.start() and not _LED.match(text):
        return end["word"].lower()
    if "?" in text:
        return _answered(text, question)
    none = _NONE_BUT.fullmatch(text) if " but " in text and _ANY.search(question) else None
    return "yes" if none and _is_so(none["other"], question) else text


_ENDS = frozenset(("yes", " no"))


def _answered(text: str, question: str) -> str:
    """Return an answer without the question that it asks back: "Yes? Hardly", "Harmful? Very"."""
    back = _ASKED_BACK.fullmatch(text)
    if back is None or "?" in back["rest"]:
        return text
    known = _A_WORD.fullmatch(back["what"]) or (
        not _DENIED.search(back["what"]) and stems(back["what"]) <= stems(question)
    )
    return back["rest"] if known else text


def _is_so(other: str, question: str) -> bool:
    """Return whether a clause says of others that what is asked is so of them."""
    return not _DENIED.search(other) and bool(_SO_TOO.search(other) or stems(other) & stems(question))
