"""Denials written short: "It doesn't close" for "It does not close"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CONTRACTED = regex(r"\b(?:[a-z]+n't|cannot)\b", re.IGNORECASE)


def uncontracted(text: str) -> str:
    """Return a text with "n't" written out.

    >>> uncontracted("It doesn't close, and can't."), uncontracted("don't")
    ('It does not close, and can not.', 'do not')
    """
    return _CONTRACTED.sub(_written_out, text) if "n't" in text or "annot" in text else text


_OBLIGED = regex(r"\b(?:has|have|had|needs?|needed) to (?!do with\b)", re.IGNORECASE)


_DUTY = regex(r"\b(?:must|should|(?:has|have|had|needs?|needed|ought) to)\b", re.IGNORECASE)
# "that the ban be lifted"
_BIDDEN = regex(
    r"\bthat\s+(?:(?!(?:to|will|would|can|could|may|might|shall)\b)[\w'’-]+\s+){1,6}?be\s+[a-z]", re.IGNORECASE
)
_DID = regex(r"\W*(?:he|she|they|it|we) (?P<verb>[a-z]+)\b", re.IGNORECASE)
_OF_NEED = frozenset(
    """needed required wanted got let put cut read said told asked called advised recommended suggested proposed demanded urged insisted thought felt
    warned""".split()  # noqa: SIM905 - a word list reads best as one text
)
_DUTY_ASKED = regex(
    r"\W*what\s+(?:(?:must|should)\s+(?:\S+\s+){0,5}?do\b|(?:do|does)\s+(?:\S+\s+){0,5}?(?:have|need)\s+to\s+do\b"
    r"|(?:did|does|do|has|have)\s+(?:\S+\s+){1,4}?(?:advise[d]?|recommend(?:ed)?|suggest(?:ed)?|propose[d]?|demand(?:ed)?|urge[d]?)\b)",
    re.IGNORECASE,
)
_DONE = regex(r"\b(?:was|were|has been|have been|had been|is being|are being)\b", re.IGNORECASE)


def is_duty(text: str) -> bool:
    """Return whether a text says that something must be done.

    >>> is_duty("The ban must be lifted."), is_duty("that the ban be lifted"), is_duty("that the ban will be lifted")
    (True, True, False)
    """
    return _DUTY.search(text) is not None or _BIDDEN.search(text) is not None


def asks_duty(question: str) -> bool:
    """Return whether a question asks what must be done.

    >>> asks_duty("What must guests do first?"), asks_duty("What did the guests do?")
    (True, False)
    """
    return _DUTY_ASKED.match(question) is not None


def is_told_as_done(text: str) -> bool:
    """Return whether a text says that something was done, and not that it must be.

    >>> is_told_as_done("The paint was removed."), is_told_as_done("It had to be removed: it was old.")
    (True, False)
    """
    if is_duty(text):
        return False
    did = _DID.match(text)
    return _DONE.search(text) is not None or (did is not None and is_past(did["verb"]) and did["verb"] not in _OF_NEED)


def obliged(texts: Sequence[str]) -> Callable[[str], str]:
    """Return how texts are compared with some accepted ones: with "n't" written out, and "must" for "has to" where one says so.

    >>> obliged(("the roof has to be renewed",))("It needs to be renewed."), obliged(("rain",))("It has to rain.")
    ('It must be renewed.', 'It has to rain.')
    """
    return _with_must if any(map(_OBLIGED.search, texts)) else uncontracted


def _with_must(text: str) -> str:
    return _OBLIGED.sub("must ", uncontracted(text))


def _written_out(found: re.Match[str]) -> str:
    word = found[0].lower()
    return {"can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not"}.get(
        word, f"{found[0][:-3]} not"
    )


def clause_to(text: str, end: int) -> str:
    """Return the clause of a text that ends at a place, from its beginning.

    >>> clause_to("It was late, so they ran.", 20)
    'so they'
    """
    return _EDGE.split(text[:end])[-1]


_EDGE = regex(r"[.;:,!?]\s+")
