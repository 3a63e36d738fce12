"""Things by what was done to them, "a broken collarbone", told as that deed: "He broke his collarbone", "a fracture of the collarbone"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, plain_form
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 300  # characters; a longer answer tells more
_DONE_TO = regex(
    r"(?:(?:an?|the|his|her|its|their)\s+)?(?P<done>[a-z]+)\s+(?:(?P<side>left|right|both)\s+)?(?P<what>[a-z-]+)"
)
_STATE = regex(r"(?:the|its|an?)\s+(?P<what>[a-z-]+(?: [a-z-]+)?)\s+(?:is|are|was|were|has been)\s+(?P<how>[a-z]{4,})")
_AND = regex(r"\s+and\s+\Z")
_OWN = r"(?:the|an?|his|her|its|their|both)"
_TELLING = (
    regex(rf"\b(?P<deed>[a-z]+)\s+{_OWN}\s+(?:(?P<side>left|right|both)\s+)?(?P<what>[a-z-]+)\b"),
    regex(
        r"\b(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?(?:(?P<side>left|right|both)\s+)?(?P<what>[a-z-]+)\s+(?:was|were|is|are|has been|had been|got)\s+(?:badly\s+|also\s+)?(?P<deed>[a-z]+)\b"
    ),
    regex(
        rf"(?:\b[Aa]n?\s+|\b[Tt]he\s+)?(?P<deed>[a-z]+)\s+(?:of|to|in)\s+{_OWN}\s+(?:(?P<side>left|right|both)\s+)?(?P<what>[a-z-]+)\b"
    ),
    regex(
        r"(?:\b[Aa]n?\s+|\b[Tt]he\s+|\b[Hh]is\s+|\b[Hh]er\s+)?(?P<deed>[a-z]+)\s+(?:(?P<side>left|right|both)\s+)?(?P<what>[a-z-]+)\b"
    ),
)
# deeds that are one where they are done to the same thing: a bone is broken or fractured
_ALIKE = (
    frozenset(("break", "fracture", "snap")),
    frozenset(("tear", "rupture")),
    frozenset(("puncture", "pierce")),
)


def told_as_deed(text: str, accepted: Sequence[str]) -> str:
    """Return an answer with the accepted thing in place of the deed that it tells; "" where it tells none.

    >>> told_as_deed("He fractured his wrist in a fall.", ("a broken wrist",))
    'He a broken wrist in a fall.'
    >>> told_as_deed("He broke his ankle.", ("a broken wrist",))
    ''
    """
    if len(text) > _LONGEST:
        return ""
    for name in accepted:
        state = _STATE.fullmatch(name)
        told_so = _named_state(text, state["how"], state["what"]) if state else None
        if told_so:
            return f"{text[: told_so.start()]}{name}{text[told_so.end() :]}"
        wanted = _DONE_TO.fullmatch(name)
        if wanted is None or not is_past(wanted["done"]):
            continue
        deeds, what = _deeds(wanted["done"]), _things(wanted["what"])
        told = [each for telling in _TELLING for each in telling.finditer(text) if deeds & _deeds(each["deed"])]
        own = next((each for each in told if what & _things(each["what"]) and _is_of_side(each, wanted)), None)
        if own and all(what & _things(each["what"]) for each in told if each.re is own.re):
            return f"{_AND.sub(', with ', text[: own.start()])}{name}{text[own.end() :]}"
    return ""


def _named_state(text: str, how: str, what: str) -> re.Match[str] | None:
    """Return where a text names a thing in a state: "a blocked drain" for "the drain is blocked"."""
    return regex(rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts)\s+{re.escape(how)}\s+{re.escape(what)}\b").search(text)


def _is_of_side(told: re.Match[str], wanted: re.Match[str]) -> bool:
    return not (told["side"] and wanted["side"]) or told["side"] == wanted["side"]


@lru_cache(maxsize=4096)
def _things(word: str) -> frozenset[str]:
    return possible(word) | frozenset(key(word))


@lru_cache(maxsize=4096)
def _deeds(word: str) -> frozenset[str]:
    """Return the plain forms of a verb, or of the noun of a deed, and of those that are one with it."""
    plain = plain_form(word.lower())
    forms = {plain, plain.removesuffix("ed"), plain.removesuffix("d"), plain.removesuffix("s")}
    return frozenset(forms).union(*(group for group in _ALIKE if not group.isdisjoint(forms)))
