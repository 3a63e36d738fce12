"""What an answer adds to what is accepted: "to repay debt and buy back shares" claims more, which the document does not tell of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.strict.meaning.alike import meant
from qa_eval.scorers.strict.words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_SENTENCE = regex(r"[^.;!?\n]+(?:\.\d[^.;!?\n]*)*")
_DENIES = regex(
    r"\b(?:not|never|no|none|nothing|neither|nor|without|rather|instead|except|ruled out|rejected|dropped)\b|n't\b",
    re.IGNORECASE,
)


def added(text: str, end: int, question: str, known: str) -> str:
    """Return what a text says beside what ends at ``end``, if no sentence of the document tells of it; "" for nothing.

    >>> added("to repay debt and buy back shares", 13, "What for?", "It will repay debt; none will go into buying shares back.")
    'buy back shares'
    >>> added("to repay debt and buy shares", 13, "What for?", "It will repay debt and buy shares.")
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


def _meanings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(meant(word) for word in words if word not in SMALL)
