"""What is accepted told to do something else, and another thing to do what is asked: "The rear spar held; the front spar cracked"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import BE, HELPING, PRONOUNS, SMALL, words_of
from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import IS_TOLD, place_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.asked import Asked
    from qa_eval.reading.given.words import Word
    from qa_eval.scorers._stated.check import Check

_EDGE = regex(
    r"[;:.]\s+|,?\s+(?:but|while|whereas|whilst)\s+|,\s+(?:and\s+)?(?=(?:the|its|their|what|a|an)\s)|\s+and\s+(?=(?:[a-z]+\s+){0,1}?[\w-]+\s+(?:is|was|are|were)\b)|,\s+(?=(?:the\s+)?[\w-]+\s+[a-z]+ed\W*\Z)",
    re.IGNORECASE,
)
_MARKS = ("; ", ". ", ": ", ", ", " but ", " while ", " whereas ", " and ")
_LEADS = regex(r"\W*(?:(?:the|an?|only|while|although|though|whereas)\s+)*", re.IGNORECASE)
_NOT = regex(
    r"\b(?:not|never|no|nor|neither|none|without|also|too|as\s+well|both|same|or|maybe|perhaps|would|could|might|almost|nearly)\b|n['’]t\b",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"\b(?:others?|rest|another|except|else|instead|replac\w*|why|how|not|first|last|then)\b|n['’]t\b", re.IGNORECASE
)
_BACK = frozenset(
    ("it", "they", "he", "she", "him", "her", "them", "this", "that", "so", "who", "which", "these", "those", "one")
)
# "was written by Ann Ray, who is named alongside Bo Ek"
_DONE_BY = regex(
    r"\b(?:was|were|is|been)\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|en|n|t|de|ng)\s+by\s+(?P<who>(?:[A-Z][\w.'’-]*\s+)*[A-Z][\w.'’-]+),\s+who(?P<more>\s[^.;]*\b(?:alongside|along\s+with|together\s+with|next\s+to|besides|unlike|like|rival\w*|admired|succeeded|preceded)\s[^.;]+)"
)
_KNOWN_AS = regex(r"\b(?:known|called|alias|pseudonym|name|born|title|himself|herself)\b", re.IGNORECASE)
_WHO = regex(r"\bwho\b|\bby\s+wh", re.IGNORECASE)
_MOST = 4  # clauses
_PAIR = 2


def does_something_else(text: str, question: str, accepted: str) -> str:
    """Return the clause in which another than the accepted one does what is asked, where another clause tells something else of it; "" for none.

    >>> asked = "Which part of the wing cracked?"
    >>> does_something_else("The rear spar held; the front spar cracked.", asked, "the rear spar")
    'says of it something else, and "the front spar cracked"'
    >>> does_something_else("The front spar held; the rear spar cracked.", asked, "the rear spar")
    ''
    """
    if len(text) > SHORT or not any(mark in text for mark in _MARKS):
        return ""
    bare = accepted.removeprefix("the ").removeprefix("a ").removeprefix("an ").lower()
    asked = asked_of(question)
    if place_of(bare, text.lower()) < 0:
        return ""
    clauses = _clauses(text)
    if not _PAIR <= len(clauses) <= _MOST:
        return ""
    own = [clause for clause in clauses if place_of(bare, clause.lower()) >= 0]
    if len(own) != 1 or not _tells_else(own[0], bare, asked):
        return ""
    held = frozenset(word.stem for word in words_of(accepted))
    for clause in clauses:
        if clause is not own[0] and _does_it(clause, asked, held):
            return f'says of it something else, and "{clause.strip(" .")}"'
    return ""


def named_beside_the_doer(text: str, _question: str, accepted: str) -> str:
    """Return by whom an answer says that it was done, where it names the accepted one only in what it tells of that one; "" for none.

    >>> told = "It was written by Ann Ray, who is often named alongside Bo Ek."
    >>> named_beside_the_doer(told, "Who wrote it?", "Bo Ek"), named_beside_the_doer(told, "Who wrote it?", "Ann Ray")
    ('says that it was done by "Ann Ray"', '')
    """
    told = _DONE_BY.search(text) if len(text) <= SHORT and " by " in text else None
    names = [word.low for word in words_of(accepted) if word.name]
    if told is None or not names or _KNOWN_AS.search(told["more"]):
        return ""
    rest = told["more"].lower()
    if place_of(names[-1], text[: told.start("more")].lower()) >= 0 or place_of(names[-1], rest) < 0:
        return ""
    return f'says that it was done by "{told["who"]}"'


def _clauses(text: str) -> Sequence[str]:
    edges = [(0, 0), *(edge.span() for edge in _EDGE.finditer(text)), (len(text), len(text))]
    return [text[before[1] : after[0]] for before, after in pairwise(edges) if before[1] < after[0]]


def _tells_else(clause: str, accepted: str, asked: Asked) -> bool:
    """Return whether a clause begins with what is accepted and says of it another deed than is asked."""
    leads = _LEADS.match(clause)
    start = place_of(accepted, clause.lower())
    if leads is None or leads.end() < start:
        return False
    rest = clause[start + len(accepted) :]
    if not (IS_TOLD.match(rest) or has_verb(rest)) or _NOT.search(rest):
        return False
    words = words_of(rest)
    if all(word.low in SMALL for word in words):
        return False  # "The red one does, and the blue one is given at night"
    if not asked.verb and any(word.stem in asked.known for word in words):
        return False
    return not any(word.low in _BACK or _is_deed(word, asked) for word in words)


def _is_deed(word: Word, asked: Asked) -> bool:
    if not asked.verb:
        return word.low in BE
    return word.stem == asked.verb or word.low.startswith(asked.verb) or bool(possible(word.low) & possible(asked.verb))


def _does_it(clause: str, asked: Asked, held: frozenset[str]) -> bool:
    """Return whether a clause does what is asked with another one than is accepted."""
    words = words_of(clause)
    at = next((place for place, word in enumerate(words) if _is_deed(word, asked)), None)
    if at is None or _NOT.search(clause):
        return False
    before, behind = words[:at], words[at + 1 :]
    if not asked.verb:  # "the archive is on the third"
        return any(word.stem in asked.known for word in before) and _is_new(behind, asked, held)
    passive = at > 0 and (words[at - 1].low in BE or (not behind and words[at].is_past))
    if asked.slot is not Slot.SUBJECT and not passive:
        if behind and behind[0].low not in _BACK and _is_new(behind, asked, held):
            return True
        return not behind and _is_what(before) and _is_new(before, asked, held)
    if before and before[0].low in PRONOUNS - {"the"}:
        return False
    return bool(before) and before[0].low not in _BACK and _is_new(before, asked, held)


def _is_what(before: Sequence[Word]) -> bool:
    """Return whether something is "what it needs"."""
    return any(word.low == "what" for word in before[1:])


def _is_new(words: Sequence[Word], asked: Asked, held: frozenset[str]) -> bool:
    return any(
        word.low not in SMALL
        and word.low not in HELPING
        and not word.low.endswith("ly")
        and word.stem not in asked.known
        and word.stem not in held
        for word in words
    )


def _asks_of_one(question: str) -> bool:
    asked = asked_of(question)
    return (bool(asked.verb) or asked.slot is Slot.PLACE) and _OTHERS.search(question) is None


CONTRASTED: tuple[Check, ...] = (
    (_asks_of_one, does_something_else),
    (lambda question: _WHO.search(question) is not None, named_beside_the_doer),
)
