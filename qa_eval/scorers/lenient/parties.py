"""Cases at law, which both their parties name: "Vane v. Arden" is not "Hale v. Vane"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, words_of

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_AGAINST = regex(r"(?<=[\w.)\]]) (?:v\.?|vs\.?|versus) (?=[\w(\[])")
_NEAR = 48  # characters on either side in which a party is named
_SIGNS = frozenset(("v", "vs", "versus"))


def is_another_case(asked: Asked, said: Said) -> Decision | None:
    """Decide where a case is accepted and an answer names others only, which share one party with it at most."""
    if said.bag.isdisjoint(_SIGNS) or not asked.wanted:
        return None
    cases = [_parties(each.text) for each in asked.wanted]
    if not all(cases):
        return None
    told = list(_AGAINST.finditer(said.plain))
    sides = [
        (_words(said.plain[max(0, sign.start() - _NEAR) : sign.start()]), _words(said.plain[sign.end() :][:_NEAR]))
        for sign in told
    ]
    for case in filter(None, cases):
        if any(
            one & case[0] and other & case[1] for left, right in sides for one, other in ((left, right), (right, left))
        ):
            return None
    return Decision(0.15, Reason.WRONG_NAME, "another case, by its parties") if told else None


def _parties(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the words of both parties of a case; None for another text."""
    sign = _AGAINST.search(text)
    return (_words(text[: sign.start()]), _words(text[sign.end() :])) if sign else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.form for word in words_of(text)) - SMALL - _SIGNS
