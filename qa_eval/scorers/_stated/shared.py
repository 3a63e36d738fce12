"""What is accepted for one, told of several: "the tenant and the landlord, half each", "the agency, but only half; the guests pay the rest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_WHO = regex(r"\W*(?:(?:to|by|for|at|on)\s+)?(?:who|whom|whose|which)\b", re.IGNORECASE)
_SEVERAL = regex(
    r"\b(?:both|all|together|jointly|shared?|split|each|two|three|list|besides|with|apart\s+from|not|never|first|half)\b|n['’]t\b",
    re.IGNORECASE,
)
_MARKS = (" and ", " with ", "half", " or ", " share", " split", " part", " rest", " balance")
_NP = r"(?:the|an?|its|his|her|their|every|each)\s+(?!(?:same|rest|other|latter|former)\b)(?:[a-z]+[ -]){0,2}?[a-z]+"
# "the buyer and the seller", "the buyer together with the seller"
_WITH = regex(
    rf"\s+(?:and|&|together\s+with|along\s+with|jointly\s+with|as\s+well\s+as)\s+(?P<other>{_NP}|(?-i:[a-z]+s)\b)(?=\W*\Z|[;,.]|\s+(?P<then>[a-z]+))",
    re.IGNORECASE,
)
_BEFORE = regex(
    rf"(?:\A\W*|\b(?:by|to|from|between)\s+)(?P<other>{_NP})\s+(?:and|&|together\s+with|along\s+with|jointly\s+with)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_IN_PARTS = regex(
    r",?\s+(?:half\s+each|fifty-fifty|50[-:/ ]50|in\s+equal\s+(?:parts|shares)|equally|between\s+(?:them|the\s+two)|jointly|together|each\s+(?:pays?|paid|bears?|takes?|gets?|owns?|holds?)\b)|\b(?:share[sd]?|split(?:s|ting)?|divide[sd]?|halve[sd]?)\s+(?:it|them|this|that|the\s+[a-z]+)\b",
    re.IGNORECASE,
)
_ONLY_PART = regex(
    r",?\s+(?:(?:but|though)\s+)?(?:only|just)\s+(?:half|part|a\s+(?:part|third|quarter|half|share)|some|partly|in\s+part|two\s+thirds|up\s+to\s+\w+|\d+\s?%)\b[^.;]*[;.,]\s+[^.;]*\b(?:the\s+rest|the\s+remainder|the\s+other\s+half|the\s+others?|for\s+the\s+balance|the\s+balance)\b",
    re.IGNORECASE,
)
_HALF = regex(r"\bhalf\s+(?:by\s+|to\s+|for\s+)?(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_HALF_OF = regex(r"\bhalf\s+(?:by|to|for|the|an?)\b", re.IGNORECASE)
_OTHER_HALF = regex(r"[^.;]{0,20}?(?:,|\s+and)\s+half\b", re.IGNORECASE)
_ARTICLE = regex(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


def shared(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer gives another one to share what is asked with the accepted one; "" for none.

    >>> asked = "Who pays for repairs?"
    >>> shared("the tenant and the landlord, half each", asked, "the tenant")
    'says that it is shared, "and the landlord"'
    >>> shared("the tenant, and the landlord pays for nothing", asked, "the tenant")
    ''
    """
    if len(text) > SHORT or not any(mark in text for mark in _MARKS):
        return ""
    bare = accepted.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("an ").lower()
    start = place_of(bare, text.lower())
    if start < 0:
        return ""
    told = _of_two(text, question, start, start + len(bare)) or _in_part(text, start, start + len(bare))
    return f'says that it is shared, "{told.strip(" ,;.")}"' if told else ""


def shared_in_parts(text: str, question: str, accepted: str) -> str:
    """Return what ``shared`` does where an answer says how it is shared, "half each"; "" where two are only named.

    >>> asked = "Who pays for repairs?"
    >>> shared_in_parts("the tenant and the landlord", asked, "the tenant"), shared_in_parts("the tenant and the landlord, half each", asked, "the tenant")
    ('', 'says that it is shared, "and the landlord"')
    """
    parts = _IN_PARTS.search(text) or _ONLY_PART.search(text) or _HALF_OF.search(text) if len(text) <= SHORT else None
    return shared(text, question, accepted) if parts else ""


def _of_two(text: str, question: str, start: int, end: int) -> str:
    """Return how another one is named beside the one at a place, who does together what is asked."""
    before = _BEFORE.search(text, 0, start)
    found = _WITH.match(text, end) or before
    if found is None or stems(found["other"]) <= stems(question):
        return ""
    if found is not before and found["then"]:
        leads = not any(map(str.isalnum, _ARTICLE.sub("", text[:start])))
        begins = found["then"] in PREPOSITIONS or not leads
        if begins and not _IN_PARTS.match(text, found.end()):
            return ""  # "The hulls come from Torvik and the masts from Ansen"
        if " and" in found[0][:5] and _is_clause_of_one(text[found.end() :]):
            return ""  # "the buyer and the seller pays nothing"
    return found[0] if found is not before else before["other"]


def _is_clause_of_one(rest: str) -> bool:
    """Return whether a clause of one alone begins behind "and the seller"."""
    verb = re.match(r"\s+(?:is|was|has|does|only|pays|[a-z]{2,}s)\b", rest)
    return verb is not None and _IN_PARTS.search(rest) is None


def _in_part(text: str, start: int, end: int) -> str:
    """Return how the one at a place is said to have a part alone."""
    part = _ONLY_PART.match(text, end)
    if part:
        return part[0]
    half = _OTHER_HALF.match(text, end) if _HALF.search(text, 0, start) else None
    return f"half{half[0]}" if half else ""


def _asks_of_one(question: str) -> bool:
    return _WHO.match(question) is not None and _SEVERAL.search(question) is None


SHARED_IN_PARTS: tuple[Check, ...] = ((_asks_of_one, shared_in_parts),)
SHARED: tuple[Check, ...] = ((_asks_of_one, shared),)
