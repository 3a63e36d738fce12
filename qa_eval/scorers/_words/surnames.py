"""Another surname than a person's: one letter longer or shorter ("John Adam" for John Adams), or at one of two who share theirs ("Ann Berg and Tom Ruud" for Ann and Tom Ruud)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names.counterparts import men
from qa_eval.reading.names.variants import GIVEN, variants_of_kind
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PERSON = regex(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
# of a side, a people or a firm, one is named as well: "a Viking", "a Ranger"
_SIDE = regex(
    r"\b(?:won|wins?|winner|beat|beaten|lost|lose|play(?:s|ed)?|club|team|side|league|match|cup|settled|lived|invaded|ruled|inhabited|promoted|relegated|opposed)\b",
    re.IGNORECASE,
)
_MAKER = regex(
    r"\bwho (?:first )?(?:wrote|composed|painted|drew|sculpted|designed|invented|discovered|directed|translated|illustrated|edited|photographed|conducted|married)\b|\b(?:surname|last name)\b",
    re.IGNORECASE,
)
_NAME = regex(r"(?:[A-Z][\w.'’-]*\s){0,3}(?P<surname>[A-Z][\w-]*[^\W\d_]{2})")
_SHARED = regex(r"(?P<first>[A-Z][\w-]+)(?:,? and | & )(?P<second>[A-Z][\w-]+) (?P<surname>[A-Z][\w'’-]+)")
_NEVER_ADDED = ("s", "x", "z")


def other_surnames(names: Sequence[str], question: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds another surname in an answer to a question that asks for a person, for each accepted name that has one.

    >>> [other.search("It was Olga Peter") is not None for other in other_surnames(["Olga Peters"], "Who drew it?")]
    [True]
    >>> other_surnames(["The Vikings", "Peters"], "Who settled there?")
    ()
    """
    if _PERSON.search(question) is None:
        return ()
    return tuple(found for name in names for found in _others(name, question))


def _others(name: str, question: str) -> Iterator[re.Pattern[str]]:
    whole = _NAME.fullmatch(name) if _SIDE.search(question) is None else None
    if whole and (" " in name or _MAKER.search(question)):
        surname = whole["surname"]
        other = surname[:-1] if surname.endswith("s") else f"{surname}s"
        if not (surname.endswith("ss") or surname[:-1].endswith(_NEVER_ADDED) or other[:-1].endswith(_NEVER_ADDED)):
            before = re.escape(name[: whole.start("surname")])
            yield regex(rf"\b{before}{re.escape(other)}\b(?!['’])", re.IGNORECASE)
    yield from at_shared(name)


def at_shared(name: str) -> Iterator[re.Pattern[str]]:
    """Yield what finds another surname at one of two persons whose accepted names share theirs."""
    if shared := _SHARED.fullmatch(name):
        given = "|".join(sorted(men() | variants_of_kind(GIVEN).keys()))
        own = rf"(?!(?:{re.escape(shared['surname'])}|and|(?i:{given}))\b)[A-Z][\w'’-]+(?=,|\s+(?:and|&|with)\b|\W*\Z)"
        yield regex(rf"\b(?:{shared['first']}|{shared['second']}) (?:[A-Z]\.? )?{own}")
