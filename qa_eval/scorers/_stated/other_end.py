"""What is accepted told as the other end of a way or an exchange: "out of maize, into lentils", "He gave up the cello for the viola", "first Venus, then Mercury"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.alike import nearly_possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_TO_ASKED = regex(r"\W*(?:in|on)?to\s+(?:which|what|whom|where)\b|\bwhere\s+to\b", re.IGNORECASE)
_FROM_ASKED = regex(r"\W*(?:out\s+of|from)\s+(?:which|what|whom|where)\b|\bwhere\s+from\b", re.IGNORECASE)
_FROM_IT = regex(r"\b(?:out\s+of|away\s+from|from)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_THEN_TO = regex(r"[^.;]*?(?:,|\s)\s*(?:and\s+)?(?:in|on)?to\s+\w", re.IGNORECASE)
_TO_IT = regex(
    r"(?:\A\W*(?:(?:it|they|he|she|we)\s+[a-z]+\s+)?|\bfrom\s[^.;]{2,60}?\s)(?:in|on)?to\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_GAVE = regex(
    r"\b(?:g[ia]ves?\s+up|given\s+up|abandon\w*|swap\w*|exchang\w*|trad(?:e|ed)\s+(?:in|away)|quit|drop\w*|sell|sold|part(?:ed)?\s+with)\b",
    re.IGNORECASE,
)
_FOR_IT = regex(
    r"\b(?:g[ia]ves?\s+up|given\s+up|abandoned|swapped|exchanged|traded|quit|dropped|sold)\s+[^.;,]{2,40}?\s+for\s+(?:the\s+|an?\s+|his\s+|her\s+)?\Z",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3}
_WHICH_ONE = regex(r"\b(?P<rank>second|third|last|next)\b", re.IGNORECASE)
_FIRST = regex(
    r"\A\W*(?:(?:it|they|he|she|we)\s+)?(?:[a-z]+\s+)?first(?:ly)?\s+(?:(?:to|at|in|by)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_THEN = regex(r",?\s+(?:and\s+)?(?:then|after\s+that|afterwards|second(?:ly)?|next)\b", re.IGNORECASE)
_AWAY = regex(r"\s+(?P<verb>[a-z]+)\s+away\s+from\b", re.IGNORECASE)
_HOW_FAR = regex(
    r"\b(?:how\s+(?:far|close|near)|distance|how\s+many\s+(?:miles|kilomet(?:re|er)s|met(?:re|er)s))\b[^?]*\bfrom\s+(?:the\s+|its\s+)?(?P<what>[\w'’-]+)",
    re.IGNORECASE,
)
_FAR_FROM = regex(
    r"\d[\d.,]*\s?[a-z]*\s+(?:away\s+)?from\s+(?:the\s+|its\s+|an?\s+)?(?!it\b|there\b|here\b|each\b|one\b|end\b|door\b|start\b|this\b|that\b)(?P<what>[\w'’-]+)[^.;,]*[.!]?",
    re.IGNORECASE,
)


def at_other_end(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer tells what is accepted as where it came from, and not where it goes, or the other way round; "" for none.

    >>> asked = "Into which crops did they move?"
    >>> at_other_end("Out of lentils, into maize.", asked, "lentils"), at_other_end("Out of maize, into lentils.", asked, "lentils")
    ('says "Out of" of it', '')
    >>> at_other_end("He gave up the cello for the viola.", "Which instrument did he give up?", "the viola")
    'says "gave up the cello for the" of it'
    """
    start, end = _span(text, accepted)
    if start < 0:
        return ""
    head, found = text[:start], None
    if _TO_ASKED.search(question):
        found = _FROM_IT.search(head) if _THEN_TO.match(text, end) else None
    elif _FROM_ASKED.search(question):
        found = _TO_IT.search(head)
    elif _GAVE.search(question):
        found = _FOR_IT.search(head)
    return f'says "{found[0].strip()}" of it' if found else ""


def _span(text: str, accepted: str) -> tuple[int, int]:
    bare = accepted.removeprefix("the ").removeprefix("a ").removeprefix("an ").lower()
    start = place_of(bare, text.lower()) if len(text) <= SHORT else -1
    return start, start + len(bare)


def first_of_several(text: str, _question: str, accepted: str) -> str:
    """Return "first" where an answer tells what is accepted as the first of several, and it is asked for a later one; "" else.

    >>> first_of_several("first Venus, then Mercury", "Which planet did it visit second?", "Venus")
    'says "first" of it'
    """
    start, end = _span(text, accepted)
    if start < 0 or not _FIRST.search(text[:start]) or not _THEN.match(text, end):
        return ""
    return 'says "first" of it'


def turned_away(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that what is accepted does what is asked away from it: "It faces away from the sea"; "" for none."""
    _, end = _span(text, accepted)
    away = _AWAY.match(text, end) if "away from" in text else None
    if away is None or not stems(away["verb"]) & stems(question) or "away" in question:
        return ""
    return f'says "{away[0].strip()}" of it'


def far_from_another(text: str, question: str, _accepted: str) -> str:
    """Return from what else than is asked an answer measures a distance; "" for nothing.

    >>> asked = "How far is the inn from the summit?"
    >>> far_from_another("4 km from the valley", asked, "4 km"), far_from_another("4 km from the summit", asked, "4 km")
    ('measures it from "valley"', '')
    """
    told = _FAR_FROM.search(text) if len(text) <= SHORT and " from " in text else None
    asked = _HOW_FAR.search(question)
    if told is None or asked is None or stems(told[0]) & stems(question) or stems(text) & stems(asked["what"]):
        return ""
    if any(
        nearly_possible(word) & nearly_possible(other) for word in key(told["what"]) for other in key(asked["what"])
    ):
        return ""  # the border, for the frontier
    return f'measures it from "{told["what"]}"'


OTHER_END: tuple[Check, ...] = (
    (
        lambda question: bool(_TO_ASKED.search(question) or _FROM_ASKED.search(question) or _GAVE.search(question)),
        at_other_end,
    ),
    (lambda question: _WHICH_ONE.search(question) is not None, first_of_several),
    (lambda question: " from " in question, far_from_another),
    (lambda question: "away" not in question, turned_away),
)
