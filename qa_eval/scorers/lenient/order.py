"""Words that say something else in another order: "A passes between B and C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted

PARTING = frozenset(("between", "than", "before", "after", "into", "to", "over", "under", "above", "below", "behind"))


def swaps_the_sides(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says the accepted words, but on the other side of what stands between them: "north to south"."""
    partings = PARTING.intersection(said.forms)
    if not partings or not asked.wanted:
        return None
    if all(any(_swapped(said.forms, each, parting) for parting in partings) for each in asked.wanted):
        return Decision(0.2, Reason.WRONG_WORDS, "the accepted words in another order, which says something else")
    return None


def _swapped(forms: Sequence[str], wanted: Wanted, parting: str) -> bool:
    if wanted.forms.count(parting) != 1 or forms.count(parting) != 1:
        return False
    (mine, rest), (theirs, others) = _sides(forms, parting), _sides(wanted.forms, parting)
    return bool(theirs - mine and mine - theirs) and mine | rest == theirs | others


def _sides(forms: Sequence[str], parting: str) -> tuple[frozenset[str], frozenset[str]]:
    place = forms.index(parting)
    before, behind = forms[:place], forms[place + 1 :]
    return _stems(before), _stems(behind)


def _stems(forms: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(each) for each in forms if each not in SMALL)
