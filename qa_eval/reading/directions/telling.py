"""Which way a figure goes by the words at it: "a drop of 5 %", "fell by 5 %", "5 % less", "5 km north of Lund"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.directions.lexicon import Sense, is_place, lexicon
from qa_eval.reading.regex import regex
from qa_eval.reading.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING: frozenset[Sense] = frozenset()
_REACH = 90  # characters before and behind a figure in which words belong to it
_FILLERS = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|only|just|exactly|over|under|an?|another|additional|further|full|whopping|mere|estimated"
    r"|as much as|no less than|more than|less than|at least|the|its|total of|net)\s+)*"
)
_BETWEEN = r"(?!(?:and|or|of|in|to|from|for|by|at|on|as|with|while|but|was|is|are|were|had|has|than|the|an?|that|which|who|when|where|if|because|per|not|no|after|before|[\w'’]*\d[\w'’]*)\b)"
_DIGIT_NEXT = r"(?!\s+(?:(?:by|to|from|at|of)\s+)?(?:about\s+|around\s+)?[$€£]?\d|\s+from\b|\s+to\b)"
_CLAUSE = regex(r"[;!?]|[.,:](?!\d)|\s[–—-]\s|\b(?:and|but|while|whereas|though|although)\b")
_ABOUT = regex(r"\s*(?:(?P<than>than)|of|from|the|its|to)?\s*(?P<what>[^.;!?]{0,80})", re.IGNORECASE)
_WORDS = regex(r"[^\W_]+")
_SMALL = STOP_WORDS | {"than", "or", "how", "much", "many", "far", "what"}


class Told(NamedTuple):
    """What is told of a figure: its senses, the words that tell them, what they compare with, and what stands before them."""

    senses: frozenset[Sense] = NOTHING
    word: str = ""
    about: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]


def content_of(text: str) -> frozenset[str]:
    """Return the words of a text that name something, in lower case."""
    return frozenset(word for each in _WORDS.findall(text) if (word := each.lower()) not in _SMALL)


@lru_cache(maxsize=512)
def told_at(text: str, start: int, end: int) -> Told:
    """Return which way the figure at ``text[start:end]`` goes.

    >>> told_at("It fell by 5 %.", 11, 14).senses, told_at("5 % more", 0, 3).word, told_at("It fell to 5 %.", 11, 14).senses
    (frozenset({('amount', '-')}), 'more', frozenset())
    """
    before = _patterns().before.search(text, max(0, start - _REACH), start)
    behind = _patterns().behind.match(text, end, min(len(text), end + _REACH))
    signed = ("amount", "+") if text[start : start + 1] == "+" or text[start - 1 : start] == "+" else None
    if before is None and behind is None:
        return Told(frozenset((signed,)), "+") if signed else Told()
    senses = frozenset((signed,)) if signed else NOTHING
    word = about = ""
    if before is not None:
        word = before["noun"] or before["verb"] or before["compared"]
        senses |= _senses_before(before)
    if behind is not None:
        later = _senses_behind(behind["word"])
        known = {axis for axis, _ in senses}
        senses |= {(axis, way) for axis, way in later if axis not in known}
        word = word or behind["word"]
        found = _ABOUT.match(text, behind.end())
        about = found["what"] if found and (found["than"] or is_place(behind["word"].lower())) else ""
    clause = _clause_before(text, before.start() if before is not None else start)
    return Told(senses, word, content_of(about), content_of(clause))


def _clause_before(text: str, end: int) -> str:
    edges = [match.end() for match in _CLAUSE.finditer(text, 0, end)]
    return text[edges[-1] if edges else 0 : end]


def _senses_before(found: re.Match[str]) -> frozenset[Sense]:
    known = lexicon()
    if found["noun"]:
        return known.nouns[found["noun"].lower()]
    word = (found["verb"] or found["compared"]).lower()
    return known.verbs.get(word) or known.beside[word]


def _senses_behind(word: str) -> frozenset[Sense]:
    known, word = lexicon(), word.lower().replace("-", "").replace(" ", "")
    return known.beside.get(word, NOTHING) | known.nouns.get(word, NOTHING)


@cache
def _patterns() -> _Patterns:
    known = lexicon()
    nouns, verbs = any_of(known.nouns), any_of(known.verbs)
    compared = any_of(
        [*known.degrees, "more", "less", "fewer", "late", "early", "ahead", "behind", "over", "under", "above", "below"]
    )
    moved = "up|down|plus|minus"
    before = (
        rf"(?<![\w'’-])(?:(?P<noun>{nouns})\s+(?:of|by|from|was|is|were|are|came to|amount(?:s|ed|ing) to|total(?:s|l?ed|l?ing)|(?:for|in) [\w ]{{1,30}}? (?:of|was|is))"
        rf"|(?P<verb>{verbs}|{moved})(?:\s+(?:by|of|um|(?:[\w'’%-]+\s+){{1,4}}?by))?"
        rf"|(?P<compared>{compared})\s+(?:[\w'’-]+\s+){{0,3}}?by)\s+{_FILLERS}[(~≈+]*\Z"
    )
    beside = any_of([each for each in known.beside if each not in {"up", "down"}])
    winds = r"(?:(?:to|in|towards) the |due |further |directly |straight |just )?"
    behind = rf"[\s)-]*(?:{_BETWEEN}[\w'’.-]+\s+){{0,2}}?{winds}(?P<word>(?:north|south)[- ]?(?:east|west)(?:ern)?(?![\w'’])|(?:{beside}|{nouns})(?![\w'’-])|(?:up|down)(?!\w){_DIGIT_NEXT})"
    return _Patterns(re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of words for a regular expression, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
