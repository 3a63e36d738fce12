"""Answers that decline and say which other one alone is told: "The pilot is not named; the only officer named is the commander, Ann Ray"."""

from __future__ import annotations

import re

from qa_eval.reading.abstentions import abstains
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.told_and_untold import tells_only_another
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

_EDGE = regex(r"[;.:]\s+|,\s+(?:and|but|while|though)\s+|\s[–—-]\s", re.IGNORECASE)
_TOLD = r"(?:named|mentioned|given|identified|listed|dated|stated|quoted|priced|described|told\s+of|reported)"
_ONLY = regex(
    rf"\W*the\s+only\s+(?:other\s+)?(?P<kind>(?:[a-z-]+\s+)?[a-z-]+?)\s+(?:(?:that\s+(?:is|was)\s+|which\s+is\s+)?{_TOLD}|(?:that\s+)?(?:it|the\s+[a-z]+)\s+(?:names?|gives?|mentions?|lists?|states?))"
    r"(?:\s+(?:there|here|in\s+(?:it|the\s+[a-z]+)))?\s+(?:is|was|are|were)\s+(?P<what>[^;!?]+?)\.?\s*",
    re.IGNORECASE,
)
# "only the guard, Piet Oskam, is named"
_NAMED_ALONE = regex(
    rf"\W*only\s+(?P<what>(?:the|its|his|her|their)\s+[^;!?]+?),?\s+(?:is|are|was|were)\s+{_TOLD}\.?\s*", re.IGNORECASE
)
# what says by itself nothing of what kind it is
_GENERAL = stems(
    "person people man woman name names date day year sum price cost amount figure number value thing one place time"
)
_GUESSED = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|impl(?:ies|y)|possibly|presumably|must|might|may|so|therefore|hence|who\s+(?:was|is))\b",
    re.IGNORECASE,
)
_OF_OTHER = regex(
    r"(?:\A|\b(?:of|for)\s+|['’]s?\s+)(?:the|that|its|an?)\s+(?P<thing>[a-z][a-z -]*)|\b(?P<owner>[a-z]{3,})['’]s\b",
    re.IGNORECASE,
)


def names_only_another(text: str, question: str) -> bool:
    """Return whether an answer declines, and says beside that only something of another kind is told.

    >>> asked = "Who was the pilot?"
    >>> names_only_another("The pilot is not named; the only officer named is the commander, Ann Ray.", asked)
    True
    >>> names_only_another("The pilot is not named; the only pilot named is Ann Ray.", asked)
    False
    """
    if tells_only_another(text, question):
        return True
    edge = _EDGE.search(text) if len(text) <= SHORT and "only" in text else None
    if edge is None or _GUESSED.search(text, edge.end()) or not abstains(text[: edge.start()]):
        return False
    rest = text[edge.end() :]
    only = _ONLY.fullmatch(rest)
    asked = stems(question) | stems(text[: edge.start()])
    if only is not None:
        kind = stems(only["kind"]) - _GENERAL
        if kind & asked:
            return bool(_others(only["what"], asked)) and bool(stems(only["kind"]) - asked)
        return bool(kind) or bool(_others(only["what"], asked))
    alone = _NAMED_ALONE.fullmatch(rest)
    return alone is not None and bool(_others(alone["what"], asked))


def _others(what: str, asked: frozenset[str]) -> frozenset[str]:
    """Return what some words are told of that is not asked about: the opening of "that of the opening, 4 May"."""
    told = (stems(each["thing"] or each["owner"]) for each in _OF_OTHER.finditer(what))
    return frozenset[str]().union(*told) - asked - _GENERAL
