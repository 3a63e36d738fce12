"""Accepted texts that list several things, and what a sentence names beside all of them: the iron of "Zinc, boron and iron were short"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.asked_for import things_asked_for
from qa_eval.reading.lists import split_items
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.verbs import HELPING, has_verb, stems
from qa_eval.scorers._words.wording import SMALL, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ARTICLE = r"(?:an?\s+|the\s+|some\s+|(?:his|her|its|their)\s+)?"
_MOST_WORDS = 4  # of an item
_FEWEST = 3  # items that are a list whatever is asked
_WHO = regex(r"\b(?:who|whom)\b", re.IGNORECASE)
_WHY = regex(r"\W*(?:for what reasons?\b|why\b|how\b)", re.IGNORECASE)
_WHICH = regex(
    r"\b(?:which|what)\s+(?:(?:two|three|four|five|six|other|kinds? of|types? of)\s+)*(?P<what>(?:[a-z-]+\s+){0,2}?[a-z-]+)\b",
    re.IGNORECASE,
)
_NO_ITEM = regex(r"\b(?:of|to|by|because|than|when|if|that|which|who)\b", re.IGNORECASE)
_NO_THING = regex(r"\b(?:to|by|because|than|when|if|that|which|who)\b", re.IGNORECASE)
_PROPER = regex(r"(?:the )?[A-Z][\w'’.-]*(?: (?:(?:of|for|the|de|du|des|von|van) ){0,2}[A-Z][\w'’.-]*){1,7}")
_LEFT_OUT = frozenset(("but", "not", "no", "without", "except", "nor"))
_TAIL = frozenset(
    "too also both alone only together nothing nobody none others else all say says said each respectively amongst".split()  # noqa: SIM905 - a word list reads best as one text
)
_DETERMINING = frozenset(("the", "a", "an", "his", "her", "its", "their", "it", "them"))
_ENDINGS = ("ed", "ly", "ing")
_BETWEEN = regex(rf"\s*(?:,|,?\s+(?:and|&|as well as|plus))\s+{_ARTICLE}(?:[a-z]+\s+)?", re.IGNORECASE)
_MORE = regex(
    rf"\s*(?:,\s+(?:and\s+)?|,?\s+(?:and|&|as well as|plus)\s+){_ARTICLE}(?P<more>[\w'-]+(?:\s+[\w'-]+){{0,2}}?)"
    r"(?:\s*[.!]?\s*\Z|\s+(?P<rest>(?:is|are|was|were|has|have|had|will|can|did|do|does|took|came|won|[a-z]+ed|[a-z]+s)\b[^.;:!?,]*)[.!]?\s*\Z)"
)


_BEFORE = regex(
    rf"(?:\A\W*|[.;:]\s+|\b(?:by|are|were|is|was|include[sd]?|including|both|from|of|in)\s+){_ARTICLE}(?P<more>[\w'-]+(?:\s+[\w'-]+){{0,2}}?),\s+(?:and\s+)?{_ARTICLE}\Z",
    re.IGNORECASE,
)
_AND = regex(r"\s(?:and|plus|as well as)\s|&", re.IGNORECASE)
# "tanners, coopers" "and smiths", whatever the tanners, coopers and smiths did
_CLOSING = regex(
    rf"\s*(?:,?\s+(?:and|&|as well as|plus)\s+(?:also\s+|finally\s+|lastly\s+)?|,\s+(?=(?:[\w'-]+\s+){{0,3}}?[\w'-]+,?\s+and\s)){_ARTICLE}(?P<more>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){{0,2}}|[\w'-]+)"
)
_AMID = regex(rf"\s*,\s+{_ARTICLE}(?P<more>[\w'-]+(?:\s+[\w'-]+)?)(?:,\s+(?:and\s+)?|,?\s+(?:and|&)\s+){_ARTICLE}")
_ASSENT = frozenset("yes no sure well ok okay right correct indeed answer namely true".split())  # noqa: SIM905 - a word list reads best as one text


def one_more(text: str, items: Sequence[Iterable[tuple[str, ...]]], question: str, *, named: bool) -> str:
    """Return what a sentence lists directly before, among or behind all accepted items, and says of it what is asked; "" for nothing.

    Each of ``items`` is given by the words of its names, which are proper ones where ``named``.

    >>> items, asked = [[("barley",)], [("rye",)]], "Which crops were lost?"
    >>> one_more("Barley, rye and oats did badly.", items, asked, named=False), one_more("Barley and rye did badly.", items, asked, named=False)
    ('oats', '')
    """
    wording = Wording(text)
    spans = []
    for item in items:
        found = [span for name in item for span in wording.find(name)]
        if not found:
            return ""
        spans.append(max(found))
    spans.sort()
    for one, other in pairwise(spans):
        if not _BETWEEN.fullmatch(wording.text, one[1], other[0]):
            amid = _AMID.fullmatch(wording.text, one[1], other[0])
            return amid["more"] if amid and can_be_item(amid["more"], named=named) else ""
    return _before(wording.text, spans[0][0], spans[-1][1], question, named=named) or _behind(
        wording.text, spans, question, named=named
    )


def _before(text: str, start: int, end: int, question: str, *, named: bool) -> str:
    """Return what stands before all accepted items in the same list; what is told of them in a remark, "The owners, Ann and Bo, left", is none."""
    first = right_before(_BEFORE, text, start) if "," in text[:start] else None
    if first is None or first["more"].lower() in _ASSENT or text[end : end + 1] == ",":
        return ""
    if not named and stems(first["more"]) & stems(question):
        return ""
    return first["more"] if can_be_item(_begun(first["more"]), named=named) else ""


def _behind(text: str, spans: Sequence[tuple[int, int]], question: str, *, named: bool) -> str:
    """Return what stands behind all accepted items in the same list, which goes on where none of them closes it."""
    end = spans[-1][1]
    if not any(_AND.search(text, one[1], other[0]) for one, other in pairwise(spans)):
        closing = _CLOSING.match(text, end)
        return closing["more"] if closing and can_be_item(closing["more"], named=named) else ""
    more = _MORE.match(text, end)
    if more is None or not can_be_item(more["more"], named=named):
        return ""
    own = any(more["more"] == text[start:end] for start, end in spans)
    return "" if own or stems(more["rest"] or "") - stems(question) else more["more"]


def _begun(name: str) -> str:
    """Return what a sentence begins with as it would stand within one."""
    return name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:]


def is_clause(part: str) -> bool:
    """Return whether a part of a list says what happened; "smoked salmon" and "frozen peas" are things.

    >>> is_clause("prices rose"), is_clause("it has sunk"), is_clause("smoked salmon"), is_clause("infrared camera")
    (True, True, False, False)
    """
    *before, last = part.lower().split() or [""]
    return has_verb(last) or any(word in HELPING for word in before)


def listed_items(text: str, question: str) -> tuple[str, ...]:
    """Return the items of an accepted text that lists what a question asks several of; none for another text.

    >>> listed_items("the mayor and the vicar", "Who spoke?"), listed_items("fish and chips", "What did he eat?")
    (('the mayor', 'the vicar'), ())
    """
    parts = split_items(text)
    return parts if len(parts) > 1 and _are_items(parts) and _asks_for_several(question, parts) else ()


def _are_items(parts: tuple[str, ...]) -> bool:
    no_item = _NO_ITEM if len(parts) < _FEWEST else _NO_THING  # "a passport, proof of age and a photo"
    return all(
        _PROPER.fullmatch(part)
        or (len(part.split()) <= _MOST_WORDS and not no_item.search(part) and not is_clause(part))
        for part in parts
    )


def _asks_for_several(question: str, parts: tuple[str, ...]) -> bool:
    """Return whether a question asks for more than one, or what is accepted is no name that holds an "and": "Marks and Spencer"."""
    if _WHY.match(question):
        return False
    if len(parts) >= _FEWEST or _WHO.search(question) or things_asked_for(question) == len(parts):
        return True
    asked = _WHICH.search(question)
    return any(map(is_plural, asked["what"].lower().split())) if asked else False


def can_be_item(part: str, *, named: bool) -> bool:
    """Return whether a part of a list can be an item as the accepted ones are, which are names where ``named``."""
    words = part.removeprefix("also ").removeprefix("the ").split()
    if not _TAIL.isdisjoint(word.lower().strip(".") for word in words):
        return False  # "too", "nothing else", "say scientists"
    if words and (words[0].lower() in STARTERS or words[0].lower() in _LEFT_OUT):
        return False  # "Two plants, willow and birch"
    if not _DETERMINING.isdisjoint(words[1:]):
        return False  # "left the rest"
    if not 0 < len(words) < _MOST_WORDS or is_clause(part) or words[0].lower() in SMALL:
        return False
    capital = all(word[:1].isupper() for word in words)
    return capital if named else not capital and not words[-1].endswith(_ENDINGS)
