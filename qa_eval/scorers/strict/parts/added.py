"""What an answer adds to what is accepted: "to repay debt and buy back shares" claims more, which the document does not tell of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Span = tuple[int, int]

LONGEST = 20_000  # characters of a document that is looked through
_MORE = regex(
    r",?\s+(?:and|as well as|plus|along with|together with)\s+(?:(?:also|then|to|by)\s+){0,2}(?P<more>(?P<first>[\w'-]+)(?:\s+[\w'-]+){0,7})[\s.!]*\Z",
    re.IGNORECASE,
)
# what begins no second thing of the same kind, but says something of the first
_TELLING = frozenset(
    """it they he she we you this that these those not never no nothing nobody none so then thus therefore all both only is was were are
    has had have in on at for with without because when while if as more other others there""".split()  # noqa: SIM905 - a word list reads best as one text
)
_TWO = regex(r"\W*(?P<one>[^.,;:!?()\n]+?)\s+and\s+(?P<other>[^.,;:!?()\n]+?)\W*")
_AND_MORE = regex(r",?\s+and\s+(?:then\s+|also\s+)?(?!never\b|not\b|no\b|do not\b)(?P<more>[^.,;:!?()\n]+)\W*\Z")
_CLAUSE = regex(r"[.;:!?\n]+(?!\d)")
_NEAR = 5  # words behind what is said in which the document tells of more in the same breath
_AT_FRONT = regex(r"(?:the|an?|its|their|his|her|both)\s+", re.IGNORECASE)
_SENTENCE = regex(r"[^.;!?\n]+(?:\.\d[^.;!?\n]*)*")
_DENIES = regex(
    r"\b(?:not|never|no|none|nothing|neither|nor|without|rather|instead|except|ruled out|rejected|dropped)\b|n't\b",
    re.IGNORECASE,
)


def added(text: str, spans: Sequence[Span], question: str, known: str) -> str:
    """Return what an answer adds to what it says at ``spans``, by what the document, ``known``, tells of it; "" for nothing."""
    if not known:
        return ""
    return (
        _one_of_two(text, spans[0], known)
        or _told_apart(text, spans[0], known)
        or untold(text, spans[-1][1], question, known)
    )


def untold(text: str, end: int, question: str, known: str) -> str:
    """Return what a text says beside what ends at ``end``, if no sentence of the document tells of it; "" for nothing.

    >>> untold("to repay debt and buy back shares", 13, "What for?", "It will repay debt; none will go into buying shares back.")
    'buy back shares'
    >>> untold("to repay debt and buy shares", 13, "What for?", "It will repay debt and buy shares.")
    ''
    """
    more = _MORE.match(text, end) if known and len(known) <= LONGEST else None
    if more is None or more["first"].lower() in _TELLING or is_past(more["first"].lower()):
        return ""
    own = _meanings(key(more["more"])) - _meanings(key(question))
    if not own:
        return ""
    affirmed = (_meanings(key(each[0])) for each in _SENTENCE.finditer(known) if not _DENIES.search(each[0]))
    return "" if any(own <= told for told in affirmed) else more["more"]


def _one_of_two(text: str, span: Span, known: str) -> str:
    """Return the other one of two things that an answer consists of, if the document tells of it, and not of both together.

    >>> _one_of_two("a cinema and a hostel", (15, 21), "It will be a hostel. Plans for a cinema were dropped.")
    'a cinema'
    >>> _one_of_two("a cinema and a hostel", (15, 21), "It will be a hostel and a cinema.")
    ''
    """
    both = _TWO.fullmatch(text)
    if both is None or has_verb(text):
        return ""
    for mine, other in (("one", "other"), ("other", "one")):
        if both.start(mine) <= span[0] and span[1] <= both.end(mine):
            bare = _AT_FRONT.sub("", both[other]).lower()
            told = regex(rf"\b{re.escape(bare)}\b").search(known.lower())
            beside = regex(
                rf"\band\s+(?:\w+\s+){{0,2}}?{re.escape(bare)}\b|\b{re.escape(bare)}\s+and\b|,\s+{re.escape(bare)}\b"
            )
            return both[other] if told and not beside.search(known.lower()) else ""
    return ""


def _told_apart(text: str, span: Span, known: str) -> str:
    """Return what an answer adds by "and" to what is said at ``span``, if the document tells of it apart from that.

    >>> known = "If it flashes red, replace the filter; if it flashes blue, empty the tank."
    >>> _told_apart("Replace the filter and empty the tank.", (0, 18), known)
    'empty the tank'
    >>> _told_apart("Replace the filter and empty the tank.", (0, 18), "Replace the filter and empty the tank.")
    ''
    """
    more_said = _AND_MORE.match(text, span[1])
    if more_said is None or has_verb(more_said["more"]):
        return ""
    more, last = key(more_said["more"]), key(text[slice(*span)])[-1:]
    if not last or not frozenset(more) <= frozenset(key(known)) | SMALL or frozenset(more) <= SMALL:
        return ""
    first = next(word for word in more if word not in SMALL)
    joined = any(
        told[place] == last[0] and first in told[place + 1 : place + _NEAR]
        for clause in _CLAUSE.split(known)
        for told in (key(clause),)
        for place in range(len(told))
    )
    return "" if joined else more_said["more"]


def _meanings(words: Iterable[str]) -> frozenset[str]:
    from qa_eval.scorers._words.alike import meant  # noqa: PLC0415 - it loads a table, which few answers need

    return frozenset(meant(word) for word in words if word not in SMALL)
