"""Alternatives of an answer of which one may lack what has to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.hedges import HedgeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.hedges import Hedge
    from qa_eval.scorers._words.wording import Wording


def choice_that_lacks(wording: Wording, said: Sequence[Sequence[tuple[int, int]]]) -> str:
    """Return an alternative that, with what stands outside of all alternatives, does not say every group; "" for none."""
    choices = [hedge for hedge in wording.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
    if not choices or not any(_holds(choice, places) for choice in choices for places in said):
        return ""
    left = [
        places
        for places in said
        if not any(all(not choice.start <= start < choice.end for choice in choices) for start, _ in places)
    ]
    lacking = (choice.text for choice in choices if not all(_holds(choice, places) for places in left))
    return next(lacking, "")


def _holds(choice: Hedge, places: Sequence[tuple[int, int]]) -> bool:
    return any(choice.start <= start < choice.end for start, _ in places)
