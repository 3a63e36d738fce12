"""What a question asks for, as the place that it has in a sentence: who did it, what it was done to, where, who or what it is."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.given.words import (
    BE,
    DETERMINERS,
    HELPING,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    stems_in,
    words_of,
)
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Word

_AUXILIARY = frozenset(AUXILIARIES)
_ASKING = frozenset(("who", "what", "which", "whom"))
_TIMES = frozenset("last this next every each today yesterday as when while most first best".split())  # noqa: SIM905 - see above
_PLACE = regex(
    r"\W*(?:(?:so|and|according to [^,]+),?\s+)?(?:where|(?P<with>in|on|at|to|from|into|onto|near|under|for|with|against|through)\s+(?:which|what|whose))\b",
    re.IGNORECASE,
)
_AGENT = regex(r"\W*by\s+(?:which|what|whom|who)\b", re.IGNORECASE)
_NAMING = frozenset(("call", "nam", "term", "dub"))  # "What do you call it?" asks for no object
_MOST = 5  # words between "which" and its verb
_WITH_SUBJECT = 2


class Slot(StrEnum):
    """The place in a sentence that is asked for."""

    SUBJECT = "subject"
    OBJECT = "object"
    PLACE = "place"
    COMPLEMENT = "complement"
    OTHER = "other"


class Asked(NamedTuple):
    """What a question asks for: the slot, the stem of its verb ("" for a form of be), the head of what it asks to name, its words.

    ``preposition`` is the one that the question begins with; ``known`` are the stems of its words that carry meaning,
    ``helpers`` those of its words that help a verb.
    """

    slot: Slot
    verb: str
    noun: str
    preposition: str
    known: frozenset[str]
    helpers: frozenset[str] = frozenset()


@lru_cache(maxsize=512)
def asked_of(question: str) -> Asked:
    """Return what a question asks for.

    >>> [str(asked_of(text).slot) for text in ("Who led it?", "What did he steal?", "Where was it held?", "Who is the mayor?", "Why?")]
    ['subject', 'object', 'place', 'complement', 'other']
    >>> asked_of("In what field did Marie Curie win her second Nobel Prize?").verb
    'win'
    >>> asked_of("Which bus line goes to the hospital?").verb, asked_of("Who is the mayor of Brel?").noun
    ('go', 'mayor')
    """
    words = words_of(question)
    helpers = frozenset(word.low for word in words) & HELPING
    return _asked(question, words)._replace(helpers=helpers)


def _asked(question: str, words: Sequence[Word]) -> Asked:
    known = stems_in(question)
    place = _PLACE.match(question)
    if place or _AGENT.match(question):
        slot = Slot.PLACE if place else Slot.SUBJECT
        verb = _last_verb(words, skip=1)
        return Asked(slot, verb, "", (place["with"] or "").lower() if place else "", known)
    first = next((at for at, word in enumerate(words[:_MOST]) if word.low in _ASKING), None)
    if first is None:
        return Asked(Slot.OTHER, "", "", "", known)
    if first > 1 and words[first - 1].is_past and words[first].low in ("which", "what"):
        return Asked(Slot.OBJECT, words[first - 1].stem, "", "", known)  # "Ann Lee led which club?"
    return _of_thing(words[first + 1 :], known, who=words[first].low in ("who", "whom"))


def _of_thing(words: Sequence[Word], known: frozenset[str], *, who: bool) -> Asked:
    """Return what is asked by the words behind "who" or "which"."""
    helper = next((at for at, word in enumerate(words[:_MOST]) if word.low in _AUXILIARY), None)
    if who and helper:
        helper = None  # "Who said he was ill?"
    if helper is None:
        verb = _first_verb(words[:1] if who else words)
        return Asked(Slot.SUBJECT, verb, "", "", known)
    rest = words[helper + 1 :]
    if words[helper].low in BE:
        return _of_being(rest, known)
    if words[helper].low in ("do", "does", "did"):
        return _with_object(words, helper, known)
    if rest and (rest[0].low in DETERMINERS or rest[0].name):
        return _with_object(words, helper, known)
    if rest and rest[0].low == "be":
        return _of_being(rest[1:], known)
    return Asked(Slot.SUBJECT, rest[0].stem if rest else "", "", "", known)


def _with_object(words: Sequence[Word], helper: int, known: frozenset[str]) -> Asked:
    verb = _last_verb(words[helper:], skip=0)
    if words[-1].low in PREPOSITIONS and words[-1].low not in ("off", "over", "about"):
        return Asked(Slot.PLACE, verb, "", words[-1].low, known)
    return Asked(Slot.OTHER if verb in _NAMING else Slot.OBJECT, verb, "", "", known)


def _of_being(rest: Sequence[Word], known: frozenset[str]) -> Asked:
    """Return what is asked behind a form of be: "hired" is done to one, "the mayor of Brel" is one, "the final played in" a place."""
    if not rest:
        return Asked(Slot.OTHER, "", "", "", known)
    if rest[0].is_past or rest[0].low in PARTICIPLES:
        return Asked(Slot.OBJECT, rest[0].stem, "", "", known)
    if rest[0].low.endswith("ing"):
        return Asked(Slot.SUBJECT, rest[0].stem, "", "", known)
    done = next((word for word in reversed(rest) if word.is_past or word.low in PARTICIPLES), None)
    if rest[-1].low in PREPOSITIONS:
        return Asked(Slot.PLACE, done.stem if done else "", "", rest[-1].low, known)
    noun = ""
    for word in rest:
        if (word.low in PREPOSITIONS or word.is_past) and noun:
            break
        noun = word.stem if word.low not in DETERMINERS else noun
    return Asked(Slot.COMPLEMENT, "", noun, "", known)


def _first_verb(words: Sequence[Word]) -> str:
    """Return the stem of the verb behind "who", or behind "which" and what it asks to name."""
    near = words[:_MOST]
    past = next((word for word in near if word.is_past), None)
    present = next((word for word in near[1:] if word.low.endswith("s") and not word.low.endswith(("ss", "us"))), None)
    found = past or present or (near[0] if near else None)
    return found.stem if found and found.low not in HELPING else ""


def _last_verb(words: Sequence[Word], skip: int) -> str:
    """Return the stem of the verb behind its helper and subject: that of "held" in "will the summit be held in May"."""
    helper = next((at for at, word in enumerate(words) if at >= skip and word.low in _AUXILIARY), None)
    if helper is None:
        return ""
    told: list[Word] = []
    for word in words[helper + 1 :]:
        if len(told) >= _WITH_SUBJECT and word.low in PREPOSITIONS | _TIMES:
            break
        told.append(word)
    if len(told) < _WITH_SUBJECT and not (told and (told[-1].is_past or told[-1].low in PARTICIPLES)):
        return ""
    if words[helper].low in BE or words[helper].low in ("has", "have", "had") or any(word.low == "be" for word in told):
        return next((word.stem for word in reversed(told) if word.is_past or word.low in PARTICIPLES), "")
    return _plain_verb(told)


def _plain_verb(told: Sequence[Word]) -> str:
    """Return the stem of the verb behind its subject: "win" of "Marie Curie win her prize", "steal" of "the burglars steal"."""
    for place, word in enumerate(told):
        before, behind = told[place - 1] if place else None, told[place + 1] if place + 1 < len(told) else None
        if before is None or word.name or before.low in DETERMINERS or word.low in PREPOSITIONS:
            continue
        if (
            before.name
            or behind is None
            or behind.low in DETERMINERS | PREPOSITIONS | PRONOUNS
            or before.low in PRONOUNS
        ):
            return word.stem
        if behind.name and all(each.name for each in told[place + 1 :]):
            return word.stem
    return ""
