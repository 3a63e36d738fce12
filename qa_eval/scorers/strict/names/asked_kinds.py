"""The word for the kind that a question asks for, behind a name: "the Danube River" and "the Tasman Sea", where it is asked which river or sea."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.wording import folded, key

_ASKED = regex(r"\b(?:which|what)\s+(?P<told>[\w'’-]+(?:\s+[\w'’-]+){0,4})")
_MOST = regex(
    r"\b(?:what (?:is|was)|name (?:given to|for|of)) the (?:most [\w-]+|[\w-]+est) (?P<kind>[a-z]{3,})(?=\W*\Z|,| (?:in|of|on|at|by|that|which|to|with)\b)"
)
_ENDS = frozenset(
    """is are was were be been do does did has have had will would can could should may might must in on at of from to for by with and or
    that who which whose the a an into through between near under over as after before during it he she they""".split()  # noqa: SIM905 - a word list reads best as one text
)
_COLLEGES = regex(
    r"\b(?:ncaa|colleges?|universit(?:y|ies)|national championship|big (?:ten|12|east)|pac-?12|heisman)\b"
)
_TEAM = regex(r"(?:[A-Z][a-z]+ )?[A-Z][a-z]+(?<!s)s")  # "the Dakota Coyotes"
_OF_OTHERS = regex(r"(?:State|Tech|City|Southern|Northern|Eastern|Western|Central|A&M)\b")


@lru_cache(maxsize=512)
def kinds_asked(question: str) -> frozenset[str]:
    """Return the folded words for what a question asks to name.

    >>> sorted(kinds_asked("Vienna is on the banks of which river?")), sorted(kinds_asked("Which old school did he found?"))
    (['river'], ['school'])
    >>> sorted(kinds_asked("What is the largest lake in Peru?"))
    ['lake']
    """
    lowered = question.lower()
    found = {most["kind"] for most in _MOST.finditer(lowered)}
    for asked in _ASKED.finditer(lowered):
        told: list[str] = []
        for word in asked["told"].split():
            if word in _ENDS:
                break
            told.append(word)
        # "which river rises in": the word before a verb is the last of what is asked for
        found.update(word for word, behind in pairwise([*told, ""]) if not behind or _is_verb(behind))
    return frozenset(folded(word) for word in found if word.isalpha())


def _is_verb(word: str) -> bool:
    return is_past(word) or (word.endswith("s") and not word.endswith(("ss", "'s", "’s")))


def is_kind_behind(after: str, question: str) -> bool:
    """Return whether what stands behind a name is no more than the word for the kind that is asked for.

    >>> is_kind_behind("River", "On which river does it lie?"), is_kind_behind("Canal", "On which river does it lie?")
    (True, False)
    """
    words = key(after)
    return len(words) == 1 and words[0] in kinds_asked(question)


def is_college(before: str, after: str, own: tuple[str, ...], question: str) -> bool:
    """Return whether a name is told as that of a university or its team, where a question is about such: "the University of Dakota", "the Dakota Coyotes"."""
    if not _COLLEGES.search(question.lower()):
        return False
    if not after:
        return before.lower().removeprefix("the ").strip() == "university of"
    if before.lower().strip() not in ("", "the"):
        return before.lower().removeprefix("the ").strip() == "university of" and _is_team(after)
    return _is_team(after) or (after == "University" and own[-1] == "state")


def _is_team(after: str) -> bool:
    return _TEAM.fullmatch(after) is not None and _OF_OTHERS.match(after) is None
